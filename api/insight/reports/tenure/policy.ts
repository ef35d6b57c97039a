import { z } from '../../../platform/http/routes.ts';
import { definePolicy } from '../../../platform/policies/policy.ts';

/** From when on a company wants to be told that somebody has been here long, or takes much of what it spends. */
export const tenurePolicy = definePolicy({
  name: 'tenure',
  schema: z.strictObject({
    daysMax: z.int().min(1).max(3660),
    /** How long before it somebody is near it. */
    nearDays: z.int().min(0).max(366),
    shareMaxPercent: z.int().min(1).max(100),
  }),
  defaults: { daysMax: 548, nearDays: 60, shareMaxPercent: 25 },
  byTenant: ['daysMax', 'nearDays', 'shareMaxPercent'],
  feature: 'reports',
});
