import { readPolicy } from '../../../platform/policies/read-policy.ts';
import type { TenantReading, TenantReport } from '../definition.ts';
import type { ReportRow } from '../report.ts';
import { groupRates, type RateGroup } from './group-rates.ts';
import { ourRates } from './our-rates.ts';
import { rateBenchmarkPolicy } from './policy.ts';
import { type BenchmarkDimension, benchmarkDimensions, readPublishedRates } from './read-rates.ts';

/**
 * R13: what people with public profiles ask for by the hour, and what this company pays. Filters choose among rows and
 * never make a group smaller.
 */
export const rateBenchmark: TenantReport = {
  slug: 'rate-benchmark',
  audience: 'tenant',
  readers: ['owner', 'accountAdmin', 'financeAdmin', 'hiringManager', 'recruiter', 'approver', 'viewer', 'auditor'],
  filters: ['category', 'groupBy'],
  groupBys: benchmarkDimensions,
  columns: [
    { key: 'category', type: 'text' },
    { key: 'skill', type: 'text' },
    { key: 'level', type: 'code' },
    { key: 'country', type: 'text' },
    { key: 'n', type: 'count' },
    { key: 'min', type: 'money' },
    { key: 'p25', type: 'money' },
    { key: 'median', type: 'money' },
    { key: 'p75', type: 'money' },
    { key: 'max', type: 'money' },
    { key: 'ourRate', type: 'money' },
    { key: 'suppressed', type: 'flag' },
  ],
  chart: { kind: 'bars', x: 'category', y: 'median' },
  async *rows(reading) {
    const dimension = (reading.params.groupBy ?? 'category') as BenchmarkDimension;
    const years = await readPolicy(reading.db, undefined, rateBenchmarkPolicy);
    const groups = await stoodGroups(reading, dimension, years);
    const ours = await ourRates(reading, dimension, years);
    const { categories } = reading.params;
    yield groups
      .filter(
        ({ categoryId, value }) => (value === null) === (dimension === 'category') && isAsked(categories, categoryId),
      )
      .map((group) => rowOf(group, dimension, ours.of(group.categoryId, group.value, group.currency)));
  },
};

const isAsked = (asked: readonly string[], categoryId: string) => asked.length === 0 || asked.includes(categoryId);

/** The whole table is remembered as one: profiles change, and what was said of them as of an instant must not. */
async function stoodGroups(
  { db, names, asOfMs }: TenantReading,
  dimension: BenchmarkDimension,
  policy: (typeof rateBenchmarkPolicy)['defaults'],
): Promise<RateGroup[]> {
  const rates = await readPublishedRates(db, dimension, policy, asOfMs);
  const groups = groupRates(rates, policy.groupMin).toSorted(inOrder);
  const stood = await names.at('rateBenchmark', new Map([[dimension, JSON.stringify(groups)]]));
  return JSON.parse(stood.get(dimension)!) as RateGroup[];
}

function inOrder(one: RateGroup, other: RateGroup): number {
  const [mine, its] = [one, other].map(
    ({ categoryId, value, currency }) => `${categoryId}\0${value ?? ''}\0${currency}`,
  );
  return mine! < its! ? -1 : mine! > its! ? 1 : 0;
}

function rowOf(group: RateGroup, dimension: BenchmarkDimension, ourMinor: number | null): ReportRow {
  const { categoryId, value, currency, figures } = group;
  const money = (minor: number | null | undefined) => (minor == null ? null : { amountMinor: minor, currency });
  return {
    key: JSON.stringify([categoryId, value, currency]),
    cells: {
      category: categoryId,
      skill: dimension === 'skill' ? value : null,
      level: dimension === 'level' ? value : null,
      country: dimension === 'country' ? value : null,
      n: figures?.n ?? null,
      min: money(figures?.min),
      p25: money(figures?.p25),
      median: money(figures?.median),
      p75: money(figures?.p75),
      max: money(figures?.max),
      ourRate: money(ourMinor),
      suppressed: figures === null,
    },
  };
}
