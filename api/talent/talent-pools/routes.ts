import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { WorkedWithUs } from '../search/worked-with-us.ts';
import type { PoolDeps } from './deps.ts';
import { requirePoolEditor, requirePoolNames } from './grants.ts';
import { mayMakePools, presentPool } from './present-pool.ts';
import { listCountedPools } from './store.ts';
import { takeIntoPool, takeOutOfPool } from './take-member.ts';
import * as definitions from './team-definitions.ts';

export type PoolRouteDeps = PoolDeps & { database: Database; workedWithUs: WorkedWithUs };

export function talentPoolRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, workedWithUs } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listTalentPoolsRoute, async (c) => {
    const { scope, reach, person } = requirePoolNames(c);
    const pools = await listCountedPools(database.db, scope, reach, c.req.valid('query').state);
    const items = pools.map((pool) => presentPool(pool, person));
    return c.json({ items, mayCreate: reach.own && mayMakePools(person) }, 200);
  });

  routes.openapi(definitions.putPoolMemberRoute, async (c) => {
    const change = memberChange(c, c.req.valid('param'));
    const hasWorked = (await workedWithUs(change.reader.scope)).has(change.freelancerId);
    await database.transaction((trx) => takeIntoPool(trx, deps, change, hasWorked));
    return c.body(null, 204);
  });

  routes.openapi(definitions.deletePoolMemberRoute, async (c) => {
    const change = memberChange(c, c.req.valid('param'));
    const { reason = null } = c.req.valid('query');
    await database.transaction((trx) => takeOutOfPool(trx, deps, change, reason));
    return c.body(null, 204);
  });

  return routes;
}

function memberChange(c: HttpContext, { id, freelancerId }: { id: string; freelancerId: string }) {
  const doer = { actor: c.get('actor'), requestId: c.get('requestId') };
  return { reader: requirePoolEditor(c), doer, poolId: id, freelancerId };
}
