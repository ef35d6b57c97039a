import type { OpenAPIHono } from '@hono/zod-openapi';
import { money } from '../../money/money.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch } from '../../platform/http/etag.ts';
import { notFound } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { mayKeep, requireKeeper, requireSpendingReader } from '../spending/grants.ts';
import { changeBudget, createBudget } from './keep-budget.ts';
import { etagOf, getVisible, present, readVisible } from './read-budgets.ts';
import { readLines } from './read-lines.ts';
import * as definitions from './schema.ts';
import { findBudget, listRevisions } from './store.ts';
import type { BudgetRow } from './table.ts';

export function budgetRoutes(deps: SpendingDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database, clock } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listBudgetsRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { costCenter, when } = c.req.valid('query');
    const nowMs = clock.now();
    const items = await readVisible(db, reader, { costCenter, atMs: when === 'now' ? nowMs : undefined }, nowMs);
    return c.json({ items, mayChange: mayKeep(reader.person) }, 200);
  });

  routes.openapi(definitions.createBudgetRoute, async (c) => {
    const member = requireKeeper(c);
    const row = await database.transaction((trx) => createBudget(trx, deps, member, doerOf(c), c.req.valid('json')));
    return c.json(await whole(member.scope, row), 201, { etag: etagOf(row) });
  });

  routes.openapi(definitions.changeBudgetRoute, async (c) => {
    const member = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = await findBudget(trx, member.scope, c.req.valid('param').id);
      if (!known) throw notFound();
      requireIfMatch(c, etagOf(known));
      return changeBudget(trx, deps, member, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(await whole(member.scope, row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.listBudgetRevisionsRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const { id, currency } = await getVisible(db, reader, c.req.valid('param').id);
    const rows = await listRevisions(db, reader.scope, id);
    const names = await peopleById(
      db,
      rows.map(({ personId }) => personId),
    );
    const items = rows.map(({ version, at, personId, reason, amountMinor }) => ({
      version,
      at: isoInstant(at),
      person: names.get(personId)?.name ?? '',
      reason,
      amount: money(amountMinor, currency),
    }));
    return c.json({ items }, 200);
  });

  routes.openapi(definitions.listBudgetLinesRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    const budget = await getVisible(db, reader, c.req.valid('param').id);
    return c.json({ items: await readLines(db, reader.scope, budget, clock.now()) }, 200);
  });

  const whole = async (scope: TenantScope, row: BudgetRow) => (await present(db, scope, [row], clock.now()))[0]!;
  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
