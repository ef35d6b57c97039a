import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readFreelancerAsker } from '../job-search/asker.ts';
import type { JobSearchDeps } from '../job-search/search-jobs.ts';
import { listSavedJobs } from './list-saved.ts';
import { hideJob, saveJob, unmarkJob } from './mark-jobs.ts';
import * as definitions from './schema.ts';

const pageSize = 20;

export function jobMarkRoutes(deps: JobSearchDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors } = deps;
  const routes = newRoutes();

  async function acting(c: HttpContext) {
    const { freelancer, tenant } = requireFreelancer(c);
    return { freelancer, asker: await readFreelancerAsker(database.db, freelancer, tenant) };
  }

  routes.openapi(definitions.listSavedJobsRoute, async (c) => {
    const { freelancer, asker } = await acting(c);
    const { limit = pageSize, cursor } = c.req.valid('query');
    const binding = `saved jobs\0${freelancer.freelancerId}\0${asker.tenant?.tenantId ?? ''}`;
    const offset = cursor === undefined ? 0 : Number(cursors.decode(binding, cursor));
    const present = { db: database.db, readClients: deps.readClients, proseOf: deps.proseOf };
    const saved = await listSavedJobs(database.db, present, freelancer, asker, { offset, limit });
    const nextCursor = saved.nextOffset === null ? null : cursors.encode(binding, saved.nextOffset);
    return c.json({ items: saved.items, goneCount: saved.goneCount, nextCursor }, 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(definitions.saveJobRoute, async (c) => {
    const { freelancer, asker } = await acting(c);
    await saveJob(deps, freelancer, asker, c.req.valid('param').id);
    return c.body(null, 204);
  });

  routes.openapi(definitions.unsaveJobRoute, async (c) => {
    await unmarkJob(deps, requireFreelancer(c).freelancer, c.req.valid('param').id, 'saved');
    return c.body(null, 204);
  });

  routes.openapi(definitions.hideJobRoute, async (c) => {
    const { freelancer, asker } = await acting(c);
    await hideJob(deps, freelancer, asker, c.req.valid('param').id, c.req.valid('json').reason);
    return c.body(null, 204);
  });

  routes.openapi(definitions.showJobRoute, async (c) => {
    await unmarkJob(deps, requireFreelancer(c).freelancer, c.req.valid('param').id, 'hidden');
    return c.body(null, 204);
  });

  return routes;
}
