import { sql } from 'kysely';
import { chargeEntries } from '../charge-entries.ts';
import { chargesIn } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { isWithin } from '../purchase-orders/list-orders.ts';
import { spendingBy } from '../purchase-orders/spending.ts';
import type { ReportRow } from '../report.ts';

type ReportedBudget = {
  id: string;
  costCenter: string;
  period: string;
  startsOn: string;
  startsAt: number;
  endsAt: number;
  currency: string;
  amountMinor: number;
};

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
    const all = await listBudgets(reading);
    const places = await stoodCostCenters(reading);
    const bound = await spendingBy(reading, 'costCenter');
    for (const budget of all) {
      const { id, costCenter, currency, amountMinor } = budget;
      const place = places.get(costCenter);
      const teams = place?.teams ?? [];
      if (!isWithin(reading.reach, teams)) continue;
      if (reading.params.teams.length > 0 && !teams.some((team) => reading.params.teams.includes(team))) continue;
      const actual = await actualOf(reading, budget);
      const isRunning = budget.startsAt <= reading.asOfMs && reading.asOfMs < budget.endsAt;
      const sums = bound.of(costCenter, currency);
      // What is bound today falls due from now on: on a period that is over nothing is bound any more.
      const committed = isRunning ? sums.openOffers + sums.fixedRest + sums.weeklyExposure : 0;
      const money = (minor: number) => ({ amountMinor: minor, currency });
      yield [
        {
          key: id,
          cells: {
            costCenter,
            name: place?.name ?? null,
            period: periodName(budget),
            budget: money(amountMinor),
            committed: money(committed),
            actual: money(actual),
            variance: money(amountMinor - actual),
            forecast: money(forecastOf(budget, reading.asOfMs, actual)),
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
async function listBudgets({ db, scope, asOfMs, params }: TenantReading): Promise<ReportedBudget[]> {
  const { rows } = await sql<ReportedBudget>`
    select b."id", b."costCenter", b."period", b."startsOn", b."startsAt", b."endsAt", b."currency", r."amountMinor"
    from "budgets" as b inner join "budgetRevisions" as r on r."budgetId" = b."id" and r."version" = (
      select max(n."version") from "budgetRevisions" as n where n."budgetId" = b."id" and n."at" <= ${asOfMs})
    where b."tenantId" = ${scope.tenantId} and b."startsAt" < ${params.toMs} and b."endsAt" > ${params.fromMs}
    order by b."costCenter", b."startsAt", b."period", b."currency"`.execute(db);
  return rows.filter(({ costCenter }) => params.costCenters.length === 0 || params.costCenters.includes(costCenter));
}

async function actualOf(reading: TenantReading, budget: ReportedBudget): Promise<number> {
  const { rows } = await sql<{ totalMinor: number | null }>`
    select sum(c."principalMinor" + c."feeMinor" + c."initiationMinor" + c."taxMinor") as "totalMinor"
    from ${chargesIn(ofCostCenter(reading, budget), spanOf(budget))}
    where c."currency" = ${budget.currency}`.execute(reading.db);
  return rows[0]?.totalMinor ?? 0;
}

/** All of its money, whichever team's: who sees a cost center sees it whole. */
function ofCostCenter(reading: TenantReading, { costCenter }: ReportedBudget): TenantReading {
  return { ...reading, reach: 'all', params: { ...reading.params, teams: [], costCenters: [costCenter] } };
}

const spanOf = ({ startsAt, endsAt }: ReportedBudget) => ({ fromMs: startsAt, toMs: endsAt });

/** At the same pace to its end. */
function forecastOf({ startsAt, endsAt }: ReportedBudget, asOfMs: number, actualMinor: number): number {
  const passed = Math.min(asOfMs, endsAt) - startsAt;
  return passed <= 0 ? 0 : Math.round((actualMinor * (endsAt - startsAt)) / passed);
}

/** `2026-11`, `2026-Q4` or `2026`. */
function periodName({ period, startsOn }: ReportedBudget): string {
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
