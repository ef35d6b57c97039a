import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PaymentRequestState } from './payment-request.ts';
import type { PaymentRequestRow } from './table.ts';

export async function insertRequest(trx: Executor, row: PaymentRequestRow): Promise<void> {
  await trx.insertInto('paymentRequests').values(row).execute();
}

export async function findRequests(
  db: Executor,
  { tenantId }: TenantScope,
  ids: readonly string[],
): Promise<PaymentRequestRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('paymentRequests').selectAll().where('tenantId', '=', tenantId).where('id', 'in', ids).execute();
}

/** Those of contracts that wait for a yes, or were approved and are not begun, the oldest first. */
export async function listWaiting(
  db: Executor,
  contractIds: readonly string[],
): Promise<(PaymentRequestRow & { approvalId: string })[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('paymentRequests')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .where('state', 'in', ['pendingApproval', 'approved'])
    .where('approvalId', 'is not', null)
    .$narrowType<{ approvalId: string }>()
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** @returns false when it has left `from` */
export async function updateRequest(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  from: readonly PaymentRequestState[],
  change: Partial<Omit<PaymentRequestRow, 'id' | 'tenantId' | 'kind' | 'contractId'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('paymentRequests')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Approved and not done, of all tenants, for the clock; a row tells whose it is. */
export function listUnpaid(db: Executor, afterId: string, limit: number): Promise<PaymentRequestRow[]> {
  return db
    .selectFrom('paymentRequests')
    .selectAll()
    .where('state', 'in', ['approved', 'paying'])
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}
