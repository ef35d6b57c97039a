import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

const hours = z.int().min(1).max(336);

export const timesheetsPolicy = definePolicy({
  name: 'timesheets',
  schema: z.strictObject({
    /** After the week: how long the freelancer may still put it right, and when it is charged. */
    freelancerReviewHours: hours,
    /** After the week: 120 is up to Friday 23:59. */
    clientReviewHours: hours,
    /** After a decline. */
    chargeAgainHours: hours,
    /** How often a running timer is heard from, and after which silence it counts as lost. */
    heartbeatSeconds: z.int().min(10).max(300),
    timerLostMinutes: z.int().min(2).max(60),
    /** Whether a client may ask a freelancer for pictures of the screen at all. */
    screenshotsAllowed: z.boolean(),
  }),
  defaults: {
    freelancerReviewHours: 12,
    clientReviewHours: 120,
    chargeAgainHours: 24,
    heartbeatSeconds: 60,
    timerLostMinutes: 10,
    screenshotsAllowed: false,
  },
  byTenant: ['clientReviewHours', 'screenshotsAllowed'],
});
export type TimesheetsPolicy = (typeof timesheetsPolicy)['defaults'];
