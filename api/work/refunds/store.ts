import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { EarningRefundRow, RefundRequestRow } from './table.ts';

export async function insertRequest(trx: Executor, row: RefundRequestRow): Promise<void> {
  await trx.insertInto('refundRequests').values(row).execute();
}

export function findRequest(db: Executor, scope: TenantScope, id: string): Promise<RefundRequestRow | undefined> {
  return db
    .selectFrom('refundRequests')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, its requests only */
export function findRequestTo(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<RefundRequestRow | undefined> {
  return db
    .selectFrom('refundRequests')
    .selectAll()
    .where('freelancerId', '=', freelancer.freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** The newest first. The caller has made sure that the contracts may be seen. */
export async function listRequestsOf(db: Executor, contractIds: readonly string[]): Promise<RefundRequestRow[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('refundRequests')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function sumAsked(db: Executor, scope: TenantScope, earningId: string): Promise<number> {
  const rows = await db
    .selectFrom('refundRequests')
    .select('amountMinor')
    .where('tenantId', '=', scope.tenantId)
    .where('earningId', '=', earningId)
    .where('state', '=', 'requested')
    .execute();
  return rows.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** @returns false when it was answered already */
export async function updateRequest(
  trx: Executor,
  { tenantId, id, state }: RefundRequestRow,
  change: Partial<RefundRequestRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('refundRequests')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** ⏱ Of every tenant: the clock has none. */
export function listUnanswered(db: Executor, nowMs: EpochMs, limit: number): Promise<RefundRequestRow[]> {
  return db
    .selectFrom('refundRequests')
    .selectAll()
    .where('state', '=', 'requested')
    .where('answerBy', '<=', nowMs)
    .orderBy('answerBy')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function insertEarningRefund(trx: Executor, row: EarningRefundRow): Promise<void> {
  await trx.insertInto('earningRefunds').values(row).execute();
}

export function findEarningRefund(db: Executor, scope: TenantScope, id: string): Promise<EarningRefundRow | undefined> {
  return db
    .selectFrom('earningRefunds')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false when that was written already */
export async function markReturned(trx: Executor, { tenantId, id }: EarningRefundRow): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('earningRefunds')
    .set({ state: 'failed' })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'given')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
