import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { placeBoost } from '../connects/place-boost.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import type { ProposalDeps } from './move-proposal.ts';
import { findOwnProposal } from './own-store.ts';
import { updateProposal } from './store.ts';
import type { ProposalRow } from './table.ts';

/**
 * A bid for a top place, or a higher one, while the client has not opened the proposal: afterwards a place is worth
 * nothing.
 * @throws 404, 409 by state, 409 proposal_opened, and what placeBoost throws
 */
export async function boostProposal(
  trx: Executor,
  deps: ProposalDeps,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
  boostBid: number,
): Promise<ProposalRow> {
  const row = await findOwnProposal(trx, freelancer, tenant, id);
  if (!row) throw notFound();
  if (row.state !== 'submitted') throw moveRefused('proposal', 'be boosted', row.state);
  if (row.viewedAt !== null)
    throw conflict('proposal_opened', 'The client has opened this proposal already; nothing was taken.');
  const scope = tenantOfFound(freelancer, row);
  // Taken first: a decision of the client's that comes now waits, and one that came before refuses.
  if (!(await updateProposal(trx, scope, id, { from: ['submitted'], revision: row.revision }, { boostBid })))
    throw conflict('changed_meanwhile', 'This proposal was changed at the same moment; nothing was taken. Look again.');
  const { title } = await getJobPost(trx, scope, row.jobPostId);
  const { freelancerId, tenantId, jobPostId } = row;
  await placeBoost(trx, deps, {
    proposalId: id,
    freelancerId,
    tenantId,
    jobPostId,
    jobPostTitle: title,
    amount: boostBid,
  });
  return { ...row, boostBid, revision: row.revision + 1 };
}
