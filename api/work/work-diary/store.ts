import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { WorkDiaryRow } from './table.ts';

/** Of contracts that the caller may see; one without a row asks for nothing. */
export async function listDiaries(db: Executor, contractIds: readonly string[]): Promise<WorkDiaryRow[]> {
  if (contractIds.length === 0) return [];
  return db.selectFrom('workDiaries').selectAll().where('contractId', 'in', contractIds).execute();
}

/** @returns false when it changed since `revision`; 0 is before the first */
export async function putDiary(trx: Executor, { tenantId }: TenantScope, row: WorkDiaryRow): Promise<boolean> {
  const revision = row.revision + 1;
  if (row.revision === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('workDiaries')
      .values({ ...row, tenantId, revision })
      .onConflict((known) => known.column('contractId').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('workDiaries')
    .set({ ...row, revision })
    .where('tenantId', '=', tenantId)
    .where('contractId', '=', row.contractId)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
