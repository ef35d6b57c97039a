import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** The clocks of a contract. */
export const contractsPolicy = definePolicy({
  name: 'contracts',
  schema: z.strictObject({
    idleDays: z.int().min(7).max(365),
    idleToldDaysBefore: z.int().min(1).max(6),
    feedbackDays: z.int().min(1).max(90),
    amendmentOpenDays: z.int().min(1).max(90),
  }),
  defaults: { idleDays: 30, idleToldDaysBefore: 5, feedbackDays: 14, amendmentOpenDays: 14 },
  byTenant: [],
});
