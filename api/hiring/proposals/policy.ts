import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

const units = z.int().min(1).max(10_000_000);

/** Bounds of a bid, in whole units of its currency. */
export const proposalsPolicy = definePolicy({
  name: 'proposals',
  schema: z.strictObject({
    hourlyMin: units,
    hourlyMax: units,
    totalMin: units,
    totalMax: units,
    milestoneMin: units,
  }),
  defaults: { hourlyMin: 3, hourlyMax: 1000, totalMin: 5, totalMax: 10_000_000, milestoneMin: 5 },
  byTenant: [],
});
