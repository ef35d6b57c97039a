import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant, type NewId } from '../../platform/clock/clock.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readFreelancerAsker } from '../job-search/asker.ts';
import type { JobSearchDeps } from '../job-search/search-jobs.ts';
import { changeSearch, saveSearch } from './change-saved-searches.ts';
import { findNewMatches } from './find-new-matches.ts';
import * as definitions from './schema.ts';
import { type CountedJobSearch, deleteSearch, listSearches } from './store.ts';
import { stopAlert } from './unsubscribe.ts';

export function savedJobSearchRoutes(deps: JobSearchDeps & { newId: NewId }): OpenAPIHono<HttpEnv> {
  const { db } = deps.database;
  const routes = newRoutes();

  routes.openapi(definitions.listSavedJobSearchesRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const asker = await readFreelancerAsker(db, freelancer, tenant);
    for (const search of await listSearches(db, freelancer, tenant)) await findNewMatches(deps, asker, search);
    const searches = await listSearches(db, freelancer, tenant);
    return c.json({ items: searches.map(presentSearch) }, 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(definitions.createSavedJobSearchRoute, async (c) => {
    const acting = requireFreelancer(c);
    const asker = await readFreelancerAsker(db, acting.freelancer, acting.tenant);
    return c.json(presentSearch(await saveSearch(deps, acting, asker, c.req.valid('json'))), 201);
  });

  routes.openapi(definitions.changeSavedJobSearchRoute, async (c) => {
    const changed = await changeSearch(deps, requireFreelancer(c), c.req.valid('param').id, c.req.valid('json'));
    return c.json(presentSearch(changed), 200);
  });

  routes.openapi(definitions.deleteSavedJobSearchRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    if (!(await deleteSearch(db, freelancer, tenant, c.req.valid('param').id))) throw notFound();
    return c.body(null, 204);
  });

  routes.openapi(definitions.stopJobAlertRoute, async (c) =>
    c.json(await stopAlert(deps, c.req.valid('query').token), 200),
  );

  return routes;
}

function presentSearch(search: CountedJobSearch): definitions.SavedJobSearch {
  return {
    id: search.id,
    name: search.name,
    query: JSON.parse(search.query),
    alert: search.alert,
    createdAt: isoInstant(search.createdAt),
    newCount: search.newCount,
  };
}
