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
