import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';
import { amountMaxMinor } from '../schema.ts';

const price = z.int().min(1).max(amountMaxMinor);

/** What plans cost that are bought by oneself; `enterprise` is agreed with the operator. */
export const subscriptionsPolicy = definePolicy({
  name: 'subscriptions',
  schema: z.strictObject({
    currency: z.string().length(3),
    proMonthMinor: price,
    proYearMinor: price,
    /** A renewal that is declined is tried again, and the plan stays open meanwhile. */
    graceDays: z.int().min(1).max(60),
    retryEveryDays: z.int().min(1).max(30),
  }),
  defaults: { currency: 'USD', proMonthMinor: 9900, proYearMinor: 99_000, graceDays: 14, retryEveryDays: 3 },
  byTenant: [],
});
