import { type FreelancerScope, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { photoPath } from '../../talent/freelancers/present-freelancer.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { type JobPostRecord, readJobPosts } from '../job-posts/read-job-posts.ts';
import { type InvitationState, invitationStates } from './invitation.ts';
import type { Invitation, OwnInvitation } from './schema.ts';
import type { InvitationRow } from './table.ts';

/** For the team; a few reads however many there are. */
export async function presentInvitations(
  db: Executor,
  scope: TenantScope,
  rows: readonly InvitationRow[],
): Promise<Invitation[]> {
  const profiles = await readFreelancerRows(
    db,
    rows.map(({ freelancerId }) => freelancerId),
  );
  const people = await peopleById(db, [...new Set(rows.map(({ invitedBy }) => invitedBy))]);
  const posts = await readJobPosts(
    db,
    scope,
    rows.map(({ jobPostId }) => jobPostId),
  );
  return rows.map((row) => {
    const profile = profiles.get(row.freelancerId);
    return {
      id: row.id,
      jobPost: { id: row.jobPostId, title: posts.get(row.jobPostId)?.title ?? '' },
      freelancer: {
        id: row.freelancerId,
        name: profile?.name ?? '',
        headline: profile?.headline ?? '',
        photoUrl: profile ? photoPath(profile) : null,
      },
      invitedBy: { id: row.invitedBy, name: people.get(row.invitedBy)?.name ?? '' },
      ...answerFields(row),
    };
  });
}

/** For the invited freelancer, who may be invited by several tenants. */
export async function presentOwnInvitations(
  db: Executor,
  directory: Pick<TenantDirectory, 'byId'>,
  freelancer: FreelancerScope,
  rows: readonly InvitationRow[],
): Promise<OwnInvitation[]> {
  const posts = new Map<string, JobPostRecord>();
  const names = new Map<string, string>();
  for (const [tenantId, theirs] of Map.groupBy(rows, (row) => row.tenantId)) {
    const ids = theirs.map(({ jobPostId }) => jobPostId);
    for (const [id, post] of await readJobPosts(db, tenantOfFound(freelancer, { tenantId }), ids)) posts.set(id, post);
    names.set(tenantId, (await directory.byId(tenantId))?.brandName ?? '');
  }
  return rows.map((row) => {
    const { title = '', state = 'removed' } = posts.get(row.jobPostId) ?? {};
    return {
      id: row.id,
      jobPost: { id: row.jobPostId, title, state },
      client: { name: names.get(row.tenantId)! },
      ...answerFields(row),
    };
  });
}

export function presentCounts(
  counts: readonly { state: InvitationState; count: number }[],
): Record<InvitationState, number> {
  const none = Object.fromEntries(invitationStates.map((state) => [state, 0]));
  return { ...none, ...Object.fromEntries(counts.map(({ state, count }) => [state, count])) } as never;
}

function answerFields(row: InvitationRow) {
  return {
    state: row.state,
    message: row.message,
    sentAt: isoInstant(row.createdAt),
    expiresAt: isoInstant(row.expiresAt),
    answeredAt: row.answeredAt === null ? null : isoInstant(row.answeredAt),
    decline: row.declineReason === null ? null : { reason: row.declineReason, text: row.declineText },
    endReason: row.endReason,
    proposalId: row.proposalId,
  };
}
