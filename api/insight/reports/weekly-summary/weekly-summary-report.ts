import { sql } from 'kysely';
import { chargeEntries } from '../charge-entries.ts';
import { type Charge, chargesIn, segmentMinutes, spendKindOf } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts, type Facts } from '../facts.ts';
import { dayName, partsOf, type Span, startOf } from '../periods.ts';
import type { ReportRow } from '../report.ts';

/**
 * R2: what each contract was charged and got back, week by week. Time stands in the week in which it was worked, all
 * else in the week in which it was charged; the period asks for when it was charged, as it does everywhere.
 */
export const weeklySummary: TenantReport = {
  slug: 'weekly-summary',
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
    'customField',
  ],
  columns: [
    { key: 'week', type: 'week' },
    { key: 'contract', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'tracked', type: 'hours', sums: true },
    { key: 'manual', type: 'hours', sums: true },
    { key: 'overLimit', type: 'hours', sums: true },
    { key: 'rate', type: 'money' },
    { key: 'timeCharges', type: 'money', sums: true, opens: true },
    { key: 'fixedPrice', type: 'money', sums: true, opens: true },
    { key: 'bonus', type: 'money', sums: true, opens: true },
    { key: 'fees', type: 'money', sums: true, opens: true },
    { key: 'initiation', type: 'money', sums: true, opens: true },
    { key: 'tax', type: 'money', sums: true, opens: true },
    { key: 'total', type: 'money', sums: true, opens: true },
  ],
  chart: { kind: 'bars', x: 'week', y: 'total' },
  async *rows(reading) {
    const facts = createFacts(reading);
    for (const span of partsOf(reading.params, 'week')) {
      const rows = await weekRows(reading, facts, span);
      if (rows.length > 0) yield rows;
    }
  },
  async *entries(reading, row, columnKey) {
    const [charged, worked, contractId, freelancerId, currency] = JSON.parse(row.key) as Key;
    const span = partsOf(reading.params, 'week').find(({ fromMs }) => startOf('week', fromMs) === charged);
    if (!span) return;
    const isKept = async (charges: readonly Charge[]) => {
      const weeks = await workedWeeks(reading, charges);
      return charges.map(
        (charge) =>
          charge.contractId === contractId &&
          charge.freelancerId === freelancerId &&
          charge.currency === currency &&
          (weeks.get(charge.subjectId) ?? charged) === worked,
      );
    };
    yield* chargeEntries(reading, span, chargeColumns[columnKey] ?? columnKey, { isKept });
  },
  async *totalEntries(reading, columnKey) {
    const isKept = async (charges: readonly Charge[]) => charges.map(() => true);
    yield* chargeEntries(reading, reading.params, chargeColumns[columnKey] ?? columnKey, { isKept });
  },
};

/** Weeks by their Mondays. */
type Key = [charged: number, worked: number, contractId: string | null, freelancerId: string | null, currency: string];

const chargeColumns: Record<string, string> = { timeCharges: 'hourly', fixedPrice: 'fixed', fees: 'fee' };

type Group = {
  contractId: string | null;
  freelancerId: string | null;
  currency: string;
  purpose: string;
  worked: number | null;
  timesheetId: string | null;
  principalMinor: number;
  feeMinor: number;
  initiationMinor: number;
  taxMinor: number;
};

type Sums = Record<'timeCharges' | 'fixedPrice' | 'bonus' | 'fees' | 'initiation' | 'tax', number> & {
  timesheetId: string | null;
};
const columnOf = { hourly: 'timeCharges', fixed: 'fixedPrice', bonus: 'bonus' } as const;

async function weekRows(reading: TenantReading, facts: Facts, span: Span): Promise<ReportRow[]> {
  const charged = startOf('week', span.fromMs);
  const groups = await readGroups(reading, span);
  const isKept = await factFilter(reading, facts)(groups);
  const sums = new Map<string, Sums>();
  groups.forEach((group, index) => {
    if (!isKept[index]) return;
    const { contractId, freelancerId, currency, worked } = group;
    const key = JSON.stringify([charged, worked ?? charged, contractId, freelancerId, currency] satisfies Key);
    const none = { timeCharges: 0, fixedPrice: 0, bonus: 0, fees: 0, initiation: 0, tax: 0, timesheetId: null };
    const found: Sums = sums.get(key) ?? none;
    sums.set(key, found);
    found[columnOf[spendKindOf(group.purpose)!]] += group.principalMinor;
    found.fees += group.feeMinor;
    found.initiation += group.initiationMinor;
    found.tax += group.taxMinor;
    found.timesheetId ??= group.timesheetId;
  });
  return present(reading, facts, sums);
}

