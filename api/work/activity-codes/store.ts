import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ActivityCodeRow } from './table.ts';

/** @returns false when there is one of this code */
export async function insertCodeOnce(trx: Executor, row: ActivityCodeRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('activityCodes')
    .values(row)
    .onConflict((known) => known.columns(['tenantId', 'contractId', 'code']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** For all contracts and for these; by code. */
export function listCodes(
  db: Executor,
  { tenantId }: TenantScope,
  contractIds: readonly string[],
): Promise<ActivityCodeRow[]> {
  return db
    .selectFrom('activityCodes')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('contractId', 'in', ['', ...contractIds])
    .orderBy('code')
    .orderBy('contractId')
    .execute();
}

export function findCode(db: Executor, { tenantId }: TenantScope, id: string): Promise<ActivityCodeRow | undefined> {
  return db
    .selectFrom('activityCodes')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Of time that the caller may see. */
export async function listCodesById(db: Executor, ids: readonly string[]): Promise<ActivityCodeRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('activityCodes').selectAll().where('id', 'in', ids).execute();
}

/** @returns false when it changed since `revision` */
export async function updateCode(
  trx: Executor,
  { tenantId }: TenantScope,
  { id, revision }: Pick<ActivityCodeRow, 'id' | 'revision'>,
  change: Partial<Pick<ActivityCodeRow, 'name' | 'isArchived'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('activityCodes')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
