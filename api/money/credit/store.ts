import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CreditLineRow } from './table.ts';

export function findCreditLine(db: Executor, { tenantId }: TenantScope): Promise<CreditLineRow | undefined> {
  return db.selectFrom('creditLines').selectAll().where('tenantId', '=', tenantId).executeTakeFirst();
}

/** All of them: the operator's own receivables. */
export function listCreditLines(db: Executor, limit: number): Promise<CreditLineRow[]> {
  return db.selectFrom('creditLines').selectAll().orderBy('updatedAt', 'desc').limit(limit).execute();
}

/** @returns false when somebody else set the first one */
export async function insertCreditLine(trx: Executor, row: CreditLineRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('creditLines')
    .values(row)
    .onConflict((conflict) => conflict.column('tenantId').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when somebody else was first */
export async function updateCreditLine(
  trx: Executor,
  { tenantId }: TenantScope,
  fromRevision: number,
  change: Omit<CreditLineRow, 'tenantId' | 'revision'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('creditLines')
    .set({ ...change, revision: fromRevision + 1 })
    .where('tenantId', '=', tenantId)
    .where('revision', '=', fromRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
