import type { OpenAPIHono } from '@hono/zod-openapi';
import { isMember, isOperator } from '../../platform/auth/actor.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { requireSearchGrant } from '../search/grants.ts';
import { mayEditPool, takeIntoPool, takeOutOfPool } from './change-pools.ts';
import { poolReach } from './read-for-search.ts';
import { deletePoolMemberRoute, listTalentPoolsRoute, putPoolMemberRoute } from './schema.ts';
import { listCountedPools } from './store.ts';

export function talentPoolRoutes({ database, clock }: { database: Database; clock: Clock }): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(listTalentPoolsRoute, async (c) => {
    const { scope, tenant, actor } = requirePoolReader(c);
    const pools = await listCountedPools(database.db, scope, poolReach(tenant.plan));
    const items = pools.map((pool) => ({
      id: pool.id,
      name: pool.name,
      owner: pool.tenantId === null ? ('installation' as const) : ('tenant' as const),
      memberCount: pool.memberCount,
      mayEdit: mayEditPool(actor, pool),
    }));
    return c.json({ items }, 200);
  });

  routes.openapi(putPoolMemberRoute, async (c) => {
    const change = { ...requirePoolReader(c), ...memberOf(c.req.valid('param')), nowMs: clock.now() };
    await database.transaction((trx) => takeIntoPool(trx, change));
    return c.body(null, 204);
  });

  routes.openapi(deletePoolMemberRoute, async (c) => {
    const change = { ...requirePoolReader(c), ...memberOf(c.req.valid('param')), nowMs: clock.now() };
    await database.transaction((trx) => takeOutOfPool(trx, change));
    return c.body(null, 204);
  });

  return routes;
}

function memberOf({ id, freelancerId }: { id: string; freelancerId: string }) {
  return { poolId: id, freelancerId };
}

/** @throws 401, 403, 404 */
function requirePoolReader(c: HttpContext) {
  const actor = requirePerson(c);
  const scope = requireScope(c);
  const tenant = c.get('tenant');
  if (!tenant) throw notFound();
  if (!isMember(actor) && !isOperator(actor, 'vetter')) throw forbidden('Only people of this company see its pools.');
  requireSearchGrant(actor);
  return { scope, tenant, actor, personId: actor.personId };
}
