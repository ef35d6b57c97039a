import type { Logger } from 'pino';
import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { money } from '../../money/money.ts';
import { settleRefund } from '../../money/refunds/settle-refund.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { EventPayloads } from '../../platform/events/events.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import { amountInWords } from '../milestones/tell-sides.ts';
import { setBilling } from '../time-entries/keep-segments.ts';
import { listSegmentsOfWeeks } from '../time-entries/read-segments.ts';
import { amountOfSegments, splitByLimit, weekName } from '../time-entries/time-entry.ts';
import { chargeWeek } from './charge-week.ts';
import { acceptWeek } from './decide-week.ts';
import type { WeekDeps } from './deps.ts';
import { moveWeek } from './move-week.ts';
import { deadlinesOf, hourlyTermsOf } from './open-week.ts';
import { timesheetsPolicy } from './policy.ts';
import { findTimesheet, listDueTimesheets, listToCharge, updateTimesheet } from './store.ts';
import type { TimesheetRow } from './table.ts';
import { tellOfWeek } from './tell-of-week.ts';
import { type TimesheetState, timesheetCan, timesheetStates } from './timesheet.ts';

const everyMs = 60_000;
const batchMax = 100;

export type WatchWeeksDeps = WeekDeps & { jobs: JobRunner; log: Logger };

/** ⏱ Closes weeks, charges them and accepts them at their hour; declined charges are tried again. */
export function watchWeeks(deps: WatchWeeksDeps): void {
  const { database, clock, jobs } = deps;
  const steps: readonly [TimesheetState, (row: TimesheetRow, job: Job) => Promise<void>][] = [
    ['open', (row, job) => closeWeek(deps, row, job)],
    ['freelancerReview', (row, job) => submitWeek(deps, row, job)],
    ['clientReview', (row, job) => acceptDue(deps, row, job)],
  ];
  jobs.every({
    kind: 'timesheets.clock',
    everyMs,
    run: async (job) => {
      const nowMs = clock.now();
      for (const [state, step] of steps)
        await eachOnce(
          deps,
          () => listDueTimesheets(database.db, state, nowMs, batchMax),
          (row) => step(row, job),
        );
      await eachOnce(
        deps,
        () => listToCharge(database.db, nowMs, batchMax),
        (row) => chargeWeek(deps, clockDoer(job.id), row),
      );
    },
  });
  jobs.listen({
    kind: 'timesheets.earningAvailable',
    on: 'earningAvailable',
    run: (event) => settleDue(deps, event.payload, event.id),
  });
}

/** One that cannot be moved keeps no other from its hour; each is tried once a round. */
async function eachOnce(
  { log }: WatchWeeksDeps,
  list: () => Promise<TimesheetRow[]>,
  work: (row: TimesheetRow) => Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const due = await list();
    const fresh = due.filter(({ id }) => !seen.has(id));
    if (fresh.length === 0) return;
    for (const row of fresh) {
      seen.add(row.id);
      await work(row).catch((error: unknown) => {
        // Somebody was faster.
        if (!(error instanceof Refusal)) log.error({ err: error, timesheet: row.id }, 'a week was not moved on');
      });
    }
    if (due.length < batchMax) return;
  }
}

/** Monday 00:00: the week is over; the freelancer may put it right until noon. */
function closeWeek(deps: WatchWeeksDeps, row: TimesheetRow, job: Job): Promise<void> {
  const scope = tenantScope(row.tenantId);
  return deps.database.transaction(async (trx) => {
    const { chargesAt } = deadlinesOf(row.weekStartsAt, await readPolicy(trx, scope, timesheetsPolicy));
    const closed = await moveWeek(trx, deps, scope, clockDoer(job.id), row, 'close', { dueAt: chargesAt });
    const contract = (await readContracts(trx, [row.contractId])).get(row.contractId)!;
    const words = {
      title: contract.title,
      week: weekName(row.weekStartsAt),
      date: isoInstant(chargesAt).slice(0, 16).replace('T', ' '),
    };
    await tellOfWeek(trx, deps, contract, closed, 'freelancer', 'week.closed', words);
  });
}

