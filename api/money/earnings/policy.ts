import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** How long what was earned waits, in case a bank takes the payment behind it back. */
export const earningsPolicy = definePolicy<{ securityDays: number }>({
  name: 'earnings',
  schema: z.strictObject({ securityDays: z.int().min(0).max(60) }),
  defaults: { securityDays: 5 },
  byTenant: [],
});
