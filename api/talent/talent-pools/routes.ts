import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { BoardReads } from './board-reads.ts';
import { changePool, getEditablePool, getPool, makePool, movePool, replaceRateCard } from './change-pools.ts';
import { type PoolDeps, scopeOfPool } from './deps.ts';
import { isKeptBy, type PoolReader, requirePoolEditor, requirePoolNames, requirePoolReader } from './grants.ts';
import { inviteMembers } from './invite-members.ts';
import type { PoolPorts } from './ports.ts';
import { mayMakePools, presentPool, presentPoolDetail } from './present-pool.ts';
import type { ProfileReads } from './profile-reads.ts';
import type { PoolInviteAnswer, TalentPoolDetail } from './schema.ts';
import { listCountedPools } from './store.ts';
import type { TalentPoolRow } from './table.ts';
import * as definitions from './team-definitions.ts';

export type PoolRouteDeps = PoolDeps & {
  database: Database;
  cursors: Cursors;
  directory: Pick<TenantDirectory, 'byId' | 'bySlug'>;
  ports: PoolPorts;
  readProfiles: ProfileReads;
  readBoardMembers: BoardReads;
};

export function talentPoolRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listTalentPoolsRoute, async (c) => {
    const { scope, reach, person } = requirePoolNames(c);
    const pools = await listCountedPools(db, scope, reach, c.req.valid('query').state);
    const items = pools.map((pool) => presentPool(pool, person));
    return c.json({ items, mayCreate: reach.own && mayMakePools(person) }, 200);
  });

  routes.openapi(definitions.createTalentPoolRoute, async (c) => {
    requireFeature(c, 'talentPools');
    const reader = requirePoolEditor(c);
    if (!mayMakePools(reader.person)) throw forbidden();
    const given = c.req.valid('json');
    const { tenantId } = reader.scope;
    const { body } = await onceIfKeyed(c, database, tenantId, clock.now(), async (trx) => {
      const pool = await makePool(trx, deps, doerOf(c), reader, tenantId, given);
      return { status: 201, body: await presentPoolDetail(trx, pool, reader.person) };
    });
    const pool = body as TalentPoolDetail;
    return c.json(pool, 201, { etag: revisionEtag(pool.id, 1) });
  });

  routes.openapi(definitions.getTalentPoolRoute, async (c) => {
    const reader = requirePoolReader(c);
    return answer(c, reader, await getPool(db, reader, c.req.valid('param').id));
  });

  routes.openapi(definitions.changeTalentPoolRoute, async (c) => {
    const reader = requirePoolEditor(c);
    const pool = await database.transaction(async (trx) => {
      const known = await getEditablePool(trx, reader, c.req.valid('param').id);
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return changePool(trx, deps, doerOf(c), reader.person, known, c.req.valid('json'));
    });
    return answer(c, reader, pool);
  });

  routes.openapi(definitions.archiveTalentPoolRoute, async (c) => {
    const reader = requirePoolEditor(c);
    const reason = c.req.valid('json').reason || null;
    const pool = await database.transaction(async (trx) =>
      movePool(trx, deps, doerOf(c), await getEditablePool(trx, reader, c.req.valid('param').id), 'archive', reason),
    );
    return answer(c, reader, pool);
  });

  routes.openapi(definitions.restoreTalentPoolRoute, async (c) => {
    const reader = requirePoolEditor(c);
    const pool = await database.transaction(async (trx) =>
      movePool(trx, deps, doerOf(c), await getEditablePool(trx, reader, c.req.valid('param').id), 'restore', null),
    );
    return answer(c, reader, pool);
  });

  routes.openapi(definitions.putRateCardRoute, async (c) => {
    const reader = requirePoolEditor(c);
    const pool = await database.transaction(async (trx) => {
      const known = await getEditablePool(trx, reader, c.req.valid('param').id);
      requireIfMatch(c, revisionEtag(known.id, known.revision));
      return replaceRateCard(trx, deps, doerOf(c), known, c.req.valid('json'));
    });
    return answer(c, reader, pool);
  });

  routes.openapi(definitions.talentPoolTimelineRoute, async (c) => {
    const reader = requirePoolReader(c);
    const pool = await getPool(db, reader, c.req.valid('param').id);
    const subject = { kind: 'talentPool', id: pool.id };
    const items = isKeptBy(reader.person, pool) ? await readTimeline(db, scopeOfPool(pool), subject, 'team') : [];
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.inviteToPoolRoute, async (c) => {
    const reader = requirePoolEditor(c);
    const { personId } = reader.person;
    const { body } = await onceIfKeyed(c, database, reader.scope.tenantId, clock.now(), async (trx) => {
      const pool = await getEditablePool(trx, reader, c.req.valid('param').id);
      const invited = await inviteMembers(trx, deps, doerOf(c), pool, personId, c.req.valid('json'));
      return { status: 200, body: invited };
    });
    return c.json(body as PoolInviteAnswer, 200);
  });

  async function answer(c: HttpContext, { person }: PoolReader, pool: TalentPoolRow) {
    const body = await presentPoolDetail(db, pool, person);
    return c.json(body, 200, { etag: revisionEtag(pool.id, pool.revision) });
  }

  return routes;
}

export function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
