import { z } from '../http/routes.ts';
import { definePolicy } from '../policies/policy.ts';

const mebibyte = 1024 * 1024;

export const filesPolicy = definePolicy({
  name: 'files',
  schema: z.strictObject({
    attachmentBytesMax: z
      .int()
      .min(mebibyte)
      .max(100 * mebibyte),
    importBytesMax: z
      .int()
      .min(mebibyte)
      .max(1024 * mebibyte),
    /** How long the address of a file works. */
    linkMinutes: z
      .int()
      .min(1)
      .max(24 * 60),
    /** Uploads of one person that nothing points at yet. */
    unattachedMax: z.int().min(1).max(1000),
  }),
  defaults: { attachmentBytesMax: 25 * mebibyte, importBytesMax: 100 * mebibyte, linkMinutes: 15, unattachedMax: 50 },
  byTenant: ['linkMinutes'],
});
