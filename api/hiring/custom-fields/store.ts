import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobFieldSetRow } from './table.ts';

export function findFieldSet(db: Executor, scope: TenantScope): Promise<JobFieldSetRow | undefined> {
  return db.selectFrom('jobFieldSets').selectAll().where('tenantId', '=', scope.tenantId).executeTakeFirst();
}

/** @returns false when somebody made the first one at the same moment */
export async function insertFieldSet(trx: Executor, row: JobFieldSetRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('jobFieldSets')
    .values(row)
    .onConflict((conflict) => conflict.column('tenantId').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it changed since `revision` */
export async function updateFieldSet(
  trx: Executor,
  scope: TenantScope,
  revision: number,
  change: Pick<JobFieldSetRow, 'fields' | 'updatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobFieldSets')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
