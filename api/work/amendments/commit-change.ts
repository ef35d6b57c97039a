import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { recommitContract, releaseCommitment } from '../../procurement/purchase-orders/commit-contract.ts';
import type { Guarding } from '../../procurement/purchase-orders/keep-sums.ts';
import { reserveChange } from '../../procurement/purchase-orders/reserve-change.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import { committedOf } from '../milestones/book-commitment.ts';
import type { AmendmentMove } from './amendment.ts';
import type { AmendmentRow } from './table.ts';

/** What other terms would cost on top of these is bound while the freelancer thinks. @throws as commitOffer */
export async function reserveAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { id, terms, approvalId }: Pick<AmendmentRow, 'id' | 'terms' | 'approvalId'>,
): Promise<void> {
  const after = await committedOf(trx, scope, { ...contract, terms: JSON.parse(terms) });
  await reserveChange(trx, deps, scope, doer, id, { ...after, mayExceed: approvalId !== null });
}

/** Both have signed. What the client put forward was bound before; what the freelancer did is asked for now. */
export async function commitAmendment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { id, terms, proposedBy }: AmendmentRow,
  move: 'accept' | 'approveSignature',
): Promise<void> {
  await releaseCommitment(trx, deps, scope, doer, { kind: 'amendment', id });
  const after = await committedOf(trx, scope, { ...contract, terms: JSON.parse(terms) });
  const asked: Guarding = move === 'approveSignature' ? 'mayExceed' : 'guarded';
  await recommitContract(trx, deps, scope, doer, after, proposedBy === 'client' ? 'owed' : asked);
}

const endings: readonly AmendmentMove[] = ['withdraw', 'expire', 'decline', 'reject'];

export async function releaseEnded(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  { id }: AmendmentRow,
  move: AmendmentMove,
): Promise<void> {
  if (endings.includes(move)) await releaseCommitment(trx, deps, scope, doer, { kind: 'amendment', id });
}
