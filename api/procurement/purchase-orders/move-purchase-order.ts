import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingMember } from '../spending/grants.ts';
import type { SpendingDeps } from './deps.ts';
import { changedMeanwhile, getPurchaseOrder } from './get-purchase-order.ts';
import { changePurchaseOrder } from './keep-purchase-order.ts';
import { type PurchaseOrderMove, type PurchaseOrderState, purchaseOrderMoves } from './purchase-order.ts';
import { recountHorizons } from './recount.ts';
import { findPurchaseOrder, recountSums, updatePurchaseOrder } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';
import { noticeUse } from './watch-use.ts';

/** From now on offers and contracts may use it; those that had its number before it was kept here count from now on. */
export async function openPurchaseOrder(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<PurchaseOrderRow> {
  const row = await move(trx, deps, scope, doer, await getPurchaseOrder(trx, scope, id), 'open', null);
  await recountHorizons(trx, deps, scope, doer, row.number);
  await recountSums(trx, scope, row);
  await noticeUse(trx, deps, scope, doer, (await findPurchaseOrder(trx, scope, id))!);
  return getPurchaseOrder(trx, scope, id);
}

/** @throws 404, 409 by state */
export async function closePurchaseOrder(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
  reason: string,
): Promise<PurchaseOrderRow> {
  return move(trx, deps, scope, doer, await getPurchaseOrder(trx, scope, id), 'close', reason);
}

/** @throws 404, 409 by state, 422 last_day_passed; as changePurchaseOrder */
export async function reopenPurchaseOrder(
  trx: Executor,
  deps: SpendingDeps,
  member: SpendingMember,
  doer: Doer,
  id: string,
  { reason, validThrough }: { reason: string; validThrough?: string | undefined },
): Promise<PurchaseOrderRow> {
  const { scope } = member;
  const row = await move(trx, deps, scope, doer, await getPurchaseOrder(trx, scope, id), 'reopen', reason);
  const changed = validThrough
    ? await changePurchaseOrder(trx, deps, member, doer, row, { validThrough, reason })
    : row;
  if (changed.endsAt <= deps.clock.now()) throw lastDayPassed(changed);
  await noticeUse(trx, deps, scope, doer, changed);
  return getPurchaseOrder(trx, scope, id);
}

/** The guarded update and its entry in the timeline. @throws 409 by state */
export async function move(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  row: PurchaseOrderRow,
  name: PurchaseOrderMove,
  reason: string | null,
): Promise<PurchaseOrderRow> {
  const { from, to } = requireMove<PurchaseOrderState, PurchaseOrderMove>(
    purchaseOrderMoves,
    'purchaseOrder',
    name,
    row.state,
  );
  const nowMs = deps.clock.now();
  const change = { state: to, updatedAt: nowMs, ...(name === 'open' && { openedAt: nowMs }) };
  if (!(await updatePurchaseOrder(trx, scope, row.id, { from }, change))) {
    const now = await findPurchaseOrder(trx, scope, row.id);
    throw now ? moveRefused('purchaseOrder', name, now.state) : notFound();
  }
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'purchaseOrder', id: row.id },
    move: name,
    from: row.state,
    to,
    reason,
    audience: 'team',
  });
  const moved = await findPurchaseOrder(trx, scope, row.id);
  if (!moved) throw changedMeanwhile();
  return moved;
}

const lastDayPassed = ({ number, validThrough }: PurchaseOrderRow) =>
  unprocessable(
    'last_day_passed',
    `Purchase order ${number} was valid through ${validThrough}; nothing was changed. Name a new last day with it.`,
    [{ pointer: '/validThrough', code: 'last_day_passed', message: 'Name a day that has not passed.' }],
  );
