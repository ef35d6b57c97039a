import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export type ProcurementPolicy = {
  /** Percent of an amount at which its people are told, where a purchase order or budget names none of its own. */
  warnAtPercent: number;
  fullAtPercent: number;
  /** Told so long before its last day. */
  expiryWarningDays: number;
  /** Hourly work without an end, on no purchase order, counts for so long. */
  openEndedWeeks: number;
  /** Hourly work without a weekly limit counts for so much a week. */
  hoursWithoutLimit: number;
  /** How far back a rate of spending is measured. */
  runRateDays: number;
};

const percent = z.int().min(1).max(200);
const days = z.int().min(1).max(366);

export const procurementPolicy = definePolicy<ProcurementPolicy>({
  name: 'procurement',
  schema: z.strictObject({
    warnAtPercent: percent,
    fullAtPercent: percent,
    expiryWarningDays: days,
    openEndedWeeks: z.int().min(1).max(260),
    hoursWithoutLimit: z.int().min(1).max(168),
    runRateDays: days,
  }),
  defaults: {
    warnAtPercent: 80,
    fullAtPercent: 100,
    expiryWarningDays: 30,
    openEndedWeeks: 26,
    hoursWithoutLimit: 40,
    runRateDays: 90,
  },
  byTenant: [
    'warnAtPercent',
    'fullAtPercent',
    'expiryWarningDays',
    'openEndedWeeks',
    'hoursWithoutLimit',
    'runRateDays',
  ],
  feature: 'procurement',
});
