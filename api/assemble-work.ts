import type { OpenAPIHono } from '@hono/zod-openapi';
import { assembleInvoices } from './assemble-invoices.ts';
import type { Deps } from './deps.ts';
import { watchEarnings } from './money/earnings/settle-earnings.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { freelancerMilestoneRoutes } from './work/milestones/freelancer-routes.ts';
import { watchMilestones } from './work/milestones/milestone-clock.ts';
import { teamMilestoneRoutes } from './work/milestones/team-routes.ts';

export type WorkDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'> & { purposes: PaymentPurposes };

/** From a signed contract to money in the bank: the routes, and what clock and events start. */
export type Work = { routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

export function assembleWork(deps: WorkDeps): Work {
  const invoices = assembleInvoices(deps);
  return {
    routes: [...invoices.routes, teamMilestoneRoutes(deps), freelancerMilestoneRoutes(deps)],
    watch() {
      watchEarnings(deps);
      invoices.watch();
      watchMilestones(deps);
    },
  };
}
