import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { moveProposal, type ProposalDeps } from './move-proposal.ts';

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
  await moveProposal(trx, deps, scope, doer, proposalId, 'offer', {
    change: { viewedAt: deps.clock.now(), isArchived: 0 },
    details: { offerId },
  });
}

/** The offer ended without a contract. @throws 404, 409 by state */
export async function reopenProposal(
  trx: Executor,
  deps: ProposalDeps,
  scope: TenantScope,
  doer: Doer,
  proposalId: string,
  { offerId, reason }: { offerId: string; reason: string },
): Promise<void> {
  await moveProposal(trx, deps, scope, doer, proposalId, 'reopen', { reason, details: { offerId } });
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
