import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRolesFor } from '../../platform/tenants/teams.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readCostCenters } from '../cost-centers/read-cost-centers.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { percentOf } from '../spending/percent.ts';
import { readFigures } from './read-figures.ts';
import { listBudgets, updateTold } from './store.ts';

type WatchDeps = SpendingDeps & { database: Database; jobs: JobRunner };

/** After money of a cost center moved: its owner and finance hear once of each threshold that a budget reached. */
export function watchBudgets(deps: WatchDeps): void {
  deps.jobs.listen({
    kind: 'budgets.notice',
    on: 'spendingChanged',
    run: ({ payload: { tenantId, costCenter } }) => noticeBudgets(deps, tenantId, costCenter),
  });
}

async function noticeBudgets(deps: WatchDeps, tenantId: string, costCenter: string): Promise<void> {
  const { database, clock } = deps;
  const scope = tenantScope(tenantId);
  const nowMs = clock.now();
  await database.transaction(async (trx) => {
    const budgets = await listBudgets(trx, scope, { costCenter, atMs: nowMs });
    const figures = await readFigures(trx, scope, budgets, nowMs);
    for (const budget of budgets) {
      const { actualMinor, committedMinor } = figures.get(budget.id)!;
      const used = percentOf(actualMinor + committedMinor, budget.amountMinor);
      const reached = (JSON.parse(budget.thresholds) as number[]).filter((percent) => percent <= used).at(-1) ?? 0;
      if (reached === budget.toldPercent || !(await updateTold(trx, scope, budget, reached))) continue;
      if (reached < budget.toldPercent) continue;
      const owner = (await readCostCenters(trx, scope)).find(({ code }) => code === costCenter)?.ownerId;
      const finance = await peopleWithRolesFor(trx, scope, ['financeAdmin'], null);
      await notify(trx, deps, {
        personIds: [...new Set([...(owner ? [owner] : []), ...finance])],
        kind: 'budget.threshold',
        subject: { kind: 'budget', id: budget.id },
        words: { costCenter, percent: String(reached), period: budget.startsOn },
        path: portalPaths.budgets(),
        tenantId,
      });
    }
  });
}
