import type { Doer } from '../../platform/audit/record-audit.ts';
import { freelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { deleteEntry, insertEntry, insertSegmentsOnce } from '../time-entries/keep-segments.ts';
import type { TimeEntryRow } from '../time-entries/read-segments.ts';
import { findEntry } from '../time-entries/read-segments.ts';
import { countSegments, segmentOf, weekStartOf } from '../time-entries/time-entry.ts';
import { newEntry, newSegment, recordTime } from '../time-entries/write-time.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { takeWeek } from '../timesheets/open-week.ts';
import type { TimesheetRow } from '../timesheets/read-timesheets.ts';
import { updateTimer } from './store.ts';
import type { TimerRow } from './table.ts';

/**
 * Writes down what a timer has counted since it was last seen. Ten minutes that are written down already stay as they
 * are: two that race count once.
 * @returns the timer as it is then
 */
export async function keepTracked(
  trx: Executor,
  deps: TimeDeps,
  doer: Doer,
  contract: AgreedContract,
  timer: TimerRow,
  toMs: number,
): Promise<TimerRow> {
  const { counted, restMs } = countSegments({ startMs: timer.seenAt, endMs: toMs }, timer.filledMs);
  const heardIn = new Set([segmentOf(timer.seenAt), segmentOf(toMs)]);
  let { entryId } = timer;
  for (const [weekStartsAt, starts] of Map.groupBy(counted, weekStartOf)) {
    const timesheet = await takeWeekIfOpen(trx, deps, contract, weekStartsAt);
    if (!timesheet) continue;
    const { entry, isNew } = await entryFor(trx, deps, timer, timesheet, entryId);
    const rows = starts.map((startMs) => newSegment(deps, entry, startMs, heardIn.has(startMs)));
    const written = await insertSegmentsOnce(trx, rows);
    if (written === 0 && isNew) {
      await deleteEntry(trx, tenantScope(contract.tenantId), entry.id);
      continue;
    }
    entryId = entry.id;
    if (isNew) await recordTime(trx, deps, doer, contract, timesheet, 'timeTracked', { entryId });
    else await touchContract(trx, deps, tenantScope(contract.tenantId), contract.id);
  }
  const change = { seenAt: toMs, filledMs: restMs, entryId };
  await updateTimer(trx, timer.freelancerId, change);
  return { ...timer, ...change };
}

/** The clock may have charged the week while nothing was heard of the timer. */
async function takeWeekIfOpen(
  trx: Executor,
  deps: TimeDeps,
  contract: AgreedContract,
  weekStartsAt: number,
): Promise<TimesheetRow | undefined> {
  try {
    return (await takeWeek(trx, deps, contract, weekStartsAt)).timesheet;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'week_closed') return undefined;
    throw error;
  }
}

/** One entry a run and week; somebody may have deleted it meanwhile. */
async function entryFor(
  trx: Executor,
  deps: TimeDeps,
  { freelancerId, memo, activityCodeId, tenantId }: TimerRow,
  timesheet: TimesheetRow,
  entryId: string | null,
): Promise<{ entry: TimeEntryRow; isNew: boolean }> {
  const known = entryId && (await findEntry(trx, freelancerScope(freelancerId), tenantScope(tenantId), entryId));
  if (known && known.timesheetId === timesheet.id) return { entry: known, isNew: false };
  const entry = newEntry(deps, timesheet, { kind: 'tracked', memo, activityCodeId });
  await insertEntry(trx, entry);
  return { entry, isNew: true };
}
