import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type AgreedContract, termsOfWeek } from '../contracts/read-contracts.ts';
import { weekMs } from '../time-entries/time-entry.ts';
import type { TimeDeps } from './deps.ts';
import { type TimesheetsPolicy, timesheetsPolicy } from './policy.ts';
import { findTimesheetOfWeek, insertTimesheetOnce, updateTimesheet } from './store.ts';
import type { TimesheetRow } from './table.ts';
import { writableStates } from './timesheet.ts';

const hourMs = 3_600_000;

/** When each review of a week ends. */
export function deadlinesOf(weekStartsAt: number, policy: TimesheetsPolicy) {
  const endsAt = weekStartsAt + weekMs;
  return {
    endsAt,
    chargesAt: endsAt + policy.freelancerReviewHours * hourMs,
    reviewUntil: endsAt + Math.max(policy.clientReviewHours, policy.freelancerReviewHours + 1) * hourMs,
  };
}

export type HourlyTerms = {
  rateMinor: number;
  currency: string;
  limitMinutes: number | null;
  manualTimeAllowed: boolean;
};

/** What a week is worked by; undefined where the contract is not by the hour. */
export async function hourlyTermsOf(
  db: Executor,
  contract: AgreedContract,
  weekStartsAt: number,
): Promise<HourlyTerms | undefined> {
  const terms = (await termsOfWeek(db, [contract.id], weekStartsAt)).get(contract.id) ?? contract.terms;
  return hourlyOf(terms);
}

export function hourlyOf({ payment }: AgreedContract['terms']): HourlyTerms | undefined {
  if (payment.kind !== 'hourly') return undefined;
  const { rate, weeklyLimitHours, manualTimeAllowed } = payment;
  return {
    rateMinor: rate.amountMinor,
    currency: rate.currency,
    limitMinutes: weeklyLimitHours === null ? null : weeklyLimitHours * 60,
    manualTimeAllowed,
  };
}

/**
 * The week to write time into: taken for this transaction, so that the clock does not charge it at the same moment.
 * @throws 409 week_closed, contract_not_hourly
 */
export async function takeWeek(
  trx: Executor,
  deps: TimeDeps,
  contract: AgreedContract,
  weekStartsAt: number,
): Promise<{ timesheet: TimesheetRow; terms: HourlyTerms }> {
  const scope = tenantScope(contract.tenantId);
  const terms = await hourlyTermsOf(trx, contract, weekStartsAt);
  if (!terms) throw notHourly();
  const deadlines = deadlinesOf(weekStartsAt, await readPolicy(trx, scope, timesheetsPolicy));
  if (deps.clock.now() >= deadlines.chargesAt) throw weekClosed();
  const known = await findTimesheetOfWeek(trx, scope, contract.id, weekStartsAt);
  const timesheet = known ?? (await openWeek(trx, deps, scope, contract, weekStartsAt, terms, deadlines));
  const { rateMinor, limitMinutes } = terms;
  if (!(await updateTimesheet(trx, scope, timesheet.id, writableStates, { rateMinor, limitMinutes })))
    throw weekClosed();
  return { timesheet: { ...timesheet, rateMinor, limitMinutes, revision: timesheet.revision + 1 }, terms };
}

async function openWeek(
  trx: Executor,
  { clock, newId }: TimeDeps,
  scope: TenantScope,
  { id: contractId, tenantId, freelancerId }: AgreedContract,
  weekStartsAt: number,
  { rateMinor, currency, limitMinutes }: HourlyTerms,
  { endsAt, chargesAt }: ReturnType<typeof deadlinesOf>,
): Promise<TimesheetRow> {
  const createdAt = clock.now();
  const isOver = createdAt >= endsAt;
  await insertTimesheetOnce(trx, {
    id: newId('ts'),
    tenantId,
    contractId,
    freelancerId,
    weekStartsAt,
    state: isOver ? 'freelancerReview' : 'open',
    revision: 1,
    currency,
    rateMinor,
    limitMinutes,
    billedSegments: null,
    overLimitSegments: null,
    amountMinor: null,
    charge: 'none',
    chargeAttempts: 0,
    chargeAgainAt: null,
    paymentId: null,
    chargeRefusal: null,
    paidAt: null,
    dueAt: isOver ? chargesAt : endsAt,
    acceptedAt: null,
    earnedMinor: 0,
    refundedMinor: 0,
    lostMinor: 0,
    createdAt,
  });
  return (await findTimesheetOfWeek(trx, scope, contractId, weekStartsAt))!;
}

export const weekClosed = () =>
  conflict(
    'week_closed',
    'This week is closed and never opens again; nothing was changed. Put it right with an adjustment.',
  );
export const notHourly = () =>
  conflict('contract_not_hourly', 'This contract is not paid by the hour; nothing was changed.');
