import { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from '../deps.ts';
import type { HttpEnv } from '../platform/http/environment.ts';
import { budgetRoutes } from '../procurement/budgets/routes.ts';
import { costCenterRoutes } from '../procurement/cost-centers/routes.ts';
import { purchaseOrderRoutes } from '../procurement/purchase-orders/routes.ts';
import { sliceApp } from './slice-app.ts';

/** Cost centers, budgets and purchase orders over HTTP, beside whatever world uses them. */
export function spendingApp(deps: Deps) {
  const routes = new OpenAPIHono<HttpEnv>();
  for (const slice of [costCenterRoutes(deps), budgetRoutes(deps), purchaseOrderRoutes(deps)]) routes.route('/', slice);
  return sliceApp(routes);
}
