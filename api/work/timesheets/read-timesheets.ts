import { type Money, money } from '../../money/money.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { termsOfWeek } from '../contracts/read-contracts.ts';
import { countSegments } from '../time-entries/read-segments.ts';
import { amountOfSegments, minutesOf, segmentMinutes, weekStartOf } from '../time-entries/time-entry.ts';
import { hourlyOf } from './open-week.ts';
import { findTimesheet, findTimesheetOf, listLiveTimesheets } from './store.ts';
import type { TimesheetRow } from './table.ts';
import type { ChargeState, TimesheetState } from './timesheet.ts';

export type { TimesheetRow } from './table.ts';

/** For somebody of the tenant. @throws 404 */
export async function getTimesheet(db: Executor, scope: TenantScope, id: string): Promise<TimesheetRow> {
  const found = await findTimesheet(db, scope, id);
  if (!found) throw notFound();
  return found;
}

/** For the freelancer whose time it is. @throws 404 */
export async function getOwnTimesheet(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<TimesheetRow> {
  const found = await findTimesheetOf(db, freelancer, tenant, id);
  if (!found) throw notFound();
  return found;
}

/** What a contract's status says of one of its weeks. */
export type WeekStanding = {
  /** Null before any time was written down. */
  id: string | null;
  weekStartsAt: EpochMs;
  state: TimesheetState;
  trackedMinutes: number;
  billableMinutes: number;
  limitMinutes: number | null;
  rate: Money;
  amount: Money;
  charge: ChargeState;
  /** When its state ends by the clock. */
  dueAt: EpochMs | null;
};

export type WeeksOfContract = {
  /** The week that is under way; undefined where the contract is not by the hour. */
  thisWeek: WeekStanding | undefined;
  /** Earlier weeks that wait for somebody or for money, the newest first; not those in security. */
  waiting: WeekStanding[];
};

const over = ['security', 'available', 'unbilled', 'refunded'] as const satisfies TimesheetState[];

/** By contract; every contract has its entry. The caller has made sure that the contracts may be seen. */
export async function readWeeks(
  db: Executor,
  contractIds: readonly string[],
  nowMs: EpochMs,
): Promise<Map<string, WeeksOfContract>> {
  if (contractIds.length === 0) return new Map();
  const weekStartsAt = weekStartOf(nowMs);
  const rows = await listLiveTimesheets(db, contractIds, over);
  const counts =
    rows.length > 0
      ? await countSegments(
          db,
          rows.map(({ id }) => id),
        )
      : new Map<string, number>();
  const terms = await termsOfWeek(db, contractIds, weekStartsAt);
  const byContract = Map.groupBy(rows, ({ contractId }) => contractId);
  return new Map(
    contractIds.map((contractId) => {
      const own = byContract.get(contractId) ?? [];
      const current = own.find((row) => row.weekStartsAt === weekStartsAt);
      const agreed = terms.get(contractId);
      const hourly = agreed && hourlyOf(agreed);
      const thisWeek = current ? standingOf(current, counts) : hourly && emptyWeek(hourly, weekStartsAt);
      const waiting = own.filter((row) => row !== current).map((row) => standingOf(row, counts));
      return [contractId, { thisWeek, waiting }];
    }),
  );
}

function standingOf(row: TimesheetRow, counts: ReadonlyMap<string, number>): WeekStanding {
  const { id, weekStartsAt, state, limitMinutes, rateMinor, currency, charge, dueAt } = row;
  const segments = counts.get(id) ?? 0;
  const limit = limitMinutes === null ? segments : Math.floor(limitMinutes / segmentMinutes);
  const billable = row.billedSegments ?? Math.min(segments, limit);
  const rate = money(rateMinor, currency);
  return {
    id,
    weekStartsAt,
    state,
    trackedMinutes: minutesOf(segments),
    billableMinutes: minutesOf(billable),
    limitMinutes,
    rate,
    amount: row.amountMinor === null ? amountOfSegments(rate, billable) : money(row.amountMinor, currency),
    charge,
    dueAt,
  };
}

function emptyWeek(
  { rateMinor, currency, limitMinutes }: NonNullable<ReturnType<typeof hourlyOf>>,
  weekStartsAt: EpochMs,
): WeekStanding {
  return {
    id: null,
    weekStartsAt,
    state: 'open',
    trackedMinutes: 0,
    billableMinutes: 0,
    limitMinutes,
    rate: money(rateMinor, currency),
    amount: money(0, currency),
    charge: 'none',
    dueAt: null,
  };
}
