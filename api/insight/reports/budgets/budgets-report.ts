import { sql } from 'kysely';
import { type BudgetAsOf, readBudgetsAsOf } from '../../../procurement/budgets/read-budgets.ts';
import { chargeEntries } from '../charge-entries.ts';
import { chargesIn } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { isWithin } from '../purchase-orders/list-orders.ts';
import type { ReportRow } from '../report.ts';

/** R6: what each cost center was to spend in a period, and what it did. */
export const budgets: TenantReport = {
  slug: 'budgets',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['period', 'costCenter', 'team'],
  columns: [
    { key: 'costCenter', type: 'text' },
    { key: 'name', type: 'text' },
    { key: 'period', type: 'period' },
    { key: 'budget', type: 'money', sums: true },
    { key: 'committed', type: 'money', sums: true },
    { key: 'actual', type: 'money', sums: true, opens: true },
    { key: 'variance', type: 'money', sums: true },
    { key: 'forecast', type: 'money', sums: true },
  ],
  chart: { kind: 'bars', x: 'costCenter', y: 'actual' },
  async *rows(reading) {
    const places = await stoodCostCenters(reading);
    for (const budget of await listBudgets(reading)) {
      const { id, costCenter, currency, budgetMinor, committedMinor, varianceMinor, forecastMinor } = budget;
      const place = places.get(costCenter);
      const teams = place?.teams ?? [];
      if (!isWithin(reading.reach, teams)) continue;
      if (reading.params.teams.length > 0 && !teams.some((team) => reading.params.teams.includes(team))) continue;
      const money = (minor: number) => ({ amountMinor: minor, currency });
      yield [
        {
          key: id,
          cells: {
            costCenter,
            name: place?.name ?? null,
            period: periodName(budget),
            budget: money(budgetMinor),
            committed: money(committedMinor),
            actual: money(await actualOf(reading, budget)),
            variance: money(varianceMinor),
            forecast: money(forecastMinor),
          },
        } satisfies ReportRow,
      ];
    }
  },
  async *entries(reading, row) {
    const budget = (await listBudgets(reading)).find(({ id }) => id === row.key);
    if (!budget) return;
    yield* chargeEntries(ofCostCenter(reading, budget), spanOf(budget), 'total', {
      isKept: async (charges) => charges.map(({ currency }) => currency === budget.currency),
    });
  },
};

/** Those whose period touches what is asked for, with the amount as it had been set. */
async function listBudgets({ db, scope, asOfMs, params }: TenantReading): Promise<BudgetAsOf[]> {
  const all = await readBudgetsAsOf(db, scope, asOfMs);
  return all
    .filter(({ startsAtMs, endsAtMs }) => startsAtMs < params.toMs && endsAtMs > params.fromMs)
    .filter(({ costCenter }) => params.costCenters.length === 0 || params.costCenters.includes(costCenter))
    .sort(byPlaceAndTime);
}

function byPlaceAndTime(one: BudgetAsOf, other: BudgetAsOf): number {
  return (
    one.costCenter.localeCompare(other.costCenter, 'en') ||
    one.startsAtMs - other.startsAtMs ||
    (one.id < other.id ? -1 : 1)
  );
}

/** From the ledger's side: what its entries sum to. */
async function actualOf(reading: TenantReading, budget: BudgetAsOf): Promise<number> {
  const { rows } = await sql<{ totalMinor: number | null }>`
    select sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(ofCostCenter(reading, budget), spanOf(budget))}
    where c."currency" = ${budget.currency}`.execute(reading.db);
  return rows[0]?.totalMinor ?? 0;
}

/** All of its money, whichever team's: who sees a cost center sees it whole. */
function ofCostCenter(reading: TenantReading, { costCenter }: BudgetAsOf): TenantReading {
  return { ...reading, reach: 'all', params: { ...reading.params, teams: [], costCenters: [costCenter] } };
}

const spanOf = ({ startsAtMs, endsAtMs }: BudgetAsOf) => ({ fromMs: startsAtMs, toMs: endsAtMs });

/** `2026-11`, `2026-Q4` or `2026`. */
function periodName({ period, startsOn }: BudgetAsOf): string {
  const [year, month] = startsOn.split('-');
  if (period === 'year') return year!;
  return period === 'quarter' ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
}

async function stoodCostCenters({ db, scope, names }: TenantReading) {
  const rows = await db
    .selectFrom('costCenters')
    .select(['code', 'name', 'teams'])
    .where('tenantId', '=', scope.tenantId)
    .execute();
  const now = rows.map(({ code, name, teams }) => [code, JSON.stringify({ name, teams: JSON.parse(teams) })] as const);
  const stood = await names.at('costCenter.facts', new Map(now));
  return new Map(
    [...stood].map(([code, text]) => [code, JSON.parse(text) as { name: string; teams: readonly string[] }]),
  );
}
