import { quoteEarning } from '../../money/earnings/read-earnings.ts';
import { type Money, money, subtract } from '../../money/money.ts';
import { readPayments } from '../../money/payments/read-payments.ts';
import type { Person } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readAttachments } from '../../platform/files/read-attachments.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { photoPath } from '../../talent/freelancers/present-freelancer.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { brandOf } from '../contracts/contract-answers.ts';
import { chargeFor } from '../milestones/charge-contract.ts';
import { readDiary } from '../work-diary/read-diary.ts';
import { listAdjustments } from './correction-store.ts';
import type { AnswerDeps } from './deps.ts';
import { hourlyOf } from './open-week.ts';
import { presentEntry, presentWeek, presentWhole } from './present-timesheet.ts';
import { ownRights, teamRights } from './rights-of-week.ts';
import type { OwnTimesheet, OwnTimesheetSummary, Timesheet, TimesheetSummary } from './schema.ts';
import type { TimesheetRow } from './table.ts';
import { readWeekFacts, sumsOf, type WeekFacts } from './week-facts.ts';

/** For the client’s people. */
export async function answerSummaries(
  db: Executor,
  deps: AnswerDeps,
  scope: TenantScope,
  person: Person,
  rows: readonly TimesheetRow[],
): Promise<TimesheetSummary[]> {
  const weeks = await readWeekFacts(db, rows);
  return Promise.all(weeks.map((week) => summaryOf(db, deps, scope, person, week)));
}

async function summaryOf(
  db: Executor,
  { clock }: AnswerDeps,
  scope: TenantScope,
  person: Person,
  week: WeekFacts,
): Promise<TimesheetSummary> {
  const { freelancerId, team } = week.contract;
  const freelancer = (await readFreelancerRows(db, [freelancerId])).get(freelancerId);
  const { total, amount } = await chargeOfWeek(db, scope, week);
  return {
    ...presentWeek(week),
    freelancer: { id: freelancerId, name: freelancer?.name ?? '', photoUrl: freelancer ? photoPath(freelancer) : null },
    team,
    clientFee: subtract(total, amount),
    total,
    rights: teamRights(week, person, clock.now()),
  };
}

/** As it was charged, or as it would be now. */
async function chargeOfWeek(db: Executor, scope: TenantScope, week: WeekFacts) {
  const { row } = week;
  const payment = row.paymentId && (await paymentOf(db, scope, row));
  const { amount } = sumsOf(week);
  if (!payment) return chargeFor(db, scope, week.contract, amount);
  const inCurrency = (amountMinor: number): Money => money(amountMinor, payment.currency);
  return {
    amount: inCurrency(payment.principalMinor),
    fee: inCurrency(payment.feeMinor),
    initiation: inCurrency(payment.initiationMinor),
    tax: inCurrency(payment.taxMinor),
    taxCountry: payment.taxCountry,
    total: inCurrency(payment.amountMinor),
  };
}

async function paymentOf(db: Executor, scope: TenantScope, { id, paymentId }: TimesheetRow) {
  const payments = await readPayments(db, scope, { subject: { kind: 'timesheet', id } });
  return payments.find((payment) => payment.id === paymentId);
}

export async function answerTimesheet(
  db: Executor,
  deps: AnswerDeps,
  scope: TenantScope,
  person: Person,
  row: TimesheetRow,
): Promise<Timesheet> {
  const [week] = await readWeekFacts(db, [row]);
  const { taxCountry: _country, ...quote } = await chargeOfWeek(db, scope, week!);
  const payment = row.paymentId ? await paymentOf(db, scope, row) : undefined;
  return {
    ...(await summaryOf(db, deps, scope, person, week!)),
    ...(await wholeOf(db, deps, scope, week!)),
    quote,
    payment: payment ? { id: payment.id, state: payment.state, nextAction: null, total: quote.total } : null,
    isSandbox: deps.processor.isSandbox,
  };
}

/** For the freelancer. */
export async function answerOwnSummaries(
  db: Executor,
  deps: AnswerDeps,
  rows: readonly TimesheetRow[],
): Promise<OwnTimesheetSummary[]> {
  const weeks = await readWeekFacts(db, rows);
  return Promise.all(weeks.map((week) => ownSummaryOf(db, deps, week)));
}

async function ownSummaryOf(db: Executor, deps: AnswerDeps, week: WeekFacts): Promise<OwnTimesheetSummary> {
  const { row, contract } = week;
  const { freelancerId, fees } = contract;
  const gross = sumsOf(week).amount;
  return {
    ...presentWeek(week),
    // How the client pays is the client’s.
    chargeRefusal: null,
    client: await brandOf(deps, row),
    net: await quoteEarning(db, tenantScope(row.tenantId), { freelancerId, gross, schedule: fees.freelancer }),
    rights: ownRights(week, hourlyOf(contract.terms), deps.clock.now()),
  };
}

export async function answerOwnTimesheets(
  db: Executor,
  deps: AnswerDeps,
  rows: readonly TimesheetRow[],
): Promise<OwnTimesheet[]> {
  const weeks = await readWeekFacts(db, rows);
  return Promise.all(
    weeks.map(async (week) => ({
      ...(await ownSummaryOf(db, deps, week)),
      ...(await wholeOf(db, deps, tenantScope(week.row.tenantId), week)),
      entries: week.entries
        .map((entry) => presentEntry(entry, week))
        .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
      isSandbox: deps.processor.isSandbox,
    })),
  );
}

async function wholeOf(db: Executor, deps: AnswerDeps, scope: TenantScope, week: WeekFacts) {
  const { row, contract, segments, dispute } = week;
  const adjustments = await listAdjustments(db, [row.id]);
  const ids = segments.filter(({ screenshot }) => screenshot === 'kept').map(({ id }) => id);
  const people = [...adjustments.map(({ madeBy }) => madeBy), ...(dispute ? [dispute.disputedBy] : [])];
  return presentWhole(week, {
    pictures: await readAttachments(db, deps, scope, 'timeSegment', ids),
    adjustments,
    names: await peopleById(db, [...new Set(people)]),
    diary: await readDiary(db, contract),
  });
}
