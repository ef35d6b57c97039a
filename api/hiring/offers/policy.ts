import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';
import type { Plan } from '../../platform/tenants/plan.ts';

const days = z.int().min(1).max(365);

export const offersPolicy = definePolicy({
  name: 'offers',
  schema: z.strictObject({
    openDays: days,
    enterpriseOpenDays: days,
    remindDaysBefore: z.int().min(0).max(30),
    /** In whole units of the currency: 5 is 5.00 USD, 5 JPY. */
    milestoneMin: z.int().min(0).max(1_000_000),
  }),
  defaults: { openDays: 7, enterpriseOpenDays: 30, remindDaysBefore: 2, milestoneMin: 5 },
  byTenant: ['openDays', 'enterpriseOpenDays', 'remindDaysBefore'],
});
export type OffersPolicy = (typeof offersPolicy)['defaults'];

/** How long an offer waits for an answer. */
export function openDaysOf(policy: OffersPolicy, plan: Plan): number {
  return plan === 'enterprise' ? policy.enterpriseOpenDays : policy.openDays;
}
