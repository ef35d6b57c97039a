import type { MemberRole } from '../../platform/auth/actor.ts';
import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

const from = z
  .int()
  .min(0)
  .max(10 ** 12)
  .nullable();

/** A simple rule on the amount, in the minor units of `approvalCurrency`; null asks for no approval. */
export const approvalsPolicy = definePolicy({
  name: 'approvals',
  schema: z.strictObject({ jobPostsFromMinor: from, offersFromMinor: from, expiryDays: z.int().min(1).max(90) }),
  defaults: { jobPostsFromMinor: null as number | null, offersFromMinor: null as number | null, expiryDays: 14 },
  byTenant: ['jobPostsFromMinor', 'offersFromMinor', 'expiryDays'],
  feature: 'approvals',
});

export const approvalCurrency = 'USD';

/** Who may decide; never what they requested themselves. */
export const approvers = ['approver', 'financeAdmin', 'owner'] as const satisfies MemberRole[];
