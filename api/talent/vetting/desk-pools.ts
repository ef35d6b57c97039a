import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readPools } from '../talent-pools/read-for-search.ts';
import { readPoolsById } from '../talent-pools/read-membership.ts';
import { isInstallations } from './deps.ts';

/** Active pools that a desk keeps, by name. */
export async function poolsOf(db: Executor, scope: TenantScope): Promise<{ id: string; name: string }[]> {
  // A plan that opens the installation's pools alone names them; one that opens all names a tenant's own too.
  const seen = await readPools(db, scope, { plan: isInstallations(scope) ? 'pro' : 'enterprise' });
  const pools = await readPoolsById(
    db,
    seen.map(({ id }) => id),
  );
  return seen.filter(({ id }) => {
    const pool = pools.get(id);
    return pool?.state === 'active' && (pool.tenantId ?? '') === scope.tenantId;
  });
}
