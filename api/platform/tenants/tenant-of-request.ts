import { createMiddleware } from 'hono/factory';
import type { HttpContext, HttpEnv } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import { addressOf, type Site } from './site.ts';
import type { Tenant } from './tenant.ts';
import type { TenantDirectory } from './tenant-directory.ts';
import { tenantScope } from './tenant-scope.ts';

/** Host name first (only configured ones), else the path's slug. What names no tenant of ours is refused. */
export function tenantOfRequest(site: Site, directory: TenantDirectory) {
  return createMiddleware<HttpEnv>(async (c, next) => {
    const { host, slug } = addressOf(c);
    if (!site.isOwnHost(host)) {
      const tenant = await directory.byHost(host);
      if (!tenant || (slug !== undefined && slug !== tenant.slug)) throw unknownTenant();
      setTenant(c, tenant);
    } else if (slug !== undefined) {
      const tenant = await directory.bySlug(slug);
      if (!tenant) throw unknownTenant();
      setTenant(c, tenant);
    }
    await next();
  });
}

export function setTenant(c: HttpContext, { id, slug, plan }: Tenant): void {
  c.set('tenant', { id, slug, plan });
  c.set('scope', tenantScope(id));
}

export const unknownTenant = () =>
  new Refusal(404, 'unknown_tenant', 'No company is reached at this address. Check the address you were given.');
