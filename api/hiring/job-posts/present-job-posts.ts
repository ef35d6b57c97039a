import type { Person } from '../../platform/auth/actor.ts';
import { hasRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { formattedText } from '../../platform/rich-text/present-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { priceOfProposal } from '../connects/connects.ts';
import { hirers } from '../grants.ts';
import type { JobPostRecord } from './post-of-row.ts';
import type { JobPost, JobPostPreview, JobPostSummary, JobView } from './schema.ts';

const instantOf = (ms: number | null) => (ms === null ? null : isoInstant(ms));

/** What freelancers and the team see alike. */
function advertisedOf(post: JobPostRecord) {
  return {
    title: post.title,
    categoryId: post.categoryId,
    skills: post.skills,
    budget: post.budget,
    duration: post.duration,
    weeklyHours: post.weeklyHours,
    experienceLevel: post.experienceLevel,
    countries: post.countries,
    timezone: post.timezone,
    overlapHours: post.overlapHours,
    visibility: post.visibility,
    questions: post.questions,
    hires: post.hires,
  };
}

export async function presentJobPost(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope,
  reader: Person,
  post: JobPostRecord,
): Promise<JobPost> {
  const attachments = await readAttachments(db, deps, scope, 'jobPost', [post.id]);
  const owners = await peopleById(db, [post.ownerId]);
  return {
    id: post.id,
    state: post.state,
    ...advertisedOf(post),
    description: formattedText(post.description),
    attachments: attachments.get(post.id) ?? [],
    poolIds: post.poolIds,
    team: post.team,
    costCenter: post.costCenter,
    purchaseOrder: post.purchaseOrder,
    customFields: { ...post.customFields },
    templateId: post.templateId,
    hired: post.hired,
    owner: ownerOf(post, owners),
    approvalId: post.approvalId,
    repostOf: post.repostOf,
    mayEdit: hasRole(reader, ...hirers) && ['draft', 'open', 'paused'].includes(post.state),
    createdAt: isoInstant(post.createdAt),
    updatedAt: isoInstant(post.updatedAt),
    publishedAt: instantOf(post.publishedAt),
    expiresAt: instantOf(post.expiresAt),
    endedAt: instantOf(post.endedAt),
    endReason: post.endReason,
  };
}

export type ProposalCounts = ReadonlyMap<string, { total: number; unread: number }>;

export async function presentSummaries(
  db: Executor,
  posts: readonly JobPostRecord[],
  proposals: ProposalCounts,
): Promise<JobPostSummary[]> {
  const owners = await peopleById(db, [...new Set(posts.map(({ ownerId }) => ownerId))]);
  return posts.map((post) => ({
    id: post.id,
    state: post.state,
    title: post.title,
    categoryId: post.categoryId,
    budget: post.budget,
    visibility: post.visibility,
    hires: post.hires,
    hired: post.hired,
    owner: ownerOf(post, owners),
    team: post.team,
    createdAt: isoInstant(post.createdAt),
    updatedAt: isoInstant(post.updatedAt),
    publishedAt: instantOf(post.publishedAt),
    expiresAt: instantOf(post.expiresAt),
    endedAt: instantOf(post.endedAt),
    proposals: proposals.get(post.id) ?? { total: 0, unread: 0 },
  }));
}

/** As freelancers see it: nothing of team, cost center, order or the tenant's own fields. */
export async function presentPreview(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope,
  client: JobView['client'],
  post: JobPostRecord,
  problems: readonly FieldProblem[],
): Promise<JobPostPreview> {
  const attachments = await readAttachments(db, deps, scope, 'jobPost', [post.id]);
  const job: JobView = {
    id: post.id,
    state: post.state,
    ...advertisedOf(post),
    description: formattedText(post.description),
    attachments: attachments.get(post.id) ?? [],
    hired: post.hired,
    client,
    connects: post.budget === null ? null : priceOfProposal(post, { isInvited: false }),
    publishedAt: instantOf(post.publishedAt),
    expiresAt: instantOf(post.expiresAt),
  };
  return { job, problems: [...problems] };
}

function ownerOf({ ownerId }: JobPostRecord, owners: ReadonlyMap<string, { name: string }>) {
  return { id: ownerId, name: owners.get(ownerId)?.name ?? '' };
}
