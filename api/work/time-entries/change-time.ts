import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { detachUploads } from '../../platform/files/attach-uploads.ts';
import { notFound, Refusal } from '../../platform/http/problem.ts';
import { requireUsableCode } from '../activity-codes/read-codes.ts';
import { getOwnContract, requireWorking } from '../contracts/read-contracts.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { takeWeek, weekClosed } from '../timesheets/open-week.ts';
import { readDiary } from '../work-diary/read-diary.ts';
import type { TimeEntryChange } from './schema.ts';
import { deleteEntry, deleteSegments, findEntry, listSegmentsOfEntry, updateEntry } from './store.ts';
import type { TimeEntryRow, TimeSegmentRow } from './table.ts';
import { type Span, segmentMs, weekStartOf } from './time-entry.ts';
import { refused, requirePossible } from './week-rules.ts';
import { fillSpan, recordTime, requireOneWeek } from './write-time.ts';

/** @throws 404 */
export async function getOwnEntry(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<TimeEntryRow> {
  const found = await findEntry(db, freelancer, tenant, id);
  if (!found) throw notFound();
  return found;
}

/**
 * Changes what was worked on, and of manual time when; tracked time only gets shorter.
 * @throws 409 week_closed, time_overlaps, contract_paused …, 412, 422 each with its field
 */
export async function changeTime(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  entry: TimeEntryRow,
  change: TimeEntryChange,
): Promise<TimeEntryRow> {
  const contract = await getOwnContract(trx, acting, entry.contractId);
  const scope = tenantOfFound(acting.freelancer, entry);
  const segments = await listSegmentsOfEntry(trx, scope, entry.id);
  const old = spanOf(segments);
  const span = {
    startMs: change.startsAt === undefined ? old.startMs : Date.parse(change.startsAt),
    endMs: change.endsAt === undefined ? old.endMs : Date.parse(change.endsAt),
  };
  const { memo = entry.memo, activityCodeId = entry.activityCodeId } = change;
  if (entry.kind === 'manual' && memo === '') throw refused('/memo', 'memo_required', 'Say what was worked on.');
  if (change.activityCodeId !== undefined) {
    const { isActivityCodeRequired } = await readDiary(trx, contract);
    await requireUsableCode(trx, contract, isActivityCodeRequired === 1, activityCodeId);
  }
  const { timesheet } = await takeWeek(trx, deps, contract, weekStartOf(old.startMs));
  if (span.startMs !== old.startMs || span.endMs !== old.endMs) {
    requirePossible(contract, span, deps.clock.now());
    requireOneWeek(span);
    if (weekStartOf(span.startMs) !== timesheet.weekStartsAt)
      throw refused('/startsAt', 'other_week', 'An entry stays in its week: delete it and enter it in the other one.');
    await moveSpan(trx, deps, acting, entry, segments, span, () => requireWorking(contract));
  }
  const updatedAt = deps.clock.now();
  if (!(await updateEntry(trx, scope, entry, { memo, activityCodeId, updatedAt }))) throw changedMeanwhile();
  await recordTime(trx, deps, doer, contract, timesheet, 'timeChanged', { entryId: entry.id, ...change });
  return { ...entry, memo, activityCodeId, updatedAt, revision: entry.revision + 1 };
}

/** Keeps the segments that stay: their pictures and signs of life are theirs. */
async function moveSpan(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  entry: TimeEntryRow,
  segments: readonly TimeSegmentRow[],
  span: Span,
  requireMore: () => void,
): Promise<void> {
  const stays = ({ startsAt }: TimeSegmentRow) => startsAt >= span.startMs && startsAt < span.endMs;
  const kept = segments.filter(stays);
  if (entry.kind === 'tracked') {
    if (span.startMs < spanOf(segments).startMs || span.endMs > spanOf(segments).endMs || kept.length === 0)
      throw refused(
        '/endsAt',
        'tracked_time_only_shorter',
        'Tracked time can be cut, not added to. Enter the rest by hand.',
      );
    return removeSegments(
      trx,
      acting,
      entry,
      segments.filter((segment) => !stays(segment)),
    );
  }
  await removeSegments(
    trx,
    acting,
    entry,
    segments.filter((segment) => !stays(segment)),
  );
  if ((span.endMs - span.startMs) / segmentMs > kept.length) requireMore();
  await fillSpan(trx, deps, acting, entry, span, new Set(kept.map(({ startsAt }) => startsAt)));
}

/** @throws 409 week_closed, 412 */
export async function deleteTime(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  entry: TimeEntryRow,
): Promise<void> {
  const contract = await getOwnContract(trx, acting, entry.contractId);
  const scope = tenantOfFound(acting.freelancer, entry);
  const segments = await listSegmentsOfEntry(trx, scope, entry.id);
  const { startMs, endMs } = spanOf(segments);
  const { timesheet } = await takeWeek(trx, deps, contract, weekStartOf(startMs));
  if (timesheet.id !== entry.timesheetId) throw weekClosed();
  if (!(await updateEntry(trx, scope, entry, {}))) throw changedMeanwhile();
  await removeSegments(trx, acting, entry, segments);
  await deleteEntry(trx, scope, entry.id);
  const { id: entryId, memo, kind } = entry;
  const startsAt = new Date(startMs).toISOString();
  const minutes = (segments.length * segmentMs) / 60_000;
  const endsAt = new Date(endMs).toISOString();
  await recordTime(trx, deps, doer, contract, timesheet, 'timeDeleted', {
    entryId,
    kind,
    memo,
    startsAt,
    endsAt,
    minutes,
  });
}

async function removeSegments(
  trx: Executor,
  { freelancer }: ActingFreelancer,
  entry: TimeEntryRow,
  segments: readonly TimeSegmentRow[],
): Promise<void> {
  for (const { id, screenshot } of segments)
    if (screenshot === 'kept') await detachUploads(trx, { kind: 'timeSegment', id });
  await deleteSegments(
    trx,
    tenantOfFound(freelancer, entry),
    segments.map(({ id }) => id),
  );
}

export function spanOf(segments: readonly { startsAt: number }[]): Span {
  const starts = segments.map(({ startsAt }) => startsAt);
  return { startMs: Math.min(...starts), endMs: Math.max(...starts) + segmentMs };
}

const changedMeanwhile = () =>
  new Refusal(
    412,
    'changed_meanwhile',
    'This was changed since you read it; your change was not saved. Read it again and repeat.',
  );
