import type { OpenAPIHono } from '@hono/zod-openapi';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound, Refusal } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { requireMoneyDesk } from '../payees/money-desk.ts';
import { WebhookRefused } from '../payments/processor.ts';
import { processorEventMoves } from './processor-event.ts';
import * as definitions from './schema.ts';
import * as store from './store.ts';
import type { ProcessorEventRow } from './table.ts';
import { type EventDeps, retryEvent, takeEvent } from './take-event.ts';

/** News from processors, and the operator's desk for what of it nobody knows. */
export function processorEventRoutes(deps: EventDeps & { cursors: Cursors }): OpenAPIHono<HttpEnv> {
  const { database, processor, cursors, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.webhookRoute, async (c) => {
    if (c.req.valid('param').processor !== processor.name) throw notFound();
    const signature = c.req.header(`${processor.name}-signature`);
    try {
      await takeEvent(deps, processor.readEvent(await c.req.text(), signature));
    } catch (error) {
      throw error instanceof WebhookRefused ? webhookRefused(error) : error;
    }
    return c.json({ received: true as const }, 200);
  });

  routes.openapi(definitions.listEventsRoute, async (c) => {
    requireMoneyDesk(c);
    const { state, limit, cursor } = c.req.valid('query');
    const binding = `processorEvents ${state ?? ''}`;
    const after = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as store.EventPlace);
    const rows = await store.listEvents(db, state, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    const next = isMore ? cursors.encode(binding, { receivedAt: last.receivedAt, id: last.id }) : null;
    return c.json({ items: page.map(present), nextCursor: next }, 200);
  });

  routes.openapi(definitions.retryEventRoute, async (c) => {
    requireMoneyDesk(c);
    const event = await getEvent(c.req.valid('param').id);
    requireMove(processorEventMoves, 'processorEvent', 'retry', event.state);
    return c.json(present(await retryEvent(deps, event.id)), 200);
  });

  routes.openapi(definitions.closeEventRoute, async (c) => {
    const person = requireMoneyDesk(c);
    const { id, state } = await getEvent(c.req.valid('param').id);
    const { from, to } = requireMove(processorEventMoves, 'processorEvent', 'close', state);
    const { reason } = c.req.valid('json');
    const change = {
      state: to as ProcessorEventRow['state'],
      reason,
      closedBy: person.personId,
      handledAt: clock.now(),
    };
    if (!(await store.moveEvent(db, id, from as ProcessorEventRow['state'][], change)))
      throw moveRefused('processorEvent', 'close', state);
    return c.json(present(await getEvent(id)), 200);
  });

  async function getEvent(id: string): Promise<ProcessorEventRow> {
    const found = await store.findEvent(db, id);
    if (!found) throw notFound();
    return found;
  }

  return routes;
}

function present(row: ProcessorEventRow) {
  const { id, processor, externalId, kind, state, attempts, reason, receivedAt, handledAt } = row;
  return {
    ...{ id, processor, externalId, kind, state, attempts, reason },
    object: { kind: row.objectKind, id: row.objectId, account: row.account },
    receivedAt: isoInstant(receivedAt),
    handledAt: handledAt === null ? null : isoInstant(handledAt),
  };
}

const webhookRefused = ({ code }: WebhookRefused) =>
  new Refusal(400, code, 'This is not believed to be from the payment processor; nothing of it was kept.');
