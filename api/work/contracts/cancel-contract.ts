import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { contractMoves } from './contract.ts';
import { type ContractDeps, sidesOf } from './open-contract.ts';
import { findContract, moveContract } from './store.ts';
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
  const move = requireMove(contractMoves, 'contract', 'cancel', contract.state);
  const change = { state: move.to, cancelledAt: deps.clock.now(), cancelReason: reason };
  if (!(await moveContract(trx, scope, contract.id, move.from, deps.clock.now(), change))) {
    // The clock was faster.
    throw moveRefused('contract', 'cancel', (await findContract(trx, scope, contract.id))!.state);
  }
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'contract', id: contract.id },
    move: 'cancel',
    from: contract.state,
    to: move.to,
    reason,
  });
  const words = { title: contract.title, reason };
  for (const side of sidesOf(contract)) await notify(trx, deps, { ...side, kind: 'contract.cancelled', words });
  return { ...contract, ...change };
}
