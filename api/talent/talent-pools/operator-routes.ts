import type { OpenAPIHono } from '@hono/zod-openapi';
import { isOperator } from '../../platform/auth/actor.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { changePool, getEditablePool, getPool, makePool } from './change-pools.ts';
import { scopeOfPool } from './deps.ts';
import type { PoolReader } from './grants.ts';
import * as definitions from './operator-definitions.ts';
import { presentPool, presentPoolDetail } from './present-pool.ts';
import { doerOf, type PoolRouteDeps } from './routes.ts';
import type { TalentPoolDetail } from './schema.ts';
import { listCountedPools } from './store.ts';

const installation = scopeOfPool({ tenantId: null });

/** The vetting desk's: the installation's pools, whose members come by vetting. */
export function operatorPoolRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listOperatorPoolsRoute, async (c) => {
    const { person, scope, reach } = requireDesk(c);
    const pools = await listCountedPools(db, scope, reach, c.req.valid('query').state);
    return c.json({ items: pools.map((pool) => presentPool(pool, person)) }, 200);
  });

  routes.openapi(definitions.createOperatorPoolRoute, async (c) => {
    const desk = requireDesk(c);
    const given = { ...c.req.valid('json'), editing: 'hirers' as const, admitsFirstContract: false };
    const { body } = await onceIfKeyed(c, database, desk.person.personId, clock.now(), async (trx) => {
      const pool = await makePool(trx, deps, doerOf(c), desk, null, given);
      return { status: 201, body: await presentPoolDetail(trx, pool, desk.person) };
    });
    const pool = body as TalentPoolDetail;
    return c.json(pool, 201, { etag: revisionEtag(pool.id, 1) });
  });

  routes.openapi(definitions.getOperatorPoolRoute, async (c) => {
    const desk = requireDesk(c);
    const pool = await getPool(db, desk, c.req.valid('param').id);
    return c.json(await presentPoolDetail(db, pool, desk.person), 200, { etag: revisionEtag(pool.id, pool.revision) });
  });

  routes.openapi(definitions.changeOperatorPoolRoute, async (c) => {
    const desk = requireDesk(c);
    const pool = await database.transaction(async (trx) => {
      const known = await getEditablePool(trx, desk, c.req.valid('param').id);
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return changePool(trx, deps, doerOf(c), desk.person, known, c.req.valid('json'));
    });
    return c.json(await presentPoolDetail(db, pool, desk.person), 200, { etag: revisionEtag(pool.id, pool.revision) });
  });

  return routes;
}

/** @throws 401, 403 */
function requireDesk(c: HttpContext): PoolReader {
  const person = requirePerson(c);
  if (!isOperator(person, 'vetter')) throw forbidden('Only the vetting desk keeps the installation’s pools.');
  return { scope: installation, tenant: undefined, person, reach: { own: false, installation: true } };
}
