import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

/** What a rail pays in which currency, at which fixed fee in minor units. */
export type RailFees = Record<string, number>;

export type PayoutsPolicy = {
  /** Before a new method is used: time for whoever did not add it to say so. */
  methodWaitDays: number;
  methodsMax: number;
  isNameMatchRequired: boolean;
  fees: { directDeposit: RailFees; paypal: RailFees; wire: RailFees };
  /** How long money usually takes, for what people are told. */
  usualDays: { directDeposit: number; paypal: number; wire: number };
  /** After it arrived: how long a rail is still asked whether it came back. */
  returnWatchDays: number;
  /** A rail that has said nothing for so long is shown at the money desk. */
  lateHours: number;
  batchPayoutsMax: number;
};

const fees = z.record(z.string().regex(/^[A-Z]{3}$/), z.int().min(0).max(10_000_000));
const days = z.int().min(0).max(60);

export const payoutsPolicy = definePolicy<PayoutsPolicy>({
  name: 'payouts',
  schema: z.strictObject({
    methodWaitDays: days,
    methodsMax: z.int().min(1).max(50),
    isNameMatchRequired: z.boolean(),
    fees: z.strictObject({ directDeposit: fees, paypal: fees, wire: fees }),
    usualDays: z.strictObject({ directDeposit: days, paypal: days, wire: days }),
    returnWatchDays: days,
    lateHours: z.int().min(1).max(1000),
    batchPayoutsMax: z.int().min(1).max(10_000),
  }),
  defaults: {
    methodWaitDays: 3,
    methodsMax: 10,
    isNameMatchRequired: true,
    fees: {
      directDeposit: { USD: 0, EUR: 0, GBP: 0, CHF: 0, CAD: 0, AUD: 0, PLN: 0, JPY: 0 },
      paypal: { USD: 200, EUR: 200, GBP: 200, CHF: 200, CAD: 200, AUD: 300, PLN: 800, JPY: 300 },
      wire: { USD: 3000, EUR: 500, GBP: 2000, CHF: 2500, CAD: 4000, AUD: 4500, PLN: 2000, JPY: 4500, KWD: 9000 },
    },
    usualDays: { directDeposit: 2, paypal: 1, wire: 3 },
    returnWatchDays: 10,
    lateHours: 72,
    batchPayoutsMax: 1000,
  },
  byTenant: [],
});
