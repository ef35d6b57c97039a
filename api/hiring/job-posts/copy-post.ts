import type { Executor } from '../../platform/database/database.ts';
import { copyAttachments } from '../../platform/files/attach-uploads.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPools } from '../../talent/talent-pools/read-for-search.ts';
import { readFieldSet } from '../custom-fields/read-fields.ts';
import type { JobPostDeps } from './deps.ts';
import { type Author, createDraft } from './draft-post.ts';
import { endedJobPostStates } from './job-post.ts';
import type { JobPostRecord } from './post-of-row.ts';
import type { JobPostFields } from './schema.ts';

/** A draft with the same fields. What the tenant no longer has, a pool or a field of its own, is left out. */
export async function duplicatePost(
  trx: Executor,
  deps: JobPostDeps,
  author: Author,
  post: JobPostRecord,
  repostOf: string | null = null,
): Promise<string> {
  const origin = { templateId: post.templateId, repostOf, from: post.id };
  const id = await createDraft(trx, deps, author, await fieldsStillAsked(trx, author, post), origin);
  await copyAttachments(trx, { kind: 'jobPost', id: post.id }, { kind: 'jobPost', id });
  return id;
}

/** Posts an ended post again, as a draft that remembers it. @throws 409 for one that has not ended */
export function repostPost(trx: Executor, deps: JobPostDeps, author: Author, post: JobPostRecord): Promise<string> {
  if (!endedJobPostStates.some((state) => state === post.state))
    throw conflict(
      'job_post_not_ended',
      'Only a post that has ended is posted again; nothing was made. Duplicate this one instead.',
    );
  return duplicatePost(trx, deps, author, post, post.id);
}

async function fieldsStillAsked(db: Executor, { scope, tenant }: Author, post: JobPostRecord): Promise<JobPostFields> {
  const fields = fieldsOf(post);
  const { fields: asked } = await readFieldSet(db, scope);
  const open = new Set(asked.filter(({ isArchived }) => !isArchived).map(({ key }) => key));
  const pools = post.poolIds.length > 0 ? new Set((await readPools(db, scope, tenant)).map(({ id }) => id)) : new Set();
  return {
    ...fields,
    customFields: Object.fromEntries(Object.entries(post.customFields).filter(([key]) => open.has(key))),
    poolIds: post.poolIds.filter((id) => pools.has(id)),
  };
}

/** What a writer filled in; files stay with the post. */
export function fieldsOf(post: JobPostRecord): JobPostFields {
  return {
    title: post.title,
    description: post.description,
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
    poolIds: post.poolIds,
    questions: post.questions.map(({ id: _, ...question }) => question),
    team: post.team,
    costCenter: post.costCenter,
    purchaseOrder: post.purchaseOrder,
    customFields: { ...post.customFields },
    hires: post.hires,
  };
}
