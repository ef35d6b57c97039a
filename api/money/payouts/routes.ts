import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch, revisionEtag } from '../../platform/http/etag.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { subtract } from '../money.ts';
import { doerOf } from '../payees/money-desk.ts';
import type { PayoutDeps } from './deps.ts';
import { heldOf } from './held-payouts.ts';
import { readSchedule, setSchedule } from './keep-schedule.ts';
import { presentPayout, presentSchedule } from './present-payout.ts';
import { weighPayout } from './quote-payout.ts';
import { cancelPayout, requestPayout } from './request-payout.ts';
import { listSchedules } from './schedule-store.ts';
import * as definitions from './schema.ts';
import { settlePayout } from './settle-payout.ts';
import { findPayout, listPayouts } from './store.ts';
import type { PayoutRow } from './table.ts';

const dayMs = 86_400_000;

export function payoutRoutes(deps: PayoutDeps & { cursors: Cursors }): OpenAPIHono<HttpEnv> {
  const { database, clock, cursors, payoutRails } = deps;
  const { db } = database;
  const routes = newRoutes();

  const requireConfirmed = (c: HttpContext) => {
    const { person, freelancer } = requireFreelancer(c);
    requireElevation(person, 'money', clock);
    return { person, freelancerId: freelancer.freelancerId };
  };
  const present = async (row: PayoutRow) => presentPayout(row, payoutRails, await heldOf(db, [row]));
  const etagOf = (freelancerId: string, currency: string, revision: number) =>
    revisionEtag(`${freelancerId}.${currency}`, revision);

  routes.openapi(definitions.listPayoutsRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { cursor, limit } = c.req.valid('query');
    const binding = `payouts ${freelancerId}`;
    const after =
      cursor === undefined ? undefined : (cursors.decode(binding, cursor) as { createdAt: number; id: string });
    const rows = await listPayouts(db, freelancerId, after, limit + 1);
    const page = rows.slice(0, limit);
    const held = await heldOf(db, page);
    const last = page.at(-1);
    const nextCursor =
      rows.length > limit && last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null;
    return c.json({ items: page.map((row) => presentPayout(row, payoutRails, held)), nextCursor }, 200);
  });

  routes.openapi(definitions.quotePayoutRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { terms, refusal } = await weighPayout(db, deps, freelancerId, c.req.valid('json'));
    const { amount, fee, withheld, withholdingBasisPoints, net, available, usualDays } = terms;
    const quote: definitions.PayoutQuote = {
      amount,
      fee,
      withheld,
      withholdingBasisPoints,
      net,
      available,
      left: subtract(available, amount),
      arrivesAt: isoInstant(clock.now() + usualDays * dayMs),
      refusal: refusal ? { code: refusal.code, detail: refusal.message } : null,
    };
    return c.json(quote, 200);
  });

  routes.openapi(definitions.requestPayoutRoute, async (c) => {
    const { person, freelancerId } = requireConfirmed(c);
    const asked = { ...c.req.valid('json'), freelancerId, origin: 'request' } as const;
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const { id } = await requestPayout(trx, deps, doerOf(c), asked);
      return { status: 201, body: { id } };
    });
    return c.json(await present(await settlePayout(deps, (body as { id: string }).id)), 201);
  });

  routes.openapi(definitions.getPayoutRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const row = await findPayout(db, c.req.valid('param').id);
    if (!row || row.freelancerId !== freelancerId) throw notFound();
    return c.json(await present(row), 200);
  });

  routes.openapi(definitions.cancelPayoutRoute, async (c) => {
    const { person, freelancerId } = requireConfirmed(c);
    const { id } = c.req.valid('param');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await cancelPayout(trx, deps, doerOf(c), { id, freelancerId });
      return { status: 200, body: presentPayout(row, payoutRails, new Set()) };
    });
    return c.json(body as definitions.Payout, 200);
  });

  routes.openapi(definitions.listSchedulesRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    return c.json({ items: (await listSchedules(db, freelancerId)).map(presentSchedule) }, 200);
  });

  routes.openapi(definitions.getScheduleRoute, async (c) => {
    const { freelancerId } = requireFreelancer(c).freelancer;
    const { currency } = c.req.valid('param');
    const row = await readSchedule(db, freelancerId, currency);
    return c.json(presentSchedule(row), 200, { etag: etagOf(freelancerId, currency, row.revision) });
  });

  routes.openapi(definitions.setScheduleRoute, async (c) => {
    const { person, freelancerId } = requireConfirmed(c);
    const { currency } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const { revision } = await readSchedule(trx, freelancerId, currency);
      requireIfMatch(c, etagOf(freelancerId, currency, revision));
      const row = await setSchedule(trx, deps, doerOf(c), { freelancerId, currency, revision }, wanted);
      return { status: 200, body: { schedule: presentSchedule(row), revision: row.revision } };
    });
    const { schedule, revision } = body as { schedule: definitions.PayoutSchedule; revision: number };
    return c.json(schedule, 200, { etag: etagOf(freelancerId, currency, revision) });
  });

  return routes;
}
