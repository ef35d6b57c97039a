import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type RecordedMove, recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ContractMove, type ContractState, contractMoves } from './contract.ts';
import type { ContractDeps } from './open-contract.ts';
import { type ContractChange, findContract, moveContract } from './store.ts';
import type { ContractRow } from './table.ts';

type Told = Pick<RecordedMove, 'reason' | 'details' | 'audience'>;

/**
 * The guarded update, its entry in the timeline and the news for other wings.
 * @throws 409 by state, also for whoever was slower
 */
export async function applyMove(
  trx: Executor,
  deps: ContractDeps,
  scope: TenantScope,
  doer: Doer,
  contract: ContractRow,
  name: ContractMove,
  change: ContractChange = {},
  told: Told = {},
): Promise<ContractRow> {
  const { from, to } = requireMove<ContractState, ContractMove>(contractMoves, 'contract', name, contract.state);
  const nowMs = deps.clock.now();
  const whole = { ...change, state: to };
  if (!(await moveContract(trx, scope, contract.id, from, nowMs, whole)))
    throw moveRefused('contract', name, (await findContract(trx, scope, contract.id))!.state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'contract', id: contract.id },
    move: name,
    from: contract.state,
    to,
    ...told,
  });
  const { id, tenantId, freelancerId } = contract;
  const news = { id, tenantId, freelancerId, move: name, from: contract.state, to };
  await deps.outbox.record(trx, 'contractMoved', tenantId, news, nowMs);
  return { ...contract, ...whole, revision: contract.revision + 1, changedAt: nowMs };
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    contractMoved: {
      id: string;
      tenantId: string;
      freelancerId: string;
      move: ContractMove;
      from: ContractState;
      to: ContractState;
    };
  }
}