async function readGroups(reading: TenantReading, span: Span): Promise<Group[]> {
  const by = sql`c."contractId", c."freelancerId", c."currency", c."purpose", coalesce(t."weekStartsAt", a."weekStartsAt")`;
  const { rows } = await sql<Group>`
    select ${by} as "worked", max(case when c."kind" = 'payment' then t."id" end) as "timesheetId",
      sum(c."principalMinor") as "principalMinor", sum(c."feeMinor") as "feeMinor",
      sum(c."initiationMinor") as "initiationMinor", sum(c."taxMinor") as "taxMinor"
    from ${chargesIn(reading, span)}
    left join "timesheets" as t on c."subjectKind" = 'timesheet' and t."id" = c."subjectId"
    left join "timeAdjustments" as j on c."subjectKind" = 'timeAdjustment' and j."id" = c."subjectId"
    left join "timesheets" as a on a."id" = j."timesheetId"
    group by ${by} order by ${by}`.execute(reading.db);
  return rows;
}

async function present(reading: TenantReading, facts: Facts, sums: ReadonlyMap<string, Sums>): Promise<ReportRow[]> {
  const keyed = [...sums].map(([key, sum]) => ({ key, of: JSON.parse(key) as Key, sum }));
  const contracts = await facts.contracts(keyed.map(({ of }) => of[2]));
  const freelancers = await facts.freelancers(keyed.map(({ of }) => of[3]));
  const hours = await readHours(
    reading,
    keyed.flatMap(({ sum }) => sum.timesheetId ?? []),
  );
  const rows = keyed.map(({ key, of: [, worked, contractId, freelancerId, currency], sum }): ReportRow => {
    const money = (amountMinor: number) => ({ amountMinor, currency });
    const { timesheetId, ...parts } = sum;
    const week = timesheetId === null ? undefined : hours.get(timesheetId);
    const figures = Object.entries(parts).map(([column, amountMinor]) => [column, money(amountMinor)] as const);
    return {
      key,
      cells: {
        week: dayName(worked),
        contract: (contractId && contracts.get(contractId)?.title) || null,
        freelancer: (freelancerId && freelancers.get(freelancerId)?.name) || null,
        tracked: week?.tracked ?? 0,
        manual: week?.manual ?? 0,
        overLimit: week?.overLimit ?? 0,
        rate: week ? money(week.rateMinor) : null,
        ...Object.fromEntries(figures),
        total: money(Object.values(parts).reduce((total, part) => total + part, 0)),
      },
    };
  });
  const placeOf = ({ cells, key }: ReportRow) => [cells.week, cells.contract ?? '\uffff', key].join('\0');
  return rows.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

type Hours = { tracked: number; manual: number; overLimit: number; rateMinor: number };
const idsAtOnce = 300;

/** In minutes. A week that was charged has its time for good: what is put right later is an adjustment. */
async function readHours({ db, scope }: TenantReading, timesheetIds: readonly string[]): Promise<Map<string, Hours>> {
  const hours = new Map<string, Hours>();
  for (let at = 0; at < timesheetIds.length; at += idsAtOnce) {
    const { rows } = await sql<Hours & { id: string }>`
      select t."id", t."rateMinor", count(case when s."kind" = 'tracked' then 1 end) as "tracked",
        count(case when s."kind" = 'manual' then 1 end) as "manual", count(case when s."billing" = 'overLimit' then 1 end) as "overLimit"
      from "timesheets" as t left join "timeSegments" as s on s."timesheetId" = t."id"
      where t."tenantId" = ${scope.tenantId} and t."id" in (${sql.join(timesheetIds.slice(at, at + idsAtOnce))})
      group by t."id", t."rateMinor"`.execute(db);
    for (const { id, tracked, manual, overLimit, rateMinor } of rows)
      hours.set(id, {
        tracked: tracked * segmentMinutes,
        manual: manual * segmentMinutes,
        overLimit: overLimit * segmentMinutes,
        rateMinor,
      });
  }
  return hours;
}

/** By the id of a charge's subject, of those that are time. */
async function workedWeeks({ db, scope }: TenantReading, charges: readonly Charge[]): Promise<Map<string, number>> {
  const of = (kind: string) =>
    charges.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const [sheets, adjustments] = [of('timesheet'), of('timeAdjustment')];
  const weeks = new Map<string, number>();
  if (sheets.length > 0)
    for (const { id, weekStartsAt } of await db
      .selectFrom('timesheets')
      .select(['id', 'weekStartsAt'])
      .where('tenantId', '=', scope.tenantId)
      .where('id', 'in', sheets)
      .execute())
      weeks.set(id, weekStartsAt);
  if (adjustments.length > 0)
    for (const { id, weekStartsAt } of await db
      .selectFrom('timeAdjustments as a')
      .innerJoin('timesheets as t', 't.id', 'a.timesheetId')
      .select(['a.id', 't.weekStartsAt'])
      .where('a.tenantId', '=', scope.tenantId)
      .where('a.id', 'in', adjustments)
      .execute())
      weeks.set(id, weekStartsAt);
  return weeks;
}
