import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../../platform/database/database.ts';
import type { HttpContext, HttpEnv } from '../../platform/http/environment.ts';
import { requireIfMatch } from '../../platform/http/etag.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { mayKeep, requireKeeper, requireSpendingReader } from '../spending/grants.ts';
import { importCostCenters } from './import-cost-centers.ts';
import { changeCostCenter, createCostCenter, getCostCenter } from './keep-cost-centers.ts';
import { etagOf, presentCostCenters, presentVisible } from './read-cost-centers.ts';
import * as definitions from './schema.ts';
import type { CostCenterRow } from './table.ts';

export function costCenterRoutes(deps: SpendingDeps & { database: Database }): OpenAPIHono<HttpEnv> {
  const { database } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listCostCentersRoute, async (c) => {
    const reader = await requireSpendingReader(c, db);
    return c.json({ items: await presentVisible(db, reader), mayChange: mayKeep(reader.person) }, 200);
  });

  routes.openapi(definitions.createCostCenterRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const row = await database.transaction((trx) => createCostCenter(trx, deps, scope, doerOf(c), c.req.valid('json')));
    return c.json(await present(row), 201, { etag: etagOf(row) });
  });

  routes.openapi(definitions.changeCostCenterRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const row = await database.transaction(async (trx) => {
      const known = await getCostCenter(trx, scope, c.req.valid('param').id);
      requireIfMatch(c, etagOf(known));
      return changeCostCenter(trx, deps, scope, doerOf(c), known, c.req.valid('json'));
    });
    return c.json(await present(row), 200, { etag: etagOf(row) });
  });

  routes.openapi(definitions.importCostCentersRoute, async (c) => {
    const { scope } = requireKeeper(c);
    const list = c.req.valid('json');
    return c.json(await database.transaction((trx) => importCostCenters(trx, deps, scope, doerOf(c), list)), 200);
  });

  const present = async (row: CostCenterRow) => (await presentCostCenters(db, [row]))[0]!;
  return routes;
}

function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}
