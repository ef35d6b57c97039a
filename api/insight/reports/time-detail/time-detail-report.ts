import { allocate, money } from '../../../money/money.ts';
import { readCodes } from '../../../work/activity-codes/read-codes.ts';
import { chargeEntries } from '../charge-entries.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts, type Facts } from '../facts.ts';
import { dayName } from '../periods.ts';
import { type EntryRow, none, type ReportRow } from '../report.ts';
import { listWeeks, type ReportedWeek } from './list-weeks.ts';
import { minutesOf, readTimeRows, segmentClasses, type TimeRow, weekName } from './time-rows.ts';

/** R3: worked time of closed weeks, by entry and day, with its part of what the week was charged. */
export const timeDetail: TenantReport = {
  slug: 'time-detail',
  audience: 'tenant',
  readers: figureReaders,
  filters: [
    'period',
    'team',
    'costCenter',
    'purchaseOrder',
    'category',
    'country',
    'freelancer',
    'contract',
    'status',
    'customField',
  ],
  statuses: segmentClasses,
  columns: [
    { key: 'workedOn', type: 'day' },
    { key: 'week', type: 'week' },
    { key: 'month', type: 'month' },
    { key: 'freelancer', type: 'text' },
    { key: 'agency', type: 'text' },
    { key: 'team', type: 'text' },
    { key: 'contract', type: 'text' },
    { key: 'activityCode', type: 'text' },
    { key: 'memo', type: 'text' },
    { key: 'segmentClass', type: 'code' },
    { key: 'protected', type: 'flag' },
    { key: 'protectionGaps', type: 'list' },
    { key: 'hours', type: 'hours', sums: true },
    { key: 'charge', type: 'money', sums: true, opens: true },
  ],
  chart: { kind: 'bars', x: 'week', y: 'hours', by: 'segmentClass' },
  async *rows(reading) {
    const facts = createFacts(reading);
    for await (const rows of timeRows(reading, facts)) yield await present(reading, facts, rows);
  },
  /** The charge of the week, of which the row is a part. */
  async *entries(reading, row, columnKey) {
    const [weekId] = row.key.split('~');
    const week = await reading.db
      .selectFrom('timesheets')
      .select(['contractId', 'weekStartsAt'])
      .where('tenantId', '=', reading.scope.tenantId)
      .where('id', '=', weekId!)
      .executeTakeFirst();
    const { charge } = row.cells;
    if (!week || columnKey !== 'charge' || !isMoney(charge)) return;
    const own = { ...reading, params: { ...reading.params, contractIds: [week.contractId] } };
    const since = { fromMs: week.weekStartsAt, toMs: reading.asOfMs + 1 };
    const entries: EntryRow[] = [];
    for await (const some of chargeEntries(own, since, 'work', {
      isKept: async (charges) =>
        charges.map((one) => one.kind === 'payment' && one.purpose === 'weeklyTime' && one.subjectId === weekId),
    }))
      entries.push(...some);
    yield parts(entries, charge);
  },
};

async function* timeRows(reading: TenantReading, facts: Facts): AsyncGenerator<TimeRow[]> {
  const { params } = reading;
  const isKept = factFilter(reading, facts);
  const isVerified = await hadPaid(reading);
  for await (const weeks of listWeeks(reading)) {
    const kept = await isKept(weeks);
    const asked = weeks.filter((week, index) => kept[index] && isOrderAsked(reading, week));
    if (asked.length === 0) continue;
    const rows = await readTimeRows(reading, asked, isVerified);
    yield rows.filter(
      ({ dayMs, segmentClass }) =>
        dayMs >= params.fromMs &&
        dayMs < params.toMs &&
        (params.statuses.length === 0 || params.statuses.includes(segmentClass)),
    );
  }
}

const isOrderAsked = ({ params }: TenantReading, { purchaseOrder }: ReportedWeek) =>
  params.purchaseOrders.length === 0 || params.purchaseOrders.includes(purchaseOrder ?? none);

/** A client is verified by having paid once. */
async function hadPaid({ db, scope, asOfMs }: TenantReading): Promise<boolean> {
  const paid = await db
    .selectFrom('payments')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('payerKind', '=', 'tenant')
    .where('state', '=', 'posted')
    .where('settledAt', '<=', asOfMs)
    .limit(1)
    .executeTakeFirst();
  return paid !== undefined;
}

async function present(reading: TenantReading, facts: Facts, rows: readonly TimeRow[]): Promise<ReportRow[]> {
  const contracts = await facts.contracts(rows.map(({ week }) => week.contractId));
  const freelancers = await facts.freelancers(rows.map(({ week }) => week.freelancerId));
  const codes = await readCodes(
    reading.db,
    rows.map(({ entry }) => entry.activityCodeId),
  );
  const codeNames = await reading.names.at(
    'activityCode.name',
    new Map([...codes.values()].map(({ id, code, name }) => [id, `${code} ${name}`])),
  );
  return rows.map((row) => {
    const { key, week, entry, dayMs, segmentClass, gaps, chargeMinor } = row;
    return {
      key,
      cells: {
        workedOn: dayName(dayMs),
        week: weekName(week),
        month: dayName(dayMs).slice(0, 7),
        freelancer: freelancers.get(week.freelancerId)?.name ?? null,
        agency: null,
        team: week.team,
        contract: contracts.get(week.contractId)?.title ?? null,
        activityCode: (entry.activityCodeId && codeNames.get(entry.activityCodeId)) || null,
        memo: entry.memo,
        segmentClass,
        protected: gaps.length === 0,
        protectionGaps: gaps,
        hours: minutesOf(row),
        charge: chargeMinor === null ? null : money(chargeMinor, week.currency),
      },
    };
  });
}

/** Each entry counts in this figure with its share of it. */
function parts(entries: readonly EntryRow[], whole: { amountMinor: number; currency: string }): EntryRow[] {
  const sum = entries.reduce((total, { amount }) => total + amount.amountMinor, 0);
  if (sum === 0) return [];
  const shares = allocate(
    whole,
    entries.map(({ amount }) => Math.abs(amount.amountMinor)),
  );
  return entries.map((entry, index) => ({ ...entry, amount: shares[index]! }));
}

function isMoney(cell: unknown): cell is { amountMinor: number; currency: string } {
  return typeof cell === 'object' && cell !== null && 'amountMinor' in cell;
}
