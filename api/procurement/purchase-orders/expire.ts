import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from './deps.ts';
import { move } from './move-purchase-order.ts';
import { procurementPolicy } from './policy.ts';
import { findPurchaseOrder, listPast, listToWarn, updatePurchaseOrder } from './store.ts';
import { keepersOf } from './watch-use.ts';

type ClockDeps = SpendingDeps & { database: Database; jobs: JobRunner };

const rowsAtOnce = 200;
const dayMs = 86_400_000;
/** The longest that the policy allows. */
const daysMax = 366;

/** ⏱ One whose last day has passed takes nothing new; before that its keepers are warned once. */
export function watchPurchaseOrders(deps: ClockDeps): void {
  deps.jobs.every({ kind: 'purchaseOrders.expire', everyMs: 60_000, run: (job) => expirePast(deps, job.id) });
  deps.jobs.every({ kind: 'purchaseOrders.warn', everyMs: 3_600_000, run: () => warnOfEnd(deps) });
}

async function expirePast(deps: ClockDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  for (;;) {
    const due = await listPast(database.db, clock.now(), rowsAtOnce);
    for (const { id, tenantId } of due)
      await database.transaction(async (trx) => {
        const scope = tenantScope(tenantId);
        const row = await findPurchaseOrder(trx, scope, id);
        // Somebody was faster.
        if (!row || (row.state !== 'open' && row.state !== 'exhausted') || row.endsAt > clock.now()) return;
        await move(trx, deps, scope, clockDoer(jobId), row, 'expire', null);
        await notify(trx, deps, {
          personIds: await keepersOf(trx, scope, row),
          kind: 'purchaseOrder.expired',
          subject: { kind: 'purchaseOrder', id },
          words: { number: row.number, date: row.validThrough },
          path: portalPaths.purchaseOrder(id),
          tenantId,
        });
      });
    if (due.length < rowsAtOnce) return;
  }
}

async function warnOfEnd(deps: ClockDeps): Promise<void> {
  const { database, clock } = deps;
  const byTenant = Map.groupBy(
    await listToWarn(database.db, clock.now(), clock.now() + daysMax * dayMs, rowsAtOnce * 10),
    ({ tenantId }) => tenantId,
  );
  for (const [tenantId, rows] of byTenant) {
    const scope = tenantScope(tenantId);
    const { expiryWarningDays: days } = await readPolicy(database.db, scope, procurementPolicy);
    for (const row of rows.filter(({ endsAt }) => endsAt - clock.now() <= days * dayMs))
      await database.transaction(async (trx) => {
        const warned = { warnedFor: row.validThrough };
        if (!(await updatePurchaseOrder(trx, scope, row.id, { from: ['open'], revision: row.revision }, warned)))
          return;
        await notify(trx, deps, {
          personIds: await keepersOf(trx, scope, row),
          kind: 'purchaseOrder.expiring',
          subject: { kind: 'purchaseOrder', id: row.id },
          words: { number: row.number, date: row.validThrough },
          path: portalPaths.purchaseOrder(row.id),
          tenantId,
        });
      });
  }
}
