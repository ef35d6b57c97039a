import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { Move } from '../../platform/moves/move.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { WorkMoneyDeps } from '../milestones/deps.ts';
import { findPeriod, updatePeriod } from './period-store.ts';
import {
  type PeriodMove,
  type PeriodState,
  periodMoves,
  type RetainerMove,
  type RetainerState,
  retainerMoves,
} from './retainer.ts';
import { findRetainer, updateRetainer } from './store.ts';
import type { RetainerPeriodRow, RetainerRow } from './table.ts';

/** @throws 409 by state: `retainer_paused`; retainer_changed */
export async function moveRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RetainerRow,
  name: RetainerMove,
  change: Partial<RetainerRow> = {},
  reason: string | null = null,
): Promise<RetainerRow> {
  const scope = tenantScope(row.tenantId);
  const { to }: Move<RetainerState> = requireMove(retainerMoves, 'retainer', name, row.state);
  const whole = { ...change, state: to, updatedAt: deps.clock.now() };
  if (!(await updateRetainer(trx, row, whole))) {
    const { state } = (await findRetainer(trx, scope, row.id))!;
    throw state === row.state ? retainerChanged() : moveRefused('retainer', name, state);
  }
  const subject = { kind: 'retainer', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to, reason });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: doer.actor.kind === 'person' });
  return { ...row, ...whole, revision: row.revision + 1 };
}

/** @throws 409 by state: `retainer_period_released` */
export async function movePeriod(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RetainerPeriodRow,
  name: PeriodMove,
  change: Partial<RetainerPeriodRow> = {},
  reason: string | null = null,
): Promise<RetainerPeriodRow> {
  const scope = tenantScope(row.tenantId);
  const { to }: Move<PeriodState> = requireMove(periodMoves, 'retainerPeriod', name, row.state);
  const whole = { ...change, state: to };
  if (!(await updatePeriod(trx, row, whole)))
    throw moveRefused('retainerPeriod', name, (await findPeriod(trx, scope, row.id))!.state);
  const subject = { kind: 'retainerPeriod', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to, reason });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: doer.actor.kind === 'person' });
  return { ...row, ...whole };
}

const retainerChanged = () =>
  conflict('retainer_changed', 'This retainer was changed a moment ago; nothing was done. Look at it again.');
