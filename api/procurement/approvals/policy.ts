import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** Numbers around approvals; who must say yes to what is the tenant's own policy of rules. */
export const approvalsPolicy = definePolicy({
  name: 'approvals',
  schema: z.strictObject({
    expiryDays: z.int().min(1).max(90),
    /** How long a link in a mail leads to a decision. */
    linkHours: z.int().min(1).max(336),
    /** The longest that somebody may decide in another's place. */
    delegationDaysMax: z.int().min(1).max(730),
    /** Fewer published rates than these say nothing about what is usual. */
    benchmarkProfilesMin: z.int().min(1).max(1000),
  }),
  defaults: { expiryDays: 14, linkHours: 72, delegationDaysMax: 180, benchmarkProfilesMin: 5 },
  byTenant: ['expiryDays'],
  feature: 'approvals',
});
