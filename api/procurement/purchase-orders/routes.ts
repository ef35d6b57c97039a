import type { OpenAPIHono } from '@hono/zod-openapi';
import { peopleById } from '../../platform/auth/people.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceIfKeyed } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readTimeline } from '../../platform/moves/read-timeline.ts';
import { concerns, requireKeeper, requireSpendingReader, type SpendingMember } from '../spending/grants.ts';
import { assignNumber } from './assign-number.ts';
import { quoteCommitment, readChoices } from './choose-purchase-order.ts';
import type { SpendingDeps } from './deps.ts';
import { getPurchaseOrder } from './get-purchase-order.ts';
import { changePurchaseOrder, createPurchaseOrder } from './keep-purchase-order.ts';
import { closePurchaseOrder, openPurchaseOrder, reopenPurchaseOrder } from './move-purchase-order.ts';
import { presentCommitment, presentEntry, presentRevision, presentWaiting } from './present-purchase-order.ts';
import { getVisible, readSummaries, readWhole } from './read-purchase-orders.ts';
import * as definitions from './route-definitions.ts';
import type { PurchaseOrder } from './schema.ts';
import { listRevisions } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';
import { type EntryPlace, listAllCommitments, listEntries } from './use-store.ts';

export type PurchaseOrderRouteDeps = SpendingDeps & { database: Database; cursors: Cursors };

export function purchaseOrderRoutes(deps: PurchaseOrderRouteDeps): OpenAPIHono<HttpEnv> {
  const { database, clock, cursors } = deps;
  const { db } = database;
  const routes = newRoutes();

  const whole = (member: SpendingMember, row: PurchaseOrderRow) =>
    readWhole(db, { ...member, reach: 'all' }, row, clock.now());

  routes.openapi(definitions.listPurchaseOrdersRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    return c.json({ items: await readSummaries(db, reader, c.req.valid('query'), clock.now()) }, 200);
  });

  routes.openapi(definitions.createPurchaseOrderRoute, async (c) => {
    const member = requireKeeper(c);
    const { open, ...given } = c.req.valid('json');
    const owner = `${member.scope.tenantId} ${member.person.personId}`;
    const { body } = await onceIfKeyed(c, database, owner, clock.now(), async (trx) => {
      const row = await createPurchaseOrder(trx, deps, member, doerOf(c), given);
      const kept = open ? await openPurchaseOrder(trx, deps, member.scope, doerOf(c), row.id) : row;
      return { status: 201, body: { id: kept.id } };
    });
    const row = await getPurchaseOrder(db, member.scope, (body as { id: string }).id);
    return c.json(await whole(member, row), 201, { etag: etagOf(row) });
  });

  routes.openapi(definitions.choosePurchaseOrderRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    return c.json(await readChoices(db, reader, c.req.valid('query'), clock.now()), 200);
  });

  routes.openapi(definitions.quoteCommitmentRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    return c.json(await quoteCommitment(db, reader, c.req.valid('json'), clock.now()), 200);
  });

  routes.openapi(definitions.listWaitingRoute, async (c) => {
    const { scope, reach } = await requireSpendingReader(c, db);
    const rows = await listAllCommitments(db, scope, 'waiting');
    const own = rows.filter(({ team }) => reach === 'all' || (team !== null && concerns(reach, [team])));
    return c.json({ items: own.map(presentWaiting) }, 200);
  });

  routes.openapi(definitions.assignRoute, async (c) => {
    const member = requireKeeper(c);
    const { scope } = member;
    const { id } = c.req.valid('param');
    await database.transaction(async (trx) => {
      const order = await getPurchaseOrder(trx, scope, id);
      await assignNumber(trx, deps, scope, doerOf(c), order, c.req.valid('json').waitingIds);
    });
    return answer(c, member, await getPurchaseOrder(db, scope, id));
  });

  routes.openapi(definitions.getPurchaseOrderRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const row = await getVisible(db, reader, c.req.valid('param').id);
    return c.json(await readWhole(db, reader, row, clock.now()), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.changePurchaseOrderRoute, async (c) => {
    const member = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = await getPurchaseOrder(trx, member.scope, c.req.valid('param').id);
      requireIfMatch(c, etagOf(known));
      return changePurchaseOrder(trx, deps, member, doerOf(c), known, c.req.valid('json'));
    });
    return answer(c, member, row);
  });

  routes.openapi(definitions.openPurchaseOrderRoute, async (c) => {
    const member = requireKeeper(c);
    const { id } = c.req.valid('param');
    const row = await database.transaction((trx) => openPurchaseOrder(trx, deps, member.scope, doerOf(c), id));
    return answer(c, member, row);
  });

  routes.openapi(definitions.closePurchaseOrderRoute, async (c) => {
    const member = requireKeeper(c);
    const { id } = c.req.valid('param');
    const { reason } = c.req.valid('json');
    const row = await database.transaction((trx) => closePurchaseOrder(trx, deps, member.scope, doerOf(c), id, reason));
    return answer(c, member, row);
  });

  routes.openapi(definitions.reopenPurchaseOrderRoute, async (c) => {
    const member = requireKeeper(c);
    const { id } = c.req.valid('param');
    const row = await database.transaction((trx) =>
      reopenPurchaseOrder(trx, deps, member, doerOf(c), id, c.req.valid('json')),
    );
    return answer(c, member, row);
  });

  routes.openapi(definitions.listCommitmentsRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { number } = await getVisible(db, reader, c.req.valid('param').id);
    const rows = await listAllCommitments(db, reader.scope, { number });
    const names = await peopleById(
      db,
      rows.flatMap(({ personId }) => personId ?? []),
    );
    return c.json({ items: rows.map((row) => presentCommitment(row, names)) }, 200);
  });

  routes.openapi(definitions.listEntriesRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { number } = await getVisible(db, reader, c.req.valid('param').id);
    const { cursor, limit } = c.req.valid('query');
    const binding = `spendingEntries ${reader.scope.tenantId} ${number}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as EntryPlace);
    const rows = await listEntries(db, reader.scope, number, after, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const nextCursor = last ? cursors.encode(binding, { at: last.at, id: last.id }) : null;
    return c.json({ items: rows.slice(0, limit).map(presentEntry), nextCursor }, 200);
  });

  routes.openapi(definitions.listRevisionsRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { id } = await getVisible(db, reader, c.req.valid('param').id);
    const rows = await listRevisions(db, reader.scope, id);
    const names = await peopleById(
      db,
      rows.map(({ personId }) => personId),
    );
    return c.json({ items: rows.toReversed().map((row) => presentRevision(row, names)) }, 200);
  });

  routes.openapi(definitions.purchaseOrderTimelineRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { id } = await getVisible(db, reader, c.req.valid('param').id);
    return c.json({ items: await readTimeline(db, reader.scope, { kind: 'purchaseOrder', id }, 'team') }, 200);
  });

  async function answer(c: HttpContext, member: SpendingMember, row: PurchaseOrderRow) {
    const body: PurchaseOrder = await whole(member, row);
    return c.json(body, 200, { etag: etagOf(row) });
  }

  return routes;
}

function etagOf({ id, revision }: PurchaseOrderRow): string {
  return revisionEtag(id, revision);
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
