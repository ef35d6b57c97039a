import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { bonusPurpose } from './work/bonuses/pay-bonus.ts';
import { bonusRoutes } from './work/bonuses/routes.ts';
import type { ContractPart } from './work/contracts/contract-part.ts';
import { milestonesPart } from './work/milestones/contract-part.ts';
import { freelancerMilestoneRoutes } from './work/milestones/freelancer-routes.ts';
import { watchMilestones } from './work/milestones/milestone-clock.ts';
import { milestonePurposes } from './work/milestones/payment-purposes.ts';
import { teamMilestoneRoutes } from './work/milestones/team-routes.ts';
import { watchRefundRequests } from './work/refunds/refund-clock.ts';
import { refundRoutes } from './work/refunds/routes.ts';
import { retainerPurpose, retainersPart, watchRetainers } from './work/retainers/retainer-clock.ts';
import { retainerRoutes } from './work/retainers/routes.ts';

export type MilestonesDeps = Deps & { purposes: PaymentPurposes };

/** What is paid by milestone, by bonus or by period, and given back: the routes, and what clock and events start. */
export type Milestones = {
  routes: readonly OpenAPIHono<HttpEnv>[];
  /** Where their money lies when a contract ends. */
  parts: readonly ContractPart[];
  watch(): void;
};

export function assembleMilestones(deps: MilestonesDeps): Milestones {
  return {
    routes: [
      teamMilestoneRoutes(deps),
      freelancerMilestoneRoutes(deps),
      bonusRoutes(deps),
      retainerRoutes(deps),
      refundRoutes(deps),
    ],
    parts: [milestonesPart(deps), retainersPart(deps)],
    watch() {
      watchMilestones(deps);
      watchRetainers(deps);
      watchRefundRequests(deps);
    },
  };
}

/** What their payments do when they end. */
export function milestonesPurposes(deps: Deps): PaymentPurposes {
  return { ...milestonePurposes(deps), bonus: bonusPurpose(deps), retainer: retainerPurpose(deps) };
}
