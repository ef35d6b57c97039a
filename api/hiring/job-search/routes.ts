import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readFreelancerAsker, readJobAsker } from './asker.ts';
import { readFeed } from './read-feed.ts';
import { readJob } from './read-job.ts';
import * as definitions from './schema.ts';
import { type JobSearchDeps, searchJobs } from './search-jobs.ts';
import { suggestJobs } from './suggest-jobs.ts';

/** After every route that has a word where this one has a post's id: `/v1/jobs/saved`. */
export function jobSearchRoutes(deps: JobSearchDeps): OpenAPIHono<HttpEnv> {
  const { db } = deps.database;
  const routes = newRoutes();

  routes.openapi(definitions.searchJobsRoute, async (c) => {
    const asker = await readJobAsker(c, db);
    const found = await searchJobs(deps, asker, c.req.valid('query'), c.req.header('accept-language'));
    return c.json(found, 200, answerHeaders);
  });

  routes.openapi(definitions.suggestJobsRoute, async (c) => {
    const asker = await readJobAsker(c, db);
    return c.json(await suggestJobs(deps, asker, c.req.valid('query').q), 200, answerHeaders);
  });

  routes.openapi(definitions.readFeedRoute, async (c) => {
    const { freelancer, tenant } = requireFreelancer(c);
    const asker = await readFreelancerAsker(db, freelancer, tenant);
    return c.json(await readFeed(deps, asker, c.req.valid('query')), 200, answerHeaders);
  });

  routes.openapi(definitions.readJobRoute, async (c) => {
    const asker = await readJobAsker(c, db);
    return c.json(await readJob(deps, asker, c.req.valid('param').id), 200, answerHeaders);
  });

  return routes;
}

/** What is found depends on who asks and on the language of the labels. */
const answerHeaders = { 'cache-control': 'no-store', vary: 'Accept-Language' };
