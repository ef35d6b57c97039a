import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireElevation } from '../../platform/auth/require-role.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpEnv } from '../../platform/http/environment.ts';
import { onceByKey } from '../../platform/http/idempotency.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { doerOf, requireMoneyDesk } from '../payees/money-desk.ts';
import type { Payee } from '../payees/payee.ts';
import { type HoldDeps, liftHold, placeHold } from './place-hold.ts';
import * as definitions from './schema.ts';
import { listHolds } from './store.ts';
import type { HoldRow } from './table.ts';

export function holdRoutes(deps: HoldDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database, clock, readPayees } = deps;
  const routes = newRoutes();

  routes.openapi(definitions.listHoldsRoute, async (c) => {
    requireMoneyDesk(c);
    const { state, limit } = c.req.valid('query');
    return c.json({ items: await present(await listHolds(database.db, state, limit)) }, 200);
  });

  routes.openapi(definitions.placeHoldRoute, async (c) => {
    const person = requireMoneyDesk(c);
    requireElevation(person, 'money', clock);
    const asked = c.req.valid('json');
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await placeHold(trx, deps, doerOf(c), asked);
      return { status: 201, body: presentHold(row, (await readPayees(trx, [row.freelancerId])).get(row.freelancerId)) };
    });
    return c.json(body as definitions.MoneyHold, 201);
  });

  routes.openapi(definitions.liftHoldRoute, async (c) => {
    const person = requireMoneyDesk(c);
    requireElevation(person, 'money', clock);
    const asked = { ...c.req.valid('param'), ...c.req.valid('json') };
    const { body } = await onceByKey(c, database, person.personId, clock.now(), async (trx) => {
      const row = await liftHold(trx, deps, doerOf(c), asked);
      return { status: 200, body: presentHold(row, (await readPayees(trx, [row.freelancerId])).get(row.freelancerId)) };
    });
    return c.json(body as definitions.MoneyHold, 200);
  });

  async function present(rows: readonly HoldRow[]): Promise<definitions.MoneyHold[]> {
    const payees = await readPayees(database.db, [...new Set(rows.map(({ freelancerId }) => freelancerId))]);
    return rows.map((row) => presentHold(row, payees.get(row.freelancerId)));
  }

  return routes;
}

function presentHold(row: HoldRow, payee: Payee | undefined): definitions.MoneyHold {
  const { id, subjectKind, subjectId, freelancerId, state, reason, placedAt, liftedAt, liftReason } = row;
  return {
    id,
    subject: { kind: subjectKind, id: subjectId },
    freelancer: { id: freelancerId, name: payee?.name ?? '' },
    state,
    reason,
    placedAt: isoInstant(placedAt),
    liftedAt: liftedAt === null ? null : isoInstant(liftedAt),
    liftReason,
  };
}
