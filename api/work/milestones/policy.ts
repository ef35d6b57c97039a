import { currencyDecimals, type Money, money } from '../../money/money.ts';
import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export type MilestonesPolicy = {
  /** In whole units of the currency: 5 is 5.00 of USD, 5 of JPY. */
  minimum: number;
  autoReleaseDays: number;
  /** How long before the automatic release the client is warned. */
  warningDays: number;
  refundAnswerDays: number;
  /** A bonus is paid until so long after the end of a contract. */
  bonusDaysAfterEnd: number;
};

const days = z.int().min(1).max(365);

export const milestonesPolicy = definePolicy<MilestonesPolicy>({
  name: 'milestones',
  schema: z.strictObject({
    minimum: z.int().min(1).max(10_000),
    autoReleaseDays: days,
    warningDays: days,
    refundAnswerDays: days,
    bonusDaysAfterEnd: days,
  }),
  defaults: {
    minimum: 5,
    autoReleaseDays: 14,
    warningDays: 3,
    refundAnswerDays: 7,
    bonusDaysAfterEnd: 30,
  },
  byTenant: [],
});

export function minimumOf({ minimum }: MilestonesPolicy, currency: string): Money {
  return money(minimum * 10 ** currencyDecimals(currency), currency);
}
