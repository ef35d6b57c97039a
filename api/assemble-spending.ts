import type { OpenAPIHono } from '@hono/zod-openapi';
import { statementOfContract, statementOfOffer } from './hiring/offers/statement-facts.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { budgetRoutes } from './procurement/budgets/routes.ts';
import { watchBudgets } from './procurement/budgets/watch-budgets.ts';
import { costCenterRoutes } from './procurement/cost-centers/routes.ts';
import { watchPurchaseOrders } from './procurement/purchase-orders/expire.ts';
import { watchWeeks } from './procurement/purchase-orders/recount.ts';
import { purchaseOrderRoutes } from './procurement/purchase-orders/routes.ts';
import { rateCardRoutes } from './procurement/rate-cards/routes.ts';
import { statementRoutes } from './procurement/statements-of-work/routes.ts';
import type { ProcurementDeps } from './procurement-deps.ts';
import { readFreelancerRows } from './talent/freelancers/read-freelancers.ts';

/** Cost centers, budgets, purchase orders and rate cards: the routes, and what clock and events start. */
export type Spending = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleSpending(deps: ProcurementDeps): Spending {
  return {
    routes: [
      costCenterRoutes(deps),
      budgetRoutes(deps),
      purchaseOrderRoutes(deps),
      rateCardRoutes({ ...deps, freelancers: readFreelancerRows }),
      statementRoutes({ ...deps, sources: { offer: statementOfOffer, contract: statementOfContract } }),
    ],
    watch() {
      watchPurchaseOrders(deps);
      watchWeeks(deps);
      watchBudgets(deps);
    },
  };
}
