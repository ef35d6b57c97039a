import { z } from '../platform/http/routes.ts';
import { isKnownCurrency } from './currencies.ts';

/** What JSON.parse leaves of `-0`: an amount that is equal to zero and is not zero. */
const notNegativeZero = (amount: number) => !Object.is(amount, -0);

/** Any exact amount: what the API says. */
export const moneySchema = z
  .strictObject({
    amountMinor: z.int().refine(notNegativeZero, 'An amount of -0 is not accepted.').openapi({
      description: 'Whole minor units: cents of USD, yen of JPY, fils of KWD',
    }),
    currency: z.string().length(3).openapi({ description: 'ISO 4217', example: 'USD' }),
  })
  .openapi('Money');
export type Money = z.infer<typeof moneySchema>;

/** No bid or budget is above ten billion dollars. */
export const amountMaxMinor = 10 ** 12;

/**
 * What people may send: a known currency, an amount within bounds. Its refusals name the field.
 * @param bounds in minor units; from 0 to amountMaxMinor where nothing is said
 */
export function amountOf({ minMinor = 0, maxMinor = amountMaxMinor }: { minMinor?: number; maxMinor?: number } = {}) {
  return z.strictObject({
    amountMinor: z.int().min(minMinor).max(maxMinor).refine(notNegativeZero, 'An amount of -0 is not accepted.'),
    currency: z
      .string()
      .length(3)
      .refine(isKnownCurrency, 'This is no ISO 4217 currency in use.')
      .openapi({ example: 'USD' }),
  });
}
