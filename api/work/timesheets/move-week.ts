import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { TimeDeps } from './deps.ts';
import { findTimesheet, updateTimesheet } from './store.ts';
import type { TimesheetRow } from './table.ts';
import { type TimesheetMove, timesheetMoves } from './timesheet.ts';

export type WeekMove = { reason?: string | null; details?: Record<string, unknown> };

/**
 * Moves a week, to its timeline and the audit log.
 * @throws 409 by state: `timesheet_accepted` …
 */
export async function moveWeek(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  timesheet: TimesheetRow,
  move: TimesheetMove,
  change: Partial<Omit<TimesheetRow, 'id' | 'tenantId' | 'revision' | 'state'>> = {},
  { reason = null, details = {} }: WeekMove = {},
): Promise<TimesheetRow> {
  const { from, to } = requireMove(timesheetMoves, 'timesheet', move, timesheet.state);
  if (!(await updateTimesheet(trx, scope, timesheet.id, from, { ...change, state: to }))) {
    const { state } = (await findTimesheet(trx, scope, timesheet.id))!;
    throw moveRefused('timesheet', move, state);
  }
  const subject = { kind: 'timesheet', id: timesheet.id };
  await recordMove(trx, deps, scope, doer, { subject, move, from: timesheet.state, to, reason, details });
  await touchContract(trx, deps, scope, timesheet.contractId, { isActivity: doer.actor.kind !== 'clock' });
  return (await findTimesheet(trx, scope, timesheet.id))!;
}
