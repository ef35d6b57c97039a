import { readPolicy } from '../../../platform/policies/read-policy.ts';
import { chargeEntries } from '../charge-entries.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { dayName, startOfDay } from '../periods.ts';
import { shareOf } from '../purchase-orders/spending.ts';
import type { ReportRow } from '../report.ts';
import { tenurePolicy } from './policy.ts';
import { listTenures, minutesBy, type Spent, spentBy, type Tenure } from './tenures.ts';

const dayMs = 86_400_000;
const atOnce = 500;
export const tenureFlags = ['none', 'near', 'over', 'concentrated'] as const;
type Limits = { daysMax: number; nearDays: number; shareMaxPercent: number };

/** R15: how long people have been here, and how much of what is spent goes to one. */
export const tenure: TenantReport = {
  slug: 'tenure',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['period', 'team', 'category', 'country', 'freelancer', 'status'],
  statuses: tenureFlags,
  columns: [
    { key: 'freelancer', type: 'text' },
    { key: 'firstDay', type: 'day' },
    { key: 'days', type: 'count' },
    { key: 'hours', type: 'hours' },
    { key: 'spend', type: 'money', sums: true, opens: true },
    { key: 'spendShare', type: 'percent' },
    { key: 'daysLimit', type: 'count' },
    { key: 'shareLimit', type: 'percent' },
    { key: 'flag', type: 'code' },
  ],
  chart: { kind: 'bars', x: 'freelancer', y: 'days' },
  async *rows(reading) {
    const limits = await stoodLimits(reading);
    const facts = createFacts(reading);
    const isKept = factFilter(reading, facts);
    const [all, minutes, spent] = [await listTenures(reading), await minutesBy(reading), await spentBy(reading)];
    for (let at = 0; at < all.length; at += atOnce) {
      const batch = all.slice(at, at + atOnce);
      const kept = await isKept(batch.map(({ freelancerId }) => ({ contractId: null, freelancerId })));
      const freelancers = await facts.freelancers(batch.map(({ freelancerId }) => freelancerId));
      const rows = batch
        .filter((_, index) => kept[index])
        .flatMap((one) => {
          const words = {
            name: freelancers.get(one.freelancerId)?.name ?? null,
            minutes: minutes.get(one.freelancerId) ?? 0,
          };
          const own: (Spent | undefined)[] = spent.of.get(one.freelancerId) ?? [undefined];
          // Currencies are never added up: who is paid in two has two rows.
          return own.map((sum) => rowOf(one, words, sum, spent.wholes, limits));
        });
      const { statuses } = reading.params;
      yield rows.filter(({ cells }) => statuses.length === 0 || statuses.includes(String(cells.flag)));
    }
  },
  async *entries(reading, row) {
    const [freelancerId, currency] = row.key.split('~');
    const own = {
      ...reading,
      params: { ...reading.params, freelancerIds: [freelancerId!], categories: [], countries: [] },
    };
    yield* chargeEntries(own, reading.params, 'total', {
      isKept: async (charges) => charges.map((charge) => charge.currency === currency),
    });
  },
};

function rowOf(
  { freelancerId, firstAt, lastAt }: Tenure,
  { name, minutes }: { name: string | null; minutes: number },
  spent: Spent | undefined,
  wholes: ReadonlyMap<string, number>,
  { daysMax, nearDays, shareMaxPercent }: Limits,
): ReportRow {
  const days = Math.floor((startOfDay(lastAt) - startOfDay(firstAt)) / dayMs) + 1;
  const share = spent ? shareOf(spent.totalMinor, wholes.get(spent.currency) ?? 0) : null;
  const isConcentrated = share !== null && share > shareMaxPercent * 100;
  const flag = days > daysMax ? 'over' : days > daysMax - nearDays ? 'near' : isConcentrated ? 'concentrated' : 'none';
  return {
    key: `${freelancerId}~${spent?.currency ?? ''}`,
    cells: {
      freelancer: name,
      firstDay: dayName(firstAt),
      days,
      hours: minutes,
      spend: spent ? { amountMinor: spent.totalMinor, currency: spent.currency } : null,
      spendShare: share,
      daysLimit: daysMax,
      shareLimit: shareMaxPercent * 100,
      flag,
    },
  };
}

async function stoodLimits({ db, scope, names }: TenantReading): Promise<Limits> {
  const now = JSON.stringify(await readPolicy(db, scope, tenurePolicy));
  return JSON.parse((await names.at('policy', new Map([['tenure', now]]))).get('tenure')!);
}
