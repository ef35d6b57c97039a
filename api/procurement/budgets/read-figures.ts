import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readOpen, readSpent } from '../purchase-orders/read-spending.ts';
import { forecastAt, partIn } from './budget.ts';

export type Figures = { actualMinor: number; committedMinor: number; forecastMinor: number };
export type Counted = { id: string; costCenter: string; currency: string; startsAt: EpochMs; endsAt: EpochMs };

/** By budget id, as of an instant: what was charged within its time, and what of the open falls into it. */
export async function readFigures(
  db: Executor,
  scope: TenantScope,
  budgets: readonly Counted[],
  asOfMs: EpochMs,
): Promise<Map<string, Figures>> {
  const costCenters = [...new Set(budgets.map(({ costCenter }) => costCenter))];
  const open = await readOpen(db, scope, costCenters, asOfMs);
  const spentIn = new Map<string, Awaited<ReturnType<typeof readSpent>>>();
  for (const { startsAt, endsAt } of budgets) {
    const key = `${startsAt} ${endsAt}`;
    const toMs = Math.min(endsAt, asOfMs + 1);
    if (!spentIn.has(key)) spentIn.set(key, await readSpent(db, scope, costCenters, { fromMs: startsAt, toMs }));
  }
  return new Map(
    budgets.map(({ id, costCenter, currency, startsAt, endsAt }) => {
      const isOf = (one: { costCenter: string; currency: string }) =>
        one.costCenter === costCenter && one.currency === currency;
      const span = { startsAtMs: startsAt, endsAtMs: endsAt };
      const actualMinor = spentIn.get(`${startsAt} ${endsAt}`)!.find(isOf)?.amountMinor ?? 0;
      const committedMinor = open.filter(isOf).reduce((sum, one) => sum + partIn(one, span, asOfMs), 0);
      const forecastMinor = forecastAt({ actualMinor, committedMinor }, span, asOfMs);
      return [id, { actualMinor, committedMinor, forecastMinor }];
    }),
  );
}
