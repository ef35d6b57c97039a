import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { Policy } from './policy.ts';
import { listPolicyRows } from './store.ts';

/**
 * Defaults, overruled by what the installation set, overruled by what the tenant set of what it may set.
 * @param scope undefined for what no tenant decides
 */
export async function readPolicy<Settings extends Record<string, unknown>>(
  db: Executor,
  scope: TenantScope | undefined,
  { name, schema, defaults, byTenant }: Policy<Settings>,
): Promise<Settings> {
  const rows = await listPolicyRows(db, scope, name);
  let settings = defaults;
  for (const { tenantId, settings: text } of rows) {
    const stored: Record<string, unknown> = JSON.parse(text);
    const allowed =
      tenantId === '' ? stored : Object.fromEntries(Object.entries(stored).filter(([key]) => byTenant.includes(key)));
    settings = { ...settings, ...allowed };
  }
  return schema.parse(settings);
}
