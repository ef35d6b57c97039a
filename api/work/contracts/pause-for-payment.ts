import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { applyMove } from './apply-move.ts';
import { contractCan } from './contract.ts';
import { type ContractDeps, sidesOf } from './open-contract.ts';
import { pauseRow } from './pause-contract.ts';
import { deletePauses, insertPause, listPauses } from './pause-store.ts';
import { findContract, moveContract } from './store.ts';

/** A week was worked and could not be charged: nobody works on for nothing. What is over or ending is left alone. */
export async function pauseForPayment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  reason: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract || !contractCan.pauseForPayment(contract)) return;
  if (!(await insertPause(trx, pauseRow(deps, contract, 'payment', reason)))) return;
  await applyMove(trx, deps, scope, doer, contract, 'pauseForPayment', {}, { reason });
}

/** Everything that was worked is paid: work goes on when nothing else pauses it. */
export async function resumeAfterPayment(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  const contract = await findContract(trx, scope, contractId);
  if (!contract) return;
  // Takes the row before its pauses are read: two that are lifted at once must not both see the other.
  await moveContract(trx, scope, contractId, [contract.state], deps.clock.now(), { nextIsStale: 1 });
  if (!(await deletePauses(trx, scope, contractId, ['payment']))) return;
  if (contract.state !== 'paused' || (await listPauses(trx, [contractId])).length > 0) return;
  await applyMove(trx, deps, scope, doer, contract, 'resumeAfterPayment', { lastActivityAt: deps.clock.now() });
  const words = { title: contract.title };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.resumed', words });
}
