import type { MemberRole } from '../../platform/auth/actor.ts';
import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const complianceDocumentsPolicy = definePolicy({
  name: 'complianceDocuments',
  schema: z.strictObject({
    /** Before its end a paper is said to end soon. */
    soonDays: z.int().min(1).max(180),
  }),
  defaults: { soonDays: 30 },
  byTenant: ['soonDays'],
  feature: 'procurement',
});

/** Who reads somebody's papers: those who take them on, and those who check that all is as it should be. */
export const documentReaders = ['owner', 'accountAdmin', 'hiringManager', 'auditor'] as const satisfies MemberRole[];
