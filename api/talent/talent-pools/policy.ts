import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const talentPoolsPolicy = definePolicy({
  name: 'talentPools',
  schema: z.strictObject({
    /** How long an invitation into a pool waits for an answer. */
    invitationDays: z.int().min(1).max(90),
    /** How long a freelancer has to agree to being shown to another company. */
    consentDays: z.int().min(1).max(90),
    /** Below so many free hours a week counts as busy. */
    busyBelowHours: z.int().min(1).max(40),
    /** Free: at least this share of the hours somebody usually works. */
    freeFromPercent: z.int().min(10).max(100),
    /** Pools of one tenant that are not archived. */
    poolsMax: z.int().min(1).max(1000),
    tagsMax: z.int().min(1).max(50),
    /** Whether clients see a band of the vetting score in the installation's pools. */
    showsScoreBand: z.boolean(),
    outstandingFrom: z.int().min(1).max(100),
    strongFrom: z.int().min(1).max(100),
  }),
  defaults: {
    invitationDays: 14,
    consentDays: 14,
    busyBelowHours: 4,
    freeFromPercent: 75,
    poolsMax: 200,
    tagsMax: 12,
    showsScoreBand: true,
    outstandingFrom: 90,
    strongFrom: 75,
  },
  byTenant: ['invitationDays', 'busyBelowHours', 'freeFromPercent'],
});
