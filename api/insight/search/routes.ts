import type { OpenAPIHono } from '@hono/zod-openapi';
import { freelancerOf } from '../../platform/auth/freelancer-scope.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { forbidden, Refusal } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { createFoundReads } from '../../talent/freelancers/read-for-search.ts';
import { readAsker } from '../../talent/search/asker.ts';
import { createHitMarks } from '../../talent/search/hit-marks.ts';
import { type SearchDeps, searchTalent } from '../../talent/search/search-talent.ts';
import type { WorkedWithUs } from '../../talent/search/worked-with-us.ts';
import { searchRoute } from './schema.ts';
import { type FoundPerson, type Searcher, searchEverything } from './search-everything.ts';

export type EverythingDeps = Omit<SearchDeps, 'readFound' | 'readMarks'> & {
  workedWithUs: WorkedWithUs;
  directory: Pick<TenantDirectory, 'byId'>;
};

const peopleShown = 6;

export function everythingRoutes(ports: EverythingDeps): OpenAPIHono<HttpEnv> {
  const { db } = ports.database;
  const deps: SearchDeps = { ...ports, readFound: createFoundReads(db), readMarks: createHitMarks() };
  const routes = newRoutes();

  routes.openapi(searchRoute, async (c) => {
    const searcher = requireSearcher(c);
    const { q } = c.req.valid('query');
    const items = await searchEverything(db, searcher, q, {
      findPeople: (words) => findPeople(c, words),
      clientName: async (tenantId) => (await ports.directory.byId(tenantId))?.brandName,
    });
    return c.json({ items }, 200, { 'cache-control': 'no-store' });
  });

  /** An index that is still being built hides no contract. */
  async function findPeople(c: HttpContext, q: string): Promise<readonly FoundPerson[]> {
    try {
      const asker = await readAsker(c, db, ports.workedWithUs);
      return (await searchTalent(deps, asker, { q, limit: peopleShown, facets: false }, undefined)).items;
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.status === 503) return [];
      throw refusal;
    }
  }

  return routes;
}

/** @throws 401, 403 in a widget, which has a search of its own */
function requireSearcher(c: HttpContext): Searcher {
  const person = requirePerson(c);
  if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  const [scope, tenant] = [c.get('scope'), c.get('tenant')];
  return {
    person,
    tenant: scope && tenant ? { scope, plan: tenant.plan } : undefined,
    freelancer: freelancerOf(c)?.freelancer,
  };
}
