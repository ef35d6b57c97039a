import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const jobImportsPolicy = definePolicy({
  name: 'jobImports',
  schema: z.strictObject({
    /** A file with more is refused before anything is made of it. */
    rowsMax: z.int().min(1).max(1_000_000),
    /** In one transaction, progress included. */
    batchRows: z.int().min(1).max(1000),
    sampleRows: z.int().min(1).max(50),
  }),
  defaults: { rowsMax: 100_000, batchRows: 500, sampleRows: 5 },
  byTenant: [],
});
