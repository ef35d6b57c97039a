import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { doerOf } from '../contracts/contract-answers.ts';
import type { TimeRouteDeps } from '../timesheets/deps.ts';
import { keepScreenshot } from '../work-diary/keep-screenshot.ts';
import { readStanding } from './present-timer.ts';
import { changeTimer, hearTimer, resumeTimer, startTimer, stopTimer } from './run-timer.ts';
import * as definitions from './schema.ts';

/** The timer of whoever is signed in. */
export function timerRoutes(deps: TimeRouteDeps): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const routes = newRoutes();

  type Work = (trx: Executor, acting: ActingFreelancer, doer: Doer) => Promise<void>;

  /** Does it, and says how the timer stands then. */
  async function done(c: HttpContext, work: Work) {
    const acting = requireFreelancer(c);
    await database.transaction((trx) => work(trx, acting, doerOf(c)));
    return c.json(await readStanding(database.db, deps, acting), 200);
  }

  routes.openapi(definitions.getTimerRoute, async (c) =>
    c.json(await readStanding(database.db, deps, requireFreelancer(c)), 200),
  );
  routes.openapi(definitions.startTimerRoute, (c) =>
    done(c, (trx, acting, doer) => startTimer(trx, deps, acting, doer, c.req.valid('json'))),
  );
  routes.openapi(definitions.resumeTimerRoute, (c) =>
    done(c, (trx, acting, doer) => resumeTimer(trx, deps, acting, doer)),
  );
  routes.openapi(definitions.changeTimerRoute, (c) =>
    done(c, (trx, acting, doer) => changeTimer(trx, deps, acting, doer, c.req.valid('json'))),
  );
  routes.openapi(definitions.heartbeatRoute, (c) => done(c, (trx, acting, doer) => hearTimer(trx, deps, acting, doer)));
  routes.openapi(definitions.stopTimerRoute, (c) => done(c, (trx, acting, doer) => stopTimer(trx, deps, acting, doer)));
  routes.openapi(definitions.screenshotRoute, (c) =>
    done(c, (trx, acting) => keepScreenshot(trx, deps, acting, c.req.valid('json'))),
  );

  return routes;
}
