import { z } from '../http/routes.ts';
import { definePolicy } from '../policies/policy.ts';

export const auditPolicy = definePolicy({
  name: 'audit',
  schema: z.strictObject({
    /** An export's file; the run stays. */
    exportKeptDays: z.int().min(1).max(365),
    runsUnderWayMax: z.int().min(1).max(20),
  }),
  defaults: { exportKeptDays: 30, runsUnderWayMax: 3 },
  byTenant: ['exportKeptDays'],
});
