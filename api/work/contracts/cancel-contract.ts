import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { closeOnboarding } from '../../procurement/onboarding/complete-onboarding.ts';
import { releaseCommitment } from '../../procurement/purchase-orders/commit-contract.ts';
import { applyMove } from './apply-move.ts';
import { type ContractDeps, sidesOf } from './open-contract.ts';
import type { ContractRow } from './table.ts';

/**
 * Ends a contract before its start, by either side.
 * @param contract as the caller may see it
 * @throws 409 by state: `contract_active`
 */
export async function cancelContract(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  reason: string,
): Promise<ContractRow> {
  const change = { cancelledAt: deps.clock.now(), cancelReason: reason };
  const cancelled = await applyMove(trx, deps, scope, doer, contract, 'cancel', change, { reason });
  await closeOnboarding(trx, deps, scope, doer, contract.id);
  await releaseCommitment(trx, deps, scope, doer, { kind: 'contract', id: contract.id });
  const words = { title: contract.title, reason };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.cancelled', words });
  return cancelled;
}
