import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { answerPool } from './answer-pool.ts';
import { readCalendar, writeCalendar } from './calendar.ts';
import * as definitions from './freelancer-definitions.ts';
import { presentOwnShares, readOwnPool, readOwnPools } from './read-own-pools.ts';
import type { PoolRouteDeps } from './routes.ts';
import { answerShare } from './share-member.ts';
import { findOwnShare } from './share-store.ts';

/** The freelancer's own side: which pools hold them, whom they are shown to, and when they are free. */
export function freelancerPoolRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, directory, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listOwnPoolsRoute, async (c) =>
    c.json(await readOwnPools(db, directory, requireFreelancer(c)), 200),
  );

  routes.openapi(definitions.acceptPoolRoute, async (c) =>
    c.json(await answered(c, c.req.valid('param').id, 'accept', null), 200),
  );

  routes.openapi(definitions.declinePoolRoute, async (c) =>
    c.json(await answered(c, c.req.valid('param').id, 'decline', c.req.valid('json').reason || null), 200),
  );

  routes.openapi(definitions.leavePoolRoute, async (c) =>
    c.json(await answered(c, c.req.valid('param').id, 'leave', c.req.valid('json').reason || null), 200),
  );

  routes.openapi(definitions.consentToShareRoute, async (c) =>
    c.json(await decided(c, c.req.valid('param').id, 'consent'), 200),
  );

  routes.openapi(definitions.declineShareRoute, async (c) =>
    c.json(await decided(c, c.req.valid('param').id, 'decline'), 200),
  );

  routes.openapi(definitions.revokeShareRoute, async (c) =>
    c.json(await decided(c, c.req.valid('param').id, 'end'), 200),
  );

  routes.openapi(definitions.getOwnCalendarRoute, async (c) => {
    const { freelancer } = requireFreelancer(c);
    return c.json(await readCalendar(db, deps.ports, freelancer, clock.now()), 200);
  });

  routes.openapi(definitions.changeOwnCalendarRoute, async (c) => {
    const { freelancer } = requireFreelancer(c);
    const { weeks } = c.req.valid('json');
    await database.transaction((trx) => writeCalendar(trx, deps, freelancer, weeks));
    return c.json(await readCalendar(db, deps.ports, freelancer, clock.now()), 200);
  });

  async function answered(
    c: HttpContext,
    poolId: string,
    answer: 'accept' | 'decline' | 'leave',
    reason: string | null,
  ) {
    const acting = requireFreelancer(c);
    await database.transaction((trx) => answerPool(trx, deps, doerOf(c), acting, poolId, answer, reason));
    return readOwnPool(db, directory, acting, poolId);
  }

  async function decided(c: HttpContext, id: string, answer: 'consent' | 'decline' | 'end') {
    const { freelancer, tenant } = requireFreelancer(c);
    const known = await findOwnShare(db, freelancer, tenant, id);
    if (!known) throw notFound();
    const [shown] = await presentOwnShares(db, directory, [known]);
    const names = { client: shown!.client, company: shown!.company };
    const row = await database.transaction(async (trx) => {
      const now = await findOwnShare(trx, freelancer, tenant, id);
      if (!now) throw notFound();
      return answerShare(trx, deps, doerOf(c), now, answer, names);
    });
    return (await presentOwnShares(db, directory, [row]))[0]!;
  }

  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
