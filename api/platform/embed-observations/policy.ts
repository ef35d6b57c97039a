import { z } from '../http/routes.ts';
import { definePolicy } from '../policies/policy.ts';

export const embedPolicy = definePolicy({
  name: 'embed',
  schema: z.strictObject({
    /** What was refused or blocked, and which pages were seen. */
    sightingDays: z.int().min(1).max(90),
    usageDays: z.int().min(30).max(800),
    /** A key that nobody uses is one that nobody would miss, and somebody may find. */
    keyUnusedDays: z.int().min(1).max(365),
    keyAgeDays: z.int().min(30).max(1825),
  }),
  defaults: { sightingDays: 30, usageDays: 400, keyUnusedDays: 60, keyAgeDays: 365 },
  byTenant: ['keyUnusedDays', 'keyAgeDays'],
});
