import type { Authority } from '../auth/authority.ts';
import { GuardedCache } from '../auth/guarded-cache.ts';
import type { Database } from '../database/database.ts';
import { findTenantId, findTenantWithSettings } from './directory-store.ts';
import type { Tenant } from './tenant.ts';

/** Finds tenants by what an address names; remembered until the tenant changes on any node. */
export type TenantDirectory = {
  bySlug(slug: string): Promise<Tenant | undefined>;
  byHost(host: string): Promise<Tenant | undefined>;
  byId(id: string): Promise<Tenant | undefined>;
};

const tenantsMax = 5000;

export function createTenantDirectory(database: Database, authority: Authority): TenantDirectory {
  const idsByName = new GuardedCache<string>(2 * tenantsMax);
  const tenants = new GuardedCache<Tenant>(tenantsMax);
  authority.onTenantChange(() => {
    idsByName.forgetAll();
    tenants.forgetAll();
  });
  const byId = (id: string) => tenants.get(id, () => findTenantWithSettings(database.db, id));
  const byName = async (kind: 'slug' | 'host', name: string) => {
    const id = await idsByName.get(`${kind} ${name}`, () => findTenantId(database.db, kind, name));
    return id === undefined ? undefined : byId(id);
  };
  return { byId, bySlug: (slug) => byName('slug', slug), byHost: (host) => byName('host', host) };
}
