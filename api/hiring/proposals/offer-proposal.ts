import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { endedJobPostStates } from '../job-posts/job-post.ts';
import { getJobPost } from '../job-posts/read-job-posts.ts';
import { closeProposal, returnConnects, returnReasonOf } from './close-proposals.ts';
import { moveProposal, type ProposalDeps } from './move-proposal.ts';
import { openProposal } from './open-proposal.ts';
import { getProposal } from './read-proposals.ts';

/* What offers do to the proposal they grew from, in the offer's own transaction. */

/** An offer was sent. @throws 404, 409 by state: `proposal_withdrawn` */
export async function offerProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  proposalId: string,
  offerId: string,
): Promise<void> {
  await openProposal(trx, deps, scope, doer, proposalId);
  await moveProposal(trx, deps, scope, doer, proposalId, 'offer', { change: { isArchived: 0 }, details: { offerId } });
}

/**
 * The offer ended without a contract: terms can be talked about again, unless the post ended meanwhile; then the
 * proposal does too.
 * @throws 404, 409 by state
 */
export async function reopenProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  proposalId: string,
  { offerId, reason }: { offerId: string; reason: string },
): Promise<void> {
  const { jobPostId } = await getProposal(trx, scope, proposalId);
  const { state, hired } = await getJobPost(trx, scope, jobPostId);
  const how = endedJobPostStates.find((ended) => ended === state);
  if (!how) {
    await moveProposal(trx, deps, scope, doer, proposalId, 'reopen', { reason, details: { offerId } });
    return;
  }
  await closeProposal(trx, deps, scope, doer, proposalId, how);
  const returned = returnReasonOf(how, hired > 0);
  if (returned) await returnConnects(trx, deps, scope, proposalId, returned);
}

/** The offer was accepted. @throws 404, 409 by state */
export async function hireProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  proposalId: string,
  offerId: string,
): Promise<void> {
  await moveProposal(trx, deps, scope, doer, proposalId, 'hire', {
    change: { endedAt: deps.clock.now() },
    details: { offerId },
  });
}
