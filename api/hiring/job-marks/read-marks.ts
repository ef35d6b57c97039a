import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HideReason } from './job-mark.ts';
import { listHidden, listMarksAmong } from './store.ts';

export async function readHiddenPosts(db: Executor, freelancer: FreelancerScope): Promise<ReadonlySet<string>> {
  return new Set((await listHidden(db, freelancer)).map(({ jobPostId }) => jobPostId));
}

export type Marks = { saved: boolean; hidden: HideReason | null };

/** What a freelancer marked of the given posts, by post. */
export async function readMarksAmong(
  db: Executor,
  freelancer: FreelancerScope,
  jobPostIds: readonly string[],
): Promise<Map<string, Marks>> {
  if (jobPostIds.length === 0) return new Map();
  const rows = await listMarksAmong(db, freelancer, jobPostIds);
  return new Map(
    rows.map(({ jobPostId, savedAt, hideReason }) => [jobPostId, { saved: savedAt !== null, hidden: hideReason }]),
  );
}
