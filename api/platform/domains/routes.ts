import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreshSignIn, requireRole } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import { type HttpContext, type HttpEnv, requireScope } from '../http/environment.ts';
import { notFound } from '../http/problem.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { newRoutes } from '../http/routes.ts';
import { requireFeature } from '../tenants/require-feature.ts';
import { listServedHosts, type ServedHost, tenantIdServedAt } from '../tenants/served-hosts.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { choosePrimary, claimDomain, type DomainDeps, removeDomain } from './change-domains.ts';
import { checkDomain } from './check-domain.ts';
import { isLocalName, proofPath, proofRecordOf } from './domain.ts';
import { proofText } from './look-for-proof.ts';
import * as definitions from './schema.ts';
import { listClaims } from './store.ts';
import type { DomainClaimRow } from './table.ts';

const checksPerMinute = 20;

export function domainRoutes(deps: DomainDeps & { directory: TenantDirectory }): OpenAPIHono<HttpEnv> {
  const { database, clock, site, directory } = deps;

  /** Whoever has a domain can put up a sign-in page of the company's, so it is made sure that it is them. */
  function admin(c: HttpContext) {
    const scope = requireScope(c);
    const actor = requireRole(c, 'owner', 'accountAdmin');
    requireFreshSignIn(actor, clock);
    return { scope, by: { actor, requestId: c.get('requestId') } };
  }

  async function read(scope: TenantScope): Promise<definitions.DomainBody[]> {
    const [claims, served] = await Promise.all([listClaims(database.db, scope), listServedHosts(database.db, scope)]);
    const operators = served.filter(({ host }) => !claims.some((claim) => claim.host === host));
    const primary = served.find(({ isActive }) => isActive === 1)?.host;
    const all = [...operators.map(presentOperators), ...claims.map(presentClaim)];
    return all
      .map((domain) => ({ ...domain, isPrimary: domain.host === primary }))
      .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  }

  async function readOne(scope: TenantScope, host: string): Promise<definitions.DomainBody> {
    const found = (await read(scope)).find((domain) => domain.host === host);
    if (!found) throw notFound();
    return found;
  }

  function presentOperators({ host, createdAt }: ServedHost): definitions.DomainBody {
    const at = isoInstant(createdAt);
    return {
      host,
      address: site.originOf(host),
      state: 'active',
      reason: null,
      method: 'operator',
      isPrimary: false,
      proof: null,
      addedAt: at,
      checkedAt: null,
      verifiedAt: at,
      reachedAt: null,
    };
  }

  function presentClaim(claim: DomainClaimRow): definitions.DomainBody {
    const { host, token, state, reason, method } = claim;
    const instant = (epochMs: number | null) => (epochMs === null ? null : isoInstant(epochMs));
    return {
      host,
      address: site.originOf(host),
      state,
      reason,
      method,
      isPrimary: false,
      proof: isLocalName(host)
        ? null
        : {
            record: { name: proofRecordOf(host), type: 'TXT', value: proofText(token) },
            file: { url: `https://${host}${proofPath}`, text: proofText(token) },
          },
      addedAt: isoInstant(claim.createdAt),
      checkedAt: instant(claim.checkedAt),
      verifiedAt: instant(claim.verifiedAt),
      reachedAt: instant(claim.reachedAt),
    };
  }

  const routes = newRoutes();
  routes.use(
    '/v1/tenant/domains/:host/check',
    rateLimit({ name: 'domainChecks', limit: checksPerMinute, windowSeconds: 60 }),
  );
  return routes
    .openapi(definitions.listDomainsRoute, async (c) => {
      const scope = requireScope(c);
      requireRole(c, 'owner', 'accountAdmin', 'auditor');
      return c.json({ items: await read(scope), installationHost: new URL(site.origin).host }, 200);
    })
    .openapi(definitions.postDomain, async (c) => {
      const { scope, by } = admin(c);
      requireFeature(c, 'whiteLabel');
      const host = await claimDomain(deps, scope, by, c.req.valid('json').host);
      const tenant = await directory.byId(scope.tenantId);
      if (tenant && isLocalName(host)) await checkDomain(deps, tenant, by, host);
      return c.json(await readOne(scope, host), 201);
    })
    .openapi(definitions.postDomainCheck, async (c) => {
      const { scope, by } = admin(c);
      const { host } = c.req.valid('param');
      await readOne(scope, host);
      const tenant = await directory.byId(scope.tenantId);
      if (tenant) await checkDomain(deps, tenant, by, host);
      return c.json(await readOne(scope, host), 200);
    })
    .openapi(definitions.putPrimaryDomain, async (c) => {
      const { scope, by } = admin(c);
      const { host } = c.req.valid('param');
      await choosePrimary(deps, scope, by, host);
      return c.json(await readOne(scope, host), 200);
    })
    .openapi(definitions.deleteDomain, async (c) => {
      const { scope, by } = admin(c);
      await removeDomain(deps, scope, by, c.req.valid('param').host);
      return c.body(null, 204);
    })
    .openapi(definitions.getServedHost, async (c) => {
      if ((await tenantIdServedAt(database.db, c.req.valid('query').domain.toLowerCase())) === undefined)
        throw notFound();
      return c.body(null, 204);
    });
}
