import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { changeMany } from './change-many.ts';
import { getPool } from './change-pools.ts';
import { memberKey, scopeOfPool } from './deps.ts';
import { type PoolReader, requirePoolEditor, requirePoolNoteTaker, requirePoolReader } from './grants.ts';
import { addTag, agreeRate, getKept, rateMember, removeTag } from './keep-about.ts';
import type { MemberPlace } from './member-page.ts';
import { readMember, readMembers } from './read-members.ts';
import { requireEditableMember } from './require-editable.ts';
import { doerOf, type PoolRouteDeps } from './routes.ts';
import type { AgreedRateChange } from './schema.ts';
import { haltMember, type MemberChange, takeIntoPool, takeOutOfPool } from './take-member.ts';
import * as definitions from './team-definitions.ts';

/** Members of a pool: the board, one of them, and what is done with one or many. */
export function poolMemberRoutes(deps: PoolRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, cursors, clock } = deps;
  const { db } = database;
  const reading = { ...deps, db };
  const routes = newRoutes();

  routes.openapi(definitions.listPoolMembersRoute, async (c) => {
    const reader = requirePoolReader(c);
    const query = c.req.valid('query');
    const pool = await getPool(db, reader, c.req.valid('param').id);
    const { cursor, limit: _, facets: __, ...bound } = query;
    const binding = `pool members ${reader.scope.tenantId} ${pool.id} ${JSON.stringify(bound)}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as MemberPlace);
    const { next, ...page } = await readMembers(reading, reader, pool, query, after, clock.now());
    return c.json({ ...page, nextCursor: next ? cursors.encode(binding, next) : null }, 200);
  });

  routes.openapi(definitions.changePoolMembersRoute, async (c) => {
    const { action } = c.req.valid('json');
    const isTagging = action === 'addTag' || action === 'removeTag';
    const reader = isTagging ? requirePoolNoteTaker(c) : requirePoolEditor(c);
    const body = await database.transaction((trx) =>
      changeMany(trx, deps, doerOf(c), reader, c.req.valid('param').id, c.req.valid('json')),
    );
    return c.json(body, 200);
  });

  routes.openapi(definitions.getPoolMemberRoute, async (c) => answer(c, requirePoolReader(c), c.req.valid('param')));

  routes.openapi(definitions.poolMemberTimelineRoute, async (c) => {
    const reader = requirePoolReader(c);
    const { id, freelancerId } = c.req.valid('param');
    const { pool, row } = await getKept(db, { reader, poolId: id, freelancerId });
    const subject = { kind: 'poolMember', id: memberKey(row) };
    return c.json({ items: await readTimeline(db, scopeOfPool(pool), subject, 'team') }, 200);
  });

  routes.openapi(definitions.putPoolMemberRoute, async (c) => {
    const change = changeOf(c, requirePoolEditor(c), c.req.valid('param'));
    const hasWorked = (await deps.ports.workedWithUs(change.reader.scope)).has(change.freelancerId);
    await database.transaction((trx) => takeIntoPool(trx, deps, change, hasWorked));
    return c.body(null, 204);
  });

  routes.openapi(definitions.deletePoolMemberRoute, async (c) => {
    const change = changeOf(c, requirePoolEditor(c), c.req.valid('param'));
    const { reason = null } = c.req.valid('query');
    await database.transaction((trx) => takeOutOfPool(trx, deps, change, reason));
    return c.body(null, 204);
  });

  routes.openapi(definitions.suspendPoolMemberRoute, async (c) => {
    const change = changeOf(c, requirePoolEditor(c), c.req.valid('param'));
    await database.transaction((trx) => haltMember(trx, deps, change, 'suspend', c.req.valid('json').reason));
    return answer(c, change.reader, c.req.valid('param'));
  });

  routes.openapi(definitions.resumePoolMemberRoute, async (c) => {
    const change = changeOf(c, requirePoolEditor(c), c.req.valid('param'));
    await database.transaction((trx) => haltMember(trx, deps, change, 'resume', null));
    return answer(c, change.reader, c.req.valid('param'));
  });

  routes.openapi(definitions.addPoolTagRoute, async (c) => {
    const change = changeOf(c, requirePoolNoteTaker(c), c.req.valid('param'));
    await database.transaction((trx) => addTag(trx, deps, change, c.req.valid('json').tag));
    return answer(c, change.reader, c.req.valid('param'));
  });

  routes.openapi(definitions.removePoolTagRoute, async (c) => {
    const change = changeOf(c, requirePoolNoteTaker(c), c.req.valid('param'));
    await database.transaction((trx) => removeTag(trx, deps, change, c.req.valid('param').tag));
    return answer(c, change.reader, c.req.valid('param'));
  });

  routes.openapi(definitions.ratePoolMemberRoute, async (c) => {
    const change = changeOf(c, requirePoolNoteTaker(c), c.req.valid('param'));
    await database.transaction(async (trx) => {
      const kept = await getKept(trx, change);
      requireIfMatch(c, revisionEtag(memberKey(kept.row), kept.row.revision));
      await rateMember(trx, deps, change, kept, c.req.valid('json'));
    });
    return answer(c, change.reader, c.req.valid('param'));
  });

  routes.openapi(definitions.agreePoolRateRoute, async (c) => {
    const { reader, ...params } = await agreed(c, c.req.valid('param'), c.req.valid('json'));
    return answer(c, reader, params);
  });

  routes.openapi(definitions.dropPoolRateRoute, async (c) => {
    const { reader, ...params } = await agreed(c, c.req.valid('param'), null);
    return answer(c, reader, params);
  });

  async function agreed(c: HttpContext, params: MemberParams, rate: AgreedRateChange | null) {
    const change = changeOf(c, requirePoolEditor(c), params);
    await database.transaction(async (trx) => {
      const kept = await requireEditableMember(trx, change);
      requireIfMatch(c, revisionEtag(memberKey(kept.row), kept.row.revision));
      await agreeRate(trx, deps, change, kept, rate);
    });
    return { reader: change.reader, ...params };
  }

  async function answer(c: HttpContext, reader: PoolReader, { id, freelancerId }: MemberParams) {
    const pool = await getPool(db, reader, id);
    const member = await readMember(reading, reader, pool, freelancerId, clock.now());
    return c.json(member, 200, { etag: revisionEtag(`${pool.id}.${freelancerId}`, member.revision) });
  }

  return routes;
}

type MemberParams = { id: string; freelancerId: string };

export function changeOf(c: HttpContext, reader: PoolReader, { id, freelancerId }: MemberParams): MemberChange {
  return { reader, doer: doerOf(c), poolId: id, freelancerId };
}
