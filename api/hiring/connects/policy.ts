import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';
import { type ConnectsPrices, connectsPrices } from './connects.ts';

export type ConnectsPolicy = {
  monthlyGrant: number;
  /** Sizes; each costs its size times unitPriceMinor. */
  bundles: number[];
  unitPriceMinor: number;
  currency: string;
  /** A grant or a purchase is spent within this time. */
  lotDays: number;
  /** What comes back after its lot expired lives this long. */
  returnedLotDays: number;
  warningDays: number;
  boostMax: number;
  prices: ConnectsPrices;
  /** Whether connects come back when a post expires. */
  returnsExpired: boolean;
  /** Whether they come back when nobody opens the proposal within unopenedDays. */
  returnsUnopened: boolean;
  unopenedDays: number;
};

const connects = z.int().min(1).max(1000);
const days = z.int().min(1).max(3650);
const steps = z
  .array(z.strictObject({ upTo: z.number().positive(), connects }))
  .min(1)
  .max(20)
  .refine((all) => all.every(({ upTo }, at) => at === 0 || upTo > all[at - 1]!.upTo), 'Steps ascend.');

export const connectsPolicy = definePolicy<ConnectsPolicy>({
  name: 'connects',
  schema: z.strictObject({
    monthlyGrant: z.int().min(0).max(1000),
    bundles: z.array(connects).min(1).max(10),
    unitPriceMinor: z.int().min(1).max(100_000),
    currency: z.string().length(3),
    lotDays: days,
    returnedLotDays: days,
    warningDays: days,
    boostMax: connects,
    prices: z.strictObject({
      fixed: steps,
      hourly: steps,
      most: connects,
      withoutBudget: connects,
      unitsPerDollar: z.record(z.string().length(3), z.number().positive()),
    }),
    returnsExpired: z.boolean(),
    returnsUnopened: z.boolean(),
    unopenedDays: days,
  }),
  defaults: {
    monthlyGrant: 10,
    bundles: [10, 20, 40, 60, 80],
    unitPriceMinor: 15,
    currency: 'USD',
    lotDays: 365,
    returnedLotDays: 30,
    warningDays: 14,
    boostMax: 200,
    prices: connectsPrices,
    returnsExpired: true,
    returnsUnopened: true,
    unopenedDays: 14,
  },
  byTenant: ['returnsExpired', 'returnsUnopened', 'unopenedDays'],
});
