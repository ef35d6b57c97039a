import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const responseTimePolicy = definePolicy({
  name: 'responseTimes',
  schema: z.strictObject({
    /** Answers to what was asked within this span count. */
    spanDays: z.int().min(7).max(365),
    /** Fewer say nothing about somebody, and are not shown. */
    answersMin: z.int().min(1).max(50),
  }),
  defaults: { spanDays: 90, answersMin: 3 },
  byTenant: [],
});