/** Monday 12:00: what is billed is fixed for good, and charged next. */
export async function submitWeek(
  deps: Pick<WatchWeeksDeps, 'database'> & Omit<WeekDeps, 'database'>,
  row: TimesheetRow,
  job: Pick<Job, 'id'>,
): Promise<void> {
  await deps.database.transaction((trx) => fixWeek(trx, deps as WeekDeps, row, job));
}

async function fixWeek(trx: Executor, deps: WeekDeps, row: TimesheetRow, job: Pick<Job, 'id'>): Promise<void> {
  const scope = tenantScope(row.tenantId);
  const doer = clockDoer(job.id);
  const contract = (await readContracts(trx, [row.contractId])).get(row.contractId)!;
  // Takes the week before its segments are read: whoever writes time at this moment is before it or too late.
  if (!(await updateTimesheet(trx, scope, row.id, ['freelancerReview']))) return;
  const terms = (await hourlyTermsOf(trx, contract, row.weekStartsAt)) ?? row;
  const { rateMinor, limitMinutes } = terms;
  const segments = (await listSegmentsOfWeeks(trx, [row.id])).map(({ startsAt }) => ({ startMs: startsAt }));
  const { within, over } = splitByLimit(segments, limitMinutes);
  const { amountMinor } = amountOfSegments(money(rateMinor, row.currency), within.length);
  await setBilling(trx, scope, row.id, over[0]?.startMs ?? null);
  const fixed = { rateMinor, limitMinutes, billedSegments: within.length, overLimitSegments: over.length, amountMinor };
  const details = { billedSegments: within.length, overLimitSegments: over.length, amountMinor };
  const current = (await findTimesheet(trx, scope, row.id))!;
  if (amountMinor === 0) {
    await moveWeek(trx, deps, scope, doer, current, 'dismiss', { ...fixed, dueAt: null }, { details });
    return;
  }
  const nowMs = deps.clock.now();
  const { reviewUntil } = deadlinesOf(row.weekStartsAt, await readPolicy(trx, scope, timesheetsPolicy));
  const change = { ...fixed, dueAt: reviewUntil, chargeAgainAt: nowMs };
  const submitted = await moveWeek(trx, deps, scope, doer, current, 'submit', change, { details });
  const words = {
    title: contract.title,
    week: weekName(row.weekStartsAt),
    amount: amountInWords(money(amountMinor, row.currency)),
    date: isoInstant(reviewUntil - 1).slice(0, 10),
  };
  await tellOfWeek(trx, deps, contract, submitted, 'client', 'week.toReview', words);
}

/** Friday 23:59 has passed. */
async function acceptDue(deps: WatchWeeksDeps, row: TimesheetRow, job: Job): Promise<void> {
  const scope = tenantScope(row.tenantId);
  const { refundId } = await deps.database.transaction((trx) =>
    acceptWeek(trx, deps, scope, clockDoer(job.id), row.id),
  );
  if (refundId) await settleRefund(deps, refundId);
}

/** The security period of a week's earning is over: the week is, when none of its others waits. */
async function settleDue(
  deps: WatchWeeksDeps,
  { subject, tenantId }: EventPayloads['earningAvailable'],
  eventId: string,
): Promise<void> {
  if (subject.kind !== 'timesheet') return;
  const scope = tenantScope(tenantId);
  await deps.database.transaction(async (trx) => {
    // One after the other: two earnings of a week may come at once.
    await updateTimesheet(trx, scope, subject.id, timesheetStates);
    const row = await findTimesheet(trx, scope, subject.id);
    if (!row || !timesheetCan.settle(row)) return;
    const earned = await listEarningsOf(trx, { subject: { kind: 'timesheet', ids: [subject.id] } });
    if (earned.some(({ state }) => state === 'pending')) return;
    await moveWeek(trx, deps, scope, clockDoer(eventId), row, 'settle');
  });
}
