import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../auth/actor.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../http/environment.ts';
import { forbidden, notFound } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { isoInstant } from './clock.ts';
import type { DemoClock } from './demo-clock.ts';
import { advanceDemoClockRoute, getDemoClockRoute } from './schema.ts';

const minuteMs = 60_000;
/** No rule is timed finer, and what one step makes due starts in it: deadlines keep their order. */
const stepMinutes = 180;

/** @param clock undefined where time is real: then there is nothing here to see or to move */
export function demoClockRoutes(deps: { demoClock?: DemoClock; jobs: JobRunner }): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(getDemoClockRoute, (c) => c.json(present(requireDemoClock(c, deps.demoClock)), 200));

  routes.openapi(advanceDemoClockRoute, async (c) => {
    const clock = requireDemoClock(c, deps.demoClock);
    const { minutes } = c.req.valid('json');
    let jobsRun = 0;
    for (let left = minutes; left > 0; left -= stepMinutes) {
      await clock.advance(Math.min(left, stepMinutes) * minuteMs);
      jobsRun += await deps.jobs.runDue();
    }
    return c.json({ ...present(clock), jobsRun }, 200);
  });

  return routes;
}

/** @throws 401, 403, 404 */
function requireDemoClock(c: HttpContext, clock: DemoClock | undefined): DemoClock {
  requirePerson(c);
  if (!isOperator(c.get('actor'))) throw forbidden('Only an operator moves the demo’s clock.');
  if (!clock) throw notFound();
  return clock;
}

function present(clock: DemoClock) {
  return { now: isoInstant(clock.now()), shiftSeconds: Math.round(clock.shiftMs() / 1000) };
}
