import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PurchaseOrderState } from './purchase-order.ts';
import type { PurchaseOrderRevisionRow, PurchaseOrderRow } from './table.ts';

export async function insertPurchaseOrder(trx: Executor, row: PurchaseOrderRow): Promise<void> {
  await trx.insertInto('purchaseOrders').values(row).execute();
}

export async function insertRevision(trx: Executor, row: PurchaseOrderRevisionRow): Promise<void> {
  await trx.insertInto('purchaseOrderRevisions').values(row).execute();
}

export function findPurchaseOrder(db: Executor, scope: TenantScope, id: string): Promise<PurchaseOrderRow | undefined> {
  return db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findByNumber(db: Executor, scope: TenantScope, number: string): Promise<PurchaseOrderRow | undefined> {
  return db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** Once a company keeps purchase orders here, a number that is not among them is a mistake. */
export async function keepsAny(db: Executor, scope: TenantScope): Promise<boolean> {
  const row = await db
    .selectFrom('purchaseOrders')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('state', '!=', 'draft')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export function listPurchaseOrders(
  db: Executor,
  scope: TenantScope,
  states: readonly PurchaseOrderState[] | undefined,
): Promise<PurchaseOrderRow[]> {
  return db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .orderBy('endsAt')
    .orderBy('number')
    .execute();
}

export type PurchaseOrderChange = Partial<Omit<PurchaseOrderRow, 'id' | 'tenantId' | 'committedMinor' | 'spentMinor'>>;

/** @returns false when it was in another state or changed meanwhile */
export async function updatePurchaseOrder(
  trx: Executor,
  scope: TenantScope,
  id: string,
  { from, revision }: { from: readonly PurchaseOrderState[]; revision?: number },
  change: PurchaseOrderChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('purchaseOrders')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision!))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** From what offers and contracts with this number came to before it was kept here. */
export async function recountSums(trx: Executor, scope: TenantScope, { id, number }: PurchaseOrderRow): Promise<void> {
  const sums = await trx
    .selectFrom('spendingEntries')
    .select((eb) => ['part', eb.fn.sum<number | string>('amountMinor').as('sum')])
    .where('tenantId', '=', scope.tenantId)
    .where('purchaseOrder', '=', number)
    .groupBy('part')
    .execute();
  const sumOf = (isSpent: boolean) =>
    sums.reduce((total, { part, sum }) => total + ((part === 'spent') === isSpent ? Number(sum) : 0), 0);
  await trx
    .updateTable('purchaseOrders')
    .set({ committedMinor: sumOf(false), spentMinor: sumOf(true) })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Of every tenant: the clock has none. */
export function listPast(db: Executor, nowMs: EpochMs, limit: number): Promise<PurchaseOrderRow[]> {
  return db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('state', 'in', ['open', 'exhausted'])
    .where('endsAt', '<=', nowMs)
    .orderBy('endsAt')
    .limit(limit)
    .execute();
}

/** Open ones that end between two instants and whose keepers were not told of that end, of every tenant. */
export function listToWarn(db: Executor, fromMs: EpochMs, toMs: EpochMs, limit: number): Promise<PurchaseOrderRow[]> {
  return db
    .selectFrom('purchaseOrders')
    .selectAll()
    .where('state', '=', 'open')
    .where('endsAt', '>', fromMs)
    .where('endsAt', '<=', toMs)
    .where((eb) => eb.or([eb('warnedFor', 'is', null), eb('warnedFor', '!=', eb.ref('validThrough'))]))
    .orderBy('endsAt')
    .limit(limit)
    .execute();
}

export function listRevisions(
  db: Executor,
  scope: TenantScope,
  purchaseOrderId: string,
): Promise<PurchaseOrderRevisionRow[]> {
  return db
    .selectFrom('purchaseOrderRevisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('purchaseOrderId', '=', purchaseOrderId)
    .orderBy('version')
    .execute();
}
