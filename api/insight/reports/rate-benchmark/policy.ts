import { z } from '../../../platform/http/routes.ts';
import { definePolicy } from '../../../platform/policies/policy.ts';

/** What published rates are told apart by. */
export const rateBenchmarkPolicy = definePolicy({
  name: 'rateBenchmark',
  schema: z.strictObject({
    /** Fewer people than these are not told apart: somebody could be recognized. */
    groupMin: z.int().min(5).max(100),
    intermediateYears: z.int().min(1).max(20),
    expertYears: z.int().min(2).max(40),
  }),
  defaults: { groupMin: 5, intermediateYears: 2, expertYears: 6 },
  byTenant: [],
});
