import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { listProposalsChangedSince, listProposedPosts } from './search-store.ts';

export type ProposalChange = { id: string; jobPostId: string; revision: number; updatedAt: number };

/** Proposals that came or changed since an instant: their posts count them anew. */
export function readProposalChanges(db: Executor, sinceMs: number): Promise<ProposalChange[]> {
  return listProposalsChangedSince(db, sinceMs);
}

/** A freelancer's own proposals by post, whatever became of them. */
export async function readProposedPosts(db: Executor, freelancer: FreelancerScope): Promise<Map<string, string>> {
  return new Map((await listProposedPosts(db, freelancer)).map(({ id, jobPostId }) => [jobPostId, id]));
}
