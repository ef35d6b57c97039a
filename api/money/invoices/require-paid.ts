import { Refusal } from '../../platform/http/problem.ts';
import type { Payment } from '../payments/read-payments.ts';

/** @throws 402 payment_declined */
export function requirePaid(payment: Payment): void {
  if (payment.state !== 'voided') return;
  throw new Refusal(
    402,
    'payment_declined',
    `The payment was declined (${(payment.refusal ?? 'no reason given').replaceAll('_', ' ')}); nothing was paid and the invoice is as it was. Try another way to pay.`,
  );
}
