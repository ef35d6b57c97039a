import { unprocessable } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { paymentMoves } from './payment.ts';
import { type PaymentDeps, settleBy, settlePayment } from './settle-payment.ts';
import { findPayment } from './store.ts';
import type { PaymentRow } from './table.ts';

/**
 * Its payer has answered the bank: in the sandbox by what they say here, else in the processor's own frame, whose
 * answer is looked up.
 * @throws 409 payment_posted, payment_voided, payment_pending; 422 answered_in_frame
 */
export async function answerBank(
  deps: PaymentDeps,
  payment: PaymentRow,
  isConfirmed: boolean | undefined,
): Promise<PaymentRow> {
  requireMove(paymentMoves, 'payment', 'answer', payment.state);
  const { confirm } = deps.processor;
  if (isConfirmed === undefined) return settlePayment(deps, payment.id);
  if (!confirm)
    throw unprocessable(
      'answered_in_frame',
      'Your bank is answered in the frame of the processor; nothing was changed. Open it and confirm there.',
    );
  return settleBy(deps, payment, false, (_, signal) => confirm(payment.externalId!, isConfirmed, signal));
}

/** Gives up one that waits for its payer; a processor that has charged it after all is believed. */
export async function giveUpPayment(deps: PaymentDeps, id: string, isLate: boolean): Promise<PaymentRow> {
  const payment = (await findPayment(deps.database.db, id))!;
  requireMove(paymentMoves, 'payment', 'giveUp', payment.state);
  return settleBy(deps, payment, isLate, (processor, signal) => processor.cancel(payment.externalId!, signal));
}
