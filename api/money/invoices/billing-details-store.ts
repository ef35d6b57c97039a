import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { BillingDetailsRow } from './table.ts';

export function findBillingDetails(db: Executor, { tenantId }: TenantScope): Promise<BillingDetailsRow | undefined> {
  return db.selectFrom('billingDetails').selectAll().where('tenantId', '=', tenantId).executeTakeFirst();
}

/** Raises the revision from the one that was read; 0 for the first. @returns false when somebody else was first */
export async function saveBillingDetailsRow(
  trx: Executor,
  { tenantId }: TenantScope,
  fromRevision: number,
  row: Omit<BillingDetailsRow, 'tenantId' | 'revision'>,
): Promise<boolean> {
  if (fromRevision === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('billingDetails')
      .values({ ...row, tenantId, revision: 1 })
      .onConflict((conflict) => conflict.column('tenantId').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('billingDetails')
    .set({ ...row, revision: fromRevision + 1 })
    .where('tenantId', '=', tenantId)
    .where('revision', '=', fromRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
