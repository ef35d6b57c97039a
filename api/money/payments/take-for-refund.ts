import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { feePartOf } from '../fees/fee.ts';
import { fractionOf, type Money, money } from '../money.ts';
import { paymentsPolicy } from './policy.ts';
import { findPayment, giveBackRefunded, updateRefunded } from './store.ts';
import type { PaymentRow } from './table.ts';

export type TakenForRefund = { payment: PaymentRow; fee: Money; tax: Money };

const dayMs = 86_400_000;

/**
 * Counts a part of a payment as given back, so that all parts are never more than the payment.
 * @param withFee our fee on that part, and the tax on it, go back too
 * @throws 404; 409 payment_pending, payment_voided, refund_over_payment, payment_changed, payment_in_bank_dispute, refund_too_late; 422
 */
export async function takeForRefund(
  trx: Executor,
  scope: TenantScope,
  { paymentId, amount, withFee, nowMs }: { paymentId: string; amount: Money; withFee: boolean; nowMs: number },
): Promise<TakenForRefund> {
  const payment = await findPayment(trx, paymentId);
  if (!payment || payment.tenantId !== scope.tenantId) throw notFound();
  const { refundDays } = await readPolicy(trx, scope, paymentsPolicy);
  requireRefundable(payment, amount, nowMs, refundDays);
  const { fee, tax } = withFee ? partsOf(payment, amount) : { fee: 0, tax: 0 };
  const taken = { refundedMinor: amount.amountMinor, refundedFeeMinor: fee, refundedTaxMinor: tax };
  if (!(await updateRefunded(trx, payment, taken))) throw paymentChanged();
  return { payment, fee: money(fee, amount.currency), tax: money(tax, amount.currency) };
}

/** What the processor would not give back was not given back. */
export async function returnTaken(
  trx: Executor,
  refund: { paymentId: string; amountMinor: number; feeMinor: number; taxMinor: number },
): Promise<void> {
  const { paymentId, amountMinor, feeMinor, taxMinor } = refund;
  const taken = { refundedMinor: amountMinor, refundedFeeMinor: feeMinor, refundedTaxMinor: taxMinor };
  await giveBackRefunded(trx, paymentId, taken);
}

function requireRefundable(payment: PaymentRow, amount: Money, nowMs: number, refundDays: number): void {
  const { state, currency, principalMinor, refundedMinor, isDisputed, settledAt } = payment;
  if (amount.currency !== currency)
    throw unprocessable(
      'currency_mixed',
      `This was paid in ${currency}; nothing was given back. Name a sum in ${currency}.`,
      [{ pointer: '/amount/currency', code: 'currency_mixed', message: `Use ${currency}.` }],
    );
  if (amount.amountMinor <= 0) throw new RangeError('a refund of nothing');
  if (state !== 'posted')
    throw conflict(
      `payment_${state === 'voided' ? 'voided' : 'pending'}`,
      'This payment has not arrived, so nothing can be given back. Look at it again.',
    );
  if (isDisputed)
    throw conflict(
      'payment_in_bank_dispute',
      'A bank is deciding on this payment; nothing was given back. Wait for its decision.',
    );
  if (amount.amountMinor > principalMinor - refundedMinor) throw overPayment(payment);
  if (nowMs - settledAt! > refundDays * dayMs)
    throw conflict(
      'refund_too_late',
      `This was paid more than ${refundDays} days ago; nothing was given back. Pay it back as a new payment.`,
    );
}

/** Counted from what went back before, so that the parts of any number of refunds sum to exactly the whole. */
function partsOf(payment: PaymentRow, part: Money): { fee: number; tax: number } {
  const { currency, principalMinor, refundedMinor, feeMinor, initiationMinor, taxMinor } = payment;
  const inCurrency = (amountMinor: number) => money(amountMinor, currency);
  const gross = inCurrency(principalMinor);
  const before = inCurrency(refundedMinor);
  const partOf = (whole: number) => feePartOf({ gross, fee: inCurrency(whole) }, before, part).amountMinor;
  // The initiation fee stays, and so does the tax on it.
  const fees = feeMinor + initiationMinor;
  const taxOnFee = fees === 0 ? 0 : fractionOf(inCurrency(taxMinor), feeMinor, fees).amountMinor;
  return { fee: partOf(feeMinor), tax: partOf(taxOnFee) };
}

const paymentChanged = () =>
  conflict(
    'payment_changed',
    'Something else of this payment was given back at the same moment; this was not. Look at it again.',
  );
const overPayment = ({ principalMinor, refundedMinor, currency }: PaymentRow) =>
  conflict(
    'refund_over_payment',
    `Of this payment ${principalMinor - refundedMinor} (minor units, ${currency}) can still be given back; nothing was. Name that or less.`,
  );
