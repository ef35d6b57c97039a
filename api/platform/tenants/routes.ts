import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../auth/actor.ts';
import type { Identity } from '../auth/identity.ts';
import { requireRole } from '../auth/require-role.ts';
import type { Executor } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../http/environment.ts';
import { matchesIfNoneMatch, requireIfMatch, revisionEtag } from '../http/etag.ts';
import { notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { readPreferences } from '../preferences/read-preferences.ts';
import { saveOrigins, saveTheme } from './change-settings.ts';
import type { TenantCommandDeps } from './command-deps.ts';
import { featuresOfPlan } from './plan.ts';
import { presentBrand } from './present-brand.ts';
import { getMe, getOrigins, getTenant, putOrigins, putTheme, type TenantBody } from './schema.ts';
import { readTeams } from './teams.ts';
import type { Tenant } from './tenant.ts';
import type { TenantScope } from './tenant-scope.ts';

/** The tenant as its people see it, and its settings. */
export function tenantRoutes(deps: TenantCommandDeps, identity: Identity): OpenAPIHono<HttpEnv> {
  const { directory, authority } = identity;
  const tenantOf = async (c: HttpContext): Promise<Tenant> => {
    const tenant = await directory.byId(requireScope(c).tenantId);
    if (!tenant) throw notFound();
    return tenant;
  };
  const doer = (c: HttpContext) => ({ actor: c.get('actor'), requestId: c.get('requestId') });

  return newRoutes()
    .openapi(getTenant, async (c) => {
      if (!c.get('scope')) return c.body(null, 204);
      const tenant = await tenantOf(c);
      const headers = { etag: etagOf(tenant), 'cache-control': 'no-cache' };
      if (matchesIfNoneMatch(c, headers.etag)) return c.body(null, 304, headers) as never;
      return c.json(presentTenant(tenant), 200, headers);
    })
    .openapi(putTheme, async (c) => {
      const tenant = await tenantOf(c);
      requireRole(c, 'owner', 'accountAdmin');
      requireIfMatch(c, etagOf(tenant));
      await saveTheme(deps, tenant, doer(c), c.req.valid('json').theme);
      const saved = await tenantOf(c);
      return c.json(presentTenant(saved), 200, { etag: etagOf(saved) });
    })
    .openapi(getOrigins, async (c) => {
      const tenant = await tenantOf(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor');
      return c.json({ origins: [...tenant.origins] }, 200, { etag: etagOf(tenant) });
    })
    .openapi(putOrigins, async (c) => {
      const tenant = await tenantOf(c);
      requireRole(c, 'owner', 'accountAdmin');
      requireIfMatch(c, etagOf(tenant));
      await saveOrigins(deps, tenant, doer(c), c.req.valid('json').origins);
      const saved = await tenantOf(c);
      return c.json({ origins: [...saved.origins] }, 200, { etag: etagOf(saved) });
    })
    .openapi(getMe, async (c) => {
      const actor = requirePerson(c);
      const person = await authority.person(actor.personId);
      if (!person) throw notFound();
      // A widget session is for one tenant and need not know of the others.
      const held = actor.via.kind === 'cookie' ? person.memberships : [];
      const memberships = [];
      for (const { tenantId, roles } of held) {
        const tenant = await directory.byId(tenantId);
        if (tenant) memberships.push({ tenant: { slug: tenant.slug, name: tenant.brandName }, roles: [...roles] });
      }
      const plan = c.get('tenant')?.plan;
      return c.json(
        {
          person: { id: person.personId, name: person.name, email: person.email, locale: person.locale },
          roles: [...actor.roles],
          teamRoles: await teamRolesOf(deps.database.db, c.get('scope'), actor),
          memberships,
          freelancerId: actor.freelancerId,
          operatorRoles: [...actor.operatorRoles],
          ...(actor.via.kind === 'cookie' && { preferences: await readPreferences(deps.database.db, actor.personId) }),
          features: plan ? [...featuresOfPlan(plan)] : [],
        },
        200,
        { 'cache-control': 'no-store' },
      );
    });
}

/** Teams are read only for those who hold a role in one. */
async function teamRolesOf(db: Executor, scope: TenantScope | undefined, { teamRoles = {} }: Person) {
  const held = Object.entries(teamRoles).filter(([, roles]) => roles.length > 0);
  if (!scope || held.length === 0) return [];
  const names = new Map((await readTeams(db, scope)).map(({ id, name }) => [id, name]));
  return held.map(([id, roles]) => ({ team: { id, name: names.get(id) ?? '' }, roles: [...roles] }));
}

function etagOf({ id, revision }: Tenant): string {
  return revisionEtag(id, revision);
}

function presentTenant({ slug, brand, logoUrl, plan, locale, theme }: Tenant): TenantBody {
  return { slug, brand: presentBrand(brand, logoUrl), plan, locale, theme: { ...theme } };
}
