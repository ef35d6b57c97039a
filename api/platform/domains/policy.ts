import { z } from '../http/routes.ts';
import { definePolicy } from '../policies/policy.ts';

export const domainsPolicy = definePolicy({
  name: 'domains',
  schema: z.strictObject({
    perTenantMax: z.int().min(1).max(100),
    checkEveryMinutes: z.int().min(5).max(1440),
    /** A proof that is gone for so long: the name may belong to somebody else by now. */
    failingDaysMax: z.int().min(1).max(90),
    /** A claim that nobody proves is dropped. */
    pendingDaysMax: z.int().min(1).max(365),
  }),
  defaults: { perTenantMax: 10, checkEveryMinutes: 15, failingDaysMax: 3, pendingDaysMax: 30 },
  byTenant: [],
});
