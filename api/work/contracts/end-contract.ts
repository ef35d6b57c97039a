import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { closeOnboarding } from '../../procurement/onboarding/complete-onboarding.ts';
import { releaseCommitment, shortenCommitment } from '../../procurement/purchase-orders/commit-contract.ts';
import { applyMove } from './apply-move.ts';
import type { ContractSide, EndReason } from './contract.ts';
import { type ContractPart, openMoneyOf } from './contract-part.ts';
import { type ContractDeps, sidesOf } from './open-contract.ts';
import { requireNotFrozen } from './pause-contract.ts';
import { deletePauses } from './pause-store.ts';
import { agreedOf } from './read-contracts.ts';
import { getContractRow } from './store.ts';
import type { ContractRow } from './table.ts';

export type EndDeps = ContractDeps & { parts: readonly ContractPart[] };
export type Ending = { by: ContractSide; reason: EndReason; note: string | null };

/**
 * Nothing new begins; what is in escrow goes where it belongs, what was handed in is decided first. Where no money is
 * open the contract has ended at once.
 * @throws 409 by state, contract_on_hold, contract_in_dispute
 */
export async function endContract(
  trx: Executor,
  deps: EndDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  { by, reason, note }: Ending,
): Promise<ContractRow> {
  const change = { endedBy: by, endReason: reason, endNote: note, endRequestedAt: deps.clock.now() };
  const details = { by, reason };
  await applyMove(trx, deps, scope, doer, contract, 'end', change, { reason: note, details });
  await requireNotFrozen(trx, contract);
  await deletePauses(trx, scope, contract.id, ['client', 'idle']);
  const ending = await getContractRow(trx, scope, contract.id);
  for (const part of deps.parts) await part.ending(trx, scope, doer, agreedOf(ending), by);
  await shortenCommitment(trx, deps, scope, doer, contract.id);
  const words = { title: contract.title };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.ending', words });
  return settleContract(trx, deps, scope, doer, await getContractRow(trx, scope, contract.id));
}

/** Ends it for good when no part names open money; otherwise it stays as it is. */
export async function settleContract(
  trx: Executor,
  deps: EndDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
): Promise<ContractRow> {
  const open = await openMoneyOf(trx, scope, deps.parts, contract.id);
  if (open.length > 0) return contract;
  const ended = await applyMove(trx, deps, scope, doer, contract, 'settle', { endedAt: deps.clock.now() });
  await releaseCommitment(trx, deps, scope, doer, { kind: 'contract', id: contract.id });
  await closeOnboarding(trx, deps, scope, doer, contract.id);
  const words = { title: contract.title };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.ended', words });
  const { id, tenantId, freelancerId, endReason } = ended;
  const news = { id, tenantId, freelancerId, reason: endReason! };
  await deps.outbox.record(trx, 'contractEnded', tenantId, news, deps.clock.now());
  return ended;
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    contractEnded: { id: string; tenantId: string; freelancerId: string; reason: EndReason };
  }
}
