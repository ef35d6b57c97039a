import { sql } from 'kysely';
import { chargeEntries } from '../charge-entries.ts';
import { chargesIn, type SpendKind, segmentMinutes, spendKindOf } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { partsOf, type Span, spanBefore, spanName } from '../periods.ts';
import { none, type ReportRow } from '../report.ts';
import { createDimension, type Dimension, dimensions } from './dimension.ts';

/** R4: what was spent in each period, along one dimension. */
export const spend: TenantReport = {
  slug: 'spend',
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
    'groupBy',
    'granularity',
  ],
  groupBys: dimensions,
  granularities: ['month', 'week', 'quarter', 'year'],
  columns: [
    { key: 'period', type: 'period' },
    { key: 'dimension', type: 'text' },
    { key: 'contracts', type: 'count' },
    { key: 'freelancers', type: 'count' },
    { key: 'hours', type: 'hours', sums: true },
    { key: 'hourly', type: 'money', sums: true, opens: true },
    { key: 'fixed', type: 'money', sums: true, opens: true },
    { key: 'bonus', type: 'money', sums: true, opens: true },
    { key: 'fees', type: 'money', sums: true, opens: true },
    { key: 'tax', type: 'money', sums: true, opens: true },
    { key: 'total', type: 'money', sums: true, opens: true },
    { key: 'share', type: 'percent' },
    { key: 'change', type: 'percent' },
  ],
  chart: { kind: 'bars', x: 'period', y: 'total', by: 'dimension' },
  async *rows(reading) {
    const { params } = reading;
    const dimension = createDimension(reading, createFacts(reading));
    const granularity = params.granularity ?? 'month';
    let before: Cut | undefined;
    for (const span of partsOf(params, granularity)) {
      before ??= await cut(reading, spanBefore(span, granularity), dimension);
      const now = await cut(reading, span, dimension);
      yield rowsOf(spanName(span, granularity), now, before);
      before = now;
    }
  },
  async *entries(reading, row, columnKey) {
    const { params } = reading;
    const granularity = params.granularity ?? 'month';
    const dimension = createDimension(reading, createFacts(reading));
    const [period, value, currency] = JSON.parse(row.key) as [string, string, string];
    const span = partsOf(params, granularity).find((part) => spanName(part, granularity) === period);
    if (!span) return;
    yield* chargeEntries(reading, span, columnKey, {
      isKept: async (charges) => {
        const values = await dimension.valuesOf(charges);
        return charges.map((charge, index) => charge.currency === currency && values[index]?.value === value);
      },
    });
  },
};

/** What was spent in one period by value and currency. */
type Sums = {
  value: string;
  label: string;
  currency: string;
  contracts: Set<string>;
  freelancers: Set<string>;
  minutes: number;
  totalMinor: number;
  feesMinor: number;
  taxMinor: number;
} & Record<SpendKind, number>;
type Cut = ReadonlyMap<string, Sums>;

type Group = {
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  currency: string;
  purpose: string;
  principalMinor: number;
  feesMinor: number;
  taxMinor: number;
  segments: number | null;
};

async function cut(reading: TenantReading, span: Span, dimension: Dimension): Promise<Cut> {
  const groups = await readGroups(reading, span);
  const isKept = await factFilter(reading, dimension.facts)(groups);
  const values = await dimension.valuesOf(groups);
  const sums = new Map<string, Sums>();
  groups.forEach((group, index) => {
    const at = values[index];
    if (at && isKept[index]) addTo(sums, at, group);
  });
  return sums;
}

/** The database sums; what of it counts together is decided here, as names may have changed since. */
async function readGroups(reading: TenantReading, span: Span): Promise<Group[]> {
  const by = sql`c."contractId", c."freelancerId", c."team", c."costCenter", c."purchaseOrder", c."currency", c."purpose"`;
  const { rows } = await sql<Group>`
    select ${by}, sum(c."principalMinor") as "principalMinor", sum(c."feeMinor" + c."initiationMinor") as "feesMinor",
      sum(c."taxMinor") as "taxMinor", sum(t."billedSegments") as "segments"
    from ${chargesIn(reading, span)}
    left join "timesheets" as t on c."kind" = 'payment' and c."subjectKind" = 'timesheet' and t."id" = c."subjectId"
    group by ${by}`.execute(reading.db);
  return rows;
}

function addTo(sums: Map<string, Sums>, at: { value: string; label: string }, group: Group): void {
  const key = JSON.stringify([at.value, group.currency]);
  const empty = { hourly: 0, fixed: 0, bonus: 0, minutes: 0, totalMinor: 0, feesMinor: 0, taxMinor: 0 };
  const found: Sums = sums.get(key) ?? {
    ...at,
    ...empty,
    currency: group.currency,
    contracts: new Set(),
    freelancers: new Set(),
  };
  sums.set(key, found);
  const { principalMinor, feesMinor, taxMinor } = group;
  found[spendKindOf(group.purpose)!] += principalMinor;
  found.feesMinor += feesMinor;
  found.taxMinor += taxMinor;
  found.totalMinor += principalMinor + feesMinor + taxMinor;
  found.minutes += (group.segments ?? 0) * segmentMinutes;
  if (group.contractId) found.contracts.add(group.contractId);
  if (group.freelancerId) found.freelancers.add(group.freelancerId);
}

function rowsOf(period: string, now: Cut, before: Cut): ReportRow[] {
  const wholes = new Map<string, number>();
  for (const { currency, totalMinor } of now.values()) wholes.set(currency, (wholes.get(currency) ?? 0) + totalMinor);
  const all = [...now].toSorted(([, one], [, other]) => inOrder(one, other));
  return all.map(([key, sums]) => {
    const { value, label, currency, contracts, freelancers, minutes } = sums;
    const money = (amountMinor: number) => ({ amountMinor, currency });
    return {
      key: JSON.stringify([period, value, currency]),
      cells: {
        period,
        dimension: label,
        contracts: contracts.size,
        freelancers: freelancers.size,
        hours: minutes,
        hourly: money(sums.hourly),
        fixed: money(sums.fixed),
        bonus: money(sums.bonus),
        fees: money(sums.feesMinor),
        tax: money(sums.taxMinor),
        total: money(sums.totalMinor),
        share: basisPoints(sums.totalMinor, wholes.get(currency)!),
        change: change(sums.totalMinor, before.get(key)?.totalMinor ?? 0),
      },
    };
  });
}

/** By name, what has none last. */
function inOrder(one: Sums, other: Sums): number {
  const isLast = Number(one.value === none) - Number(other.value === none);
  if (isLast !== 0) return isLast;
  const [mine, its] = [
    [one.label, one.value, one.currency],
    [other.label, other.value, other.currency],
  ].map((parts) => parts.join('\0')) as [string, string];
  return mine < its ? -1 : mine > its ? 1 : 0;
}

function basisPoints(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) + 0;
}

/** Nothing to compare with where nothing was spent before. */
function change(now: number, before: number): number | null {
  return before === 0 ? null : basisPoints(now - before, Math.abs(before));
}
