import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../auth/actor.ts';
import { type Clock, isoInstant } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../http/environment.ts';
import { conflict, forbidden } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { listJobsRoute, retryJobRoute } from './schema.ts';
import { listJobs, requeueDeadJob } from './store.ts';

export function jobRoutes({ database, clock }: { database: Database; clock: Clock }): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();
  routes.openapi(listJobsRoute, async (c) => {
    requireOperator(c);
    const { state, limit } = c.req.valid('query');
    const rows = await listJobs(database.db, state, limit);
    const items = rows.map(({ id, kind, tenantId, state, runAt, attempts, lastError }) => ({
      id,
      kind,
      tenantId,
      state,
      runAt: isoInstant(runAt),
      attempts,
      lastError,
    }));
    return c.json({ items }, 200);
  });
  routes.openapi(retryJobRoute, async (c) => {
    requireOperator(c);
    const isQueued = await requeueDeadJob(database.db, c.req.valid('param').id, clock.now());
    if (!isQueued) throw conflict('job_not_dead', 'This job is not dead, so there is nothing to retry.');
    return c.body(null, 204);
  });
  return routes;
}

function requireOperator(c: HttpContext): void {
  requirePerson(c);
  if (!isOperator(c.get('actor'), 'support')) throw forbidden('Only the operator’s support desk sees jobs.');
}
