import { z } from '../http/routes.ts';
import { definePolicy } from '../policies/policy.ts';

/** Sign-in from a host's page that has no server of its own. */
export const embedSignInPolicy = definePolicy({
  name: 'embedSignIn',
  schema: z.strictObject({
    /** How long somebody stays signed in on a page that stays open. */
    hours: z
      .int()
      .min(1)
      .max(7 * 24),
  }),
  defaults: { hours: 12 },
  byTenant: ['hours'],
  feature: 'widgets',
});
