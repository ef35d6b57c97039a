import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { CostCenterRow } from './table.ts';

export function listCostCenters(db: Executor, scope: TenantScope): Promise<CostCenterRow[]> {
  return db.selectFrom('costCenters').selectAll().where('tenantId', '=', scope.tenantId).orderBy('code').execute();
}

export function findCostCenter(db: Executor, scope: TenantScope, id: string): Promise<CostCenterRow | undefined> {
  return db
    .selectFrom('costCenters')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertCostCenters(trx: Executor, rows: readonly CostCenterRow[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('costCenters').values(rows).execute();
}

/** @returns false when it was changed meanwhile */
export async function updateCostCenter(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<CostCenterRow, 'id' | 'revision'>,
  change: Partial<Omit<CostCenterRow, 'id' | 'tenantId' | 'code' | 'revision'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('costCenters')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
