import type { PaymentMethodShape } from '../../api/payments.ts';

/** As its owner knows it; test cards say what they do. */
export function methodWords({ label, last4, processor }: PaymentMethodShape, isShort = false): string {
  if (isShort && processor === 'sandbox') return `•••• ${last4}`;
  return label;
}
