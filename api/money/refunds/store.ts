import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { RefundRow } from './table.ts';

export async function insertRefund(trx: Executor, row: RefundRow): Promise<void> {
  await trx.insertInto('refunds').values(row).execute();
}

export function findRefundByKey(db: Executor, scope: TenantScope, key: string): Promise<RefundRow | undefined> {
  return db
    .selectFrom('refunds')
    .selectAll()
    .where('key', '=', key)
    .where('tenantId', '=', scope.tenantId)
    .executeTakeFirst();
}

/** For the clock and for processors, who know no tenant. */
export function findRefund(db: Executor, id: string): Promise<RefundRow | undefined> {
  return db.selectFrom('refunds').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findRefundByExternalId(
  db: Executor,
  processor: string,
  externalId: string,
): Promise<RefundRow | undefined> {
  return db
    .selectFrom('refunds')
    .selectAll()
    .where('externalId', '=', externalId)
    .where('processor', '=', processor)
    .executeTakeFirst();
}

/** @returns false when it is settled already */
export async function updatePendingRefund(trx: Executor, id: string, change: Partial<RefundRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('refunds')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Pending ones whose processor is to be asked again. */
export async function listRefundsToLookAt(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('refunds')
    .select('id')
    .where('state', '=', 'pending')
    .where('nextLookAt', '<=', nowMs)
    .orderBy('nextLookAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export function listRefundsOf(db: Executor, paymentIds: readonly string[]): Promise<RefundRow[]> {
  return db
    .selectFrom('refunds')
    .selectAll()
    .where('paymentId', 'in', paymentIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export function listRefundsAfter(db: Executor, id: string, limit: number): Promise<RefundRow[]> {
  return db.selectFrom('refunds').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}

/** By payment: what its refunds that were not refused sum to. */
export function sumByPayment(db: Executor): Promise<{ paymentId: string; sum: number }[]> {
  return db
    .selectFrom('refunds')
    .select((eb) => ['paymentId', eb.fn.sum<number>('amountMinor').as('sum')])
    .where('state', '!=', 'voided')
    .groupBy('paymentId')
    .execute();
}
