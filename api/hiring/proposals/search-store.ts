import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';

/** Of every tenant: the search index counts proposals by post. */
export function listProposalsChangedSince(
  db: Executor,
  sinceMs: number,
): Promise<{ id: string; jobPostId: string; revision: number; updatedAt: number }[]> {
  return db
    .selectFrom('proposals')
    .select(['id', 'jobPostId', 'revision', 'updatedAt'])
    .where('updatedAt', '>=', sinceMs)
    .orderBy('updatedAt')
    .limit(5000)
    .execute();
}

export function listProposedPosts(
  db: Executor,
  { freelancerId }: FreelancerScope,
): Promise<{ id: string; jobPostId: string }[]> {
  return db.selectFrom('proposals').select(['id', 'jobPostId']).where('freelancerId', '=', freelancerId).execute();
}
