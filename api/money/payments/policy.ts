import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** When payments may still change. Set by the operator, whose processor has such numbers too. */
export const paymentsPolicy = definePolicy({
  name: 'payments',
  schema: z.strictObject({
    /** A payment can be given back for so long. */
    refundDays: z.int().min(1).max(365),
    /** A payment that waits for its payer to answer the bank is given up then. */
    confirmHours: z.int().min(1).max(168),
    /** In minor units of any currency: what a prefunding is at least, and at most. */
    prefundMinMinor: z.int().min(1).max(1_000_000),
    prefundMaxMinor: z.int().min(1).max(1_000_000_000_000),
  }),
  defaults: { refundDays: 180, confirmHours: 24, prefundMinMinor: 1000, prefundMaxMinor: 100_000_000 },
  byTenant: ['refundDays'],
});
