import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { PolicyRow } from './table.ts';

/** The installation's first, then the tenant's. */
export function listPolicyRows(db: Executor, scope: TenantScope | undefined, name: string): Promise<PolicyRow[]> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('name', '=', name)
    .where('tenantId', 'in', scope ? ['', scope.tenantId] : [''])
    .orderBy('tenantId')
    .execute();
}

/** Every policy's rows of the installation and of this tenant. */
export function listAllPolicyRows(db: Executor, scope: TenantScope | undefined): Promise<PolicyRow[]> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('tenantId', 'in', scope ? ['', scope.tenantId] : [''])
    .execute();
}

/** @param tenantId '' for the installation @returns false when it changed since `revision`; 0 is before the first */
export async function putPolicy(
  trx: Executor,
  { name, tenantId, settings, changedAt }: Omit<PolicyRow, 'revision'>,
  revision: number,
): Promise<boolean> {
  if (revision === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('policies')
      .values({ name, tenantId, settings, revision: 1, changedAt })
      .onConflict((conflict) => conflict.columns(['name', 'tenantId']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('policies')
    .set({ settings, revision: revision + 1, changedAt })
    .where('name', '=', name)
    .where('tenantId', '=', tenantId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
