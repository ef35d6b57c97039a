import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRolesFor } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { percentOf } from '../spending/percent.ts';
import type { SpendingDeps } from './deps.ts';
import { purchaseOrderMoves } from './purchase-order.ts';
import { updatePurchaseOrder } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';

/** After each change of its sums: it is used up, or has room again; and who keeps it hears of a threshold once. */
export async function noticeUse(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  row: PurchaseOrderRow,
): Promise<void> {
  const isUsedUp = row.spentMinor >= row.amountMinor;
  if (row.state === 'open' && isUsedUp) await moveBySums(trx, deps, scope, doer, row, 'exhaust');
  if (row.state === 'exhausted' && !isUsedUp) await moveBySums(trx, deps, scope, doer, row, 'refill');
  if (row.state === 'draft' || row.state === 'closed') return;
  const used = percentOf(row.committedMinor + row.spentMinor, row.amountMinor);
  const reached = (JSON.parse(row.thresholds) as number[]).filter((percent) => percent <= used).at(-1) ?? 0;
  if (reached === row.toldPercent) return;
  // Money that came back makes a threshold worth telling again.
  await updatePurchaseOrder(trx, scope, row.id, { from: [row.state, 'open', 'exhausted'] }, { toldPercent: reached });
  if (reached < row.toldPercent) return;
  await notify(trx, deps, {
    personIds: await keepersOf(trx, scope, row),
    kind: 'purchaseOrder.threshold',
    subject: { kind: 'purchaseOrder', id: row.id },
    words: { number: row.number, percent: String(reached) },
    path: portalPaths.purchaseOrder(row.id),
    tenantId: scope.tenantId,
  });
}

async function moveBySums(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  { id, spentMinor, amountMinor }: PurchaseOrderRow,
  move: 'exhaust' | 'refill',
): Promise<void> {
  const { from, to } = purchaseOrderMoves[move];
  const change = { state: to, updatedAt: deps.clock.now() };
  if (!(await updatePurchaseOrder(trx, scope, id, { from }, change))) return;
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'purchaseOrder', id },
    move,
    from: from[0],
    to,
    audience: 'team',
    details: { spentMinor, amountMinor },
  });
}

/** Who put it in, and finance. */
export async function keepersOf(
  db: Executor,
  scope: TenantScope,
  { createdBy }: Pick<PurchaseOrderRow, 'createdBy'>,
): Promise<string[]> {
  return [...new Set([createdBy, ...(await peopleWithRolesFor(db, scope, ['financeAdmin'], null))])];
}
