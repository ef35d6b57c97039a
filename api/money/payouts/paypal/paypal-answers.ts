import { z } from '../../../platform/http/routes.ts';
import { currencyDecimals, type Money } from '../../money.ts';

/* What of PayPal's answers counts here; they may hold more. */

const id = z.string().regex(/^[A-Z0-9-]{5,40}$/);
const amount = z.object({ value: z.string().regex(/^\d{1,15}(\.\d{1,3})?$/), currency: z.string().length(3) });

export const createdSchema = z.object({ batch_header: z.object({ payout_batch_id: id }) });

export const batchSchema = z.object({
  batch_header: z.object({
    payout_batch_id: id,
    batch_status: z.enum(['DENIED', 'PENDING', 'PROCESSING', 'SUCCESS', 'CANCELED']),
    sender_batch_header: z.object({ sender_batch_id: z.string() }),
    amount: amount.optional(),
  }),
  /** Empty until PayPal has begun with it. */
  items: z.array(z.object({ payout_item_id: id })).default([]),
});
export type Batch = z.infer<typeof batchSchema>;

export const itemSchema = z.object({
  payout_item_id: id,
  payout_batch_id: id,
  transaction_status: z.enum([
    'SUCCESS',
    'FAILED',
    'PENDING',
    'UNCLAIMED',
    'RETURNED',
    'ONHOLD',
    'BLOCKED',
    'REFUNDED',
    'REVERSED',
  ]),
  payout_item: z.object({ amount, receiver: z.string(), sender_item_id: z.string() }),
  errors: z.object({ name: z.string().max(100) }).optional(),
});
export type Item = z.infer<typeof itemSchema>;

/** `9.8`, `9.80` and, where there are no decimals, `9` and `9.00` are the same money. */
export function sameAmount(told: z.infer<typeof amount>, { amountMinor, currency }: Money): boolean {
  const [whole = '', fraction = ''] = told.value.split('.');
  const decimals = currencyDecimals(currency);
  const rest = fraction.slice(decimals);
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return told.currency === currency && /^0*$/.test(rest) && minor === amountMinor;
}
