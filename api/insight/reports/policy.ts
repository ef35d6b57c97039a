import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';
import { defineTimeZone } from './time-zone.ts';

export const reportsPolicy = definePolicy({
  name: 'reports',
  schema: z.strictObject({
    /** How long a file is kept after it was made. */
    keepFileDays: z.int().min(1).max(365),
    /** Each page of a PDF is laid out in memory, and nobody reads more on paper. */
    pdfRowsMax: z.int().min(100).max(20_000),
    /** Files that one person has under way at once. */
    exportsAtOnceMax: z.int().min(1).max(50),
    /** Where a schedule’s hours are counted: an IANA name. */
    timeZone: defineTimeZone(),
    /** After that many deliveries in a row that never arrived a schedule stops. */
    failedDeliveriesMax: z.int().min(1).max(50),
    /** A larger file is linked to and not attached. */
    attachmentMaxMebibytes: z.int().min(1).max(20),
    /** Money that waits in escrow and nothing happens for so long is dormant. */
    dormantDays: z.int().min(30).max(3650),
  }),
  defaults: {
    keepFileDays: 30,
    pdfRowsMax: 5_000,
    exportsAtOnceMax: 5,
    timeZone: 'UTC',
    failedDeliveriesMax: 5,
    attachmentMaxMebibytes: 5,
    dormantDays: 180,
  },
  byTenant: ['keepFileDays', 'timeZone', 'dormantDays'],
  feature: 'reports',
});
export type ReportsPolicy = (typeof reportsPolicy)['defaults'];
