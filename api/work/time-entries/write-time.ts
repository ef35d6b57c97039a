import type { Doer } from '../../platform/audit/record-audit.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireUsableCode } from '../activity-codes/read-codes.ts';
import { type AgreedContract, getOwnContract, requireWorking } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { takeWeek } from '../timesheets/open-week.ts';
import type { TimesheetRow } from '../timesheets/read-timesheets.ts';
import { readDiary } from '../work-diary/read-diary.ts';
import type { NewTimeEntry } from './schema.ts';
import { insertEntry, insertSegmentsOnce, listSegmentsBetween } from './store.ts';
import type { TimeEntryRow, TimeSegmentRow } from './table.ts';
import { type Span, segmentsOf, splitByWeek, weekStartOf } from './time-entry.ts';
import { refused, requirePossible } from './week-rules.ts';

/**
 * Time by hand, where the contract allows it and nothing else was worked then.
 * @throws 404, 409 contract_paused …, manual_time_not_allowed, week_closed, time_overlaps, 422 each with its field
 */
export async function enterTime(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { contractId, memo, activityCodeId, ...when }: NewTimeEntry,
): Promise<TimeEntryRow> {
  const contract = await getOwnContract(trx, acting, contractId);
  requireWorking(contract);
  const span = { startMs: Date.parse(when.startsAt), endMs: Date.parse(when.endsAt) };
  requirePossible(contract, span, deps.clock.now());
  requireOneWeek(span);
  if (memo === '') throw refused('/memo', 'memo_required', 'Say what was worked on.');
  const { isActivityCodeRequired } = await readDiary(trx, contract);
  await requireUsableCode(trx, contract, isActivityCodeRequired === 1, activityCodeId);
  const { timesheet, terms } = await takeWeek(trx, deps, contract, weekStartOf(span.startMs));
  if (!terms.manualTimeAllowed) throw manualNotAllowed();
  const entry = newEntry(deps, timesheet, { kind: 'manual', memo, activityCodeId });
  await insertEntry(trx, entry);
  await fillSpan(trx, deps, acting, entry, span);
  await recordTime(trx, deps, doer, contract, timesheet, 'timeEntered', { entryId: entry.id, ...when, memo });
  return entry;
}

export function requireOneWeek(span: Span): void {
  if (splitByWeek(span).length > 1)
    throw refused(
      '/endsAt',
      'time_in_two_weeks',
      'A week ends on Sunday 24:00 UTC: enter what is before and what is after apart.',
    );
}

export function newEntry(
  { clock, newId }: TimeDeps,
  { id: timesheetId, tenantId, contractId, freelancerId }: TimesheetRow,
  what: Pick<TimeEntryRow, 'kind' | 'memo' | 'activityCodeId'>,
): TimeEntryRow {
  const nowMs = clock.now();
  return {
    ...what,
    id: newId('te'),
    tenantId,
    contractId,
    freelancerId,
    timesheetId,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
}

export function newSegment(
  { newId }: TimeDeps,
  { id: entryId, tenantId, contractId, freelancerId, timesheetId, kind }: TimeEntryRow,
  startsAt: number,
  hasActivity: boolean,
): TimeSegmentRow {
  return {
    freelancerId,
    startsAt,
    id: newId('sg'),
    tenantId,
    contractId,
    timesheetId,
    entryId,
    kind,
    hasActivity: hasActivity ? 1 : 0,
    screenshot: 'none',
    billing: null,
    isDisputed: 0,
  };
}

/** @throws 409 time_overlaps: other time of this freelancer, for whomever it was */
export async function fillSpan(
  trx: Executor,
  deps: TimeDeps,
  { freelancer }: ActingFreelancer,
  entry: TimeEntryRow,
  span: Span,
  besides: ReadonlySet<number> = new Set(),
): Promise<void> {
  const starts = segmentsOf(span).filter((startMs) => !besides.has(startMs));
  const taken = await listSegmentsBetween(trx, freelancer, span.startMs, span.endMs);
  if (taken.some(({ startsAt }) => !besides.has(startsAt))) throw overlapping();
  const rows = starts.map((startMs) => newSegment(deps, entry, startMs, false));
  if (rows.length > 0 && (await insertSegmentsOnce(trx, rows)) !== rows.length) throw overlapping();
}

/** Of a change in a week's time, to its timeline; live pages hear of it. */
export async function recordTime(
  trx: Executor,
  deps: TimeDeps,
  doer: Doer,
  contract: Pick<AgreedContract, 'id' | 'tenantId'>,
  { id }: Pick<TimesheetRow, 'id'>,
  move: string,
  details: Record<string, unknown>,
): Promise<void> {
  const scope = tenantScope(contract.tenantId);
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'timesheet', id }, move, details });
  await touchContract(trx, deps, scope, contract.id);
}

const overlapping = () =>
  conflict(
    'time_overlaps',
    'Other time is written down for then already, here or for another client; nothing was changed. Choose another time.',
  );
const manualNotAllowed = () =>
  conflict(
    'manual_time_not_allowed',
    'This contract counts only time of the timer; nothing was entered. Start the timer, or ask the client to change the terms.',
  );
