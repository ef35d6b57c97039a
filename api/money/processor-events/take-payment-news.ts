import { takeDisputeNews } from '../bank-disputes/take-dispute.ts';
import { takeSetupNews } from '../payment-methods/finish-setup.ts';
import { askProcessor } from '../payments/ask-processor.ts';
import { paymentByExternalId } from '../payments/read-payments.ts';
import { type PaymentDeps, settlePayment } from '../payments/settle-payment.ts';
import { refundByExternalId } from '../refunds/read-refunds.ts';
import { settleRefund } from '../refunds/settle-refund.ts';
import type { EventTakers, Taken } from './take-event.ts';

/** Money in: how a payment, refund, bank dispute or setup stands is asked of the processor. */
export function paymentTakers(deps: PaymentDeps): EventTakers {
  const { database, processor } = deps;
  const { db } = database;

  async function takePayment(externalId: string): Promise<Taken> {
    const payment = await paymentByExternalId(db, processor.name, externalId);
    if (!payment) return { unmatched: 'payment_unknown' };
    if (payment.state === 'posted') return 'done';
    if (payment.state !== 'voided') {
      // Still open, it is looked at by the clock too.
      await settlePayment(deps, payment.id, true);
      return 'done';
    }
    const answer = await askProcessor(deps, (asked, signal) => asked.lookUp(externalId, signal));
    return answer.state === 'succeeded' ? { unmatched: 'paid_after_it_was_voided' } : 'done';
  }

  async function takeRefund(externalId: string): Promise<Taken> {
    const refund = await refundByExternalId(db, processor.name, externalId);
    if (!refund) return { unmatched: 'refund_unknown' };
    if (refund.state === 'pending') {
      await settleRefund(deps, refund.id);
      return 'done';
    }
    const answer = await askProcessor(deps, (asked, signal) => asked.lookUpRefund(externalId, signal));
    const isTurned = answer.state === 'failed' && refund.state === 'posted';
    return isTurned ? { unmatched: 'refund_failed_after_it_was_posted' } : 'done';
  }

  return {
    payment: ({ objectId }) => takePayment(objectId),
    refund: ({ objectId }) => takeRefund(objectId),
    dispute: ({ objectId }) => takeDisputeNews(deps, objectId),
    setup: async ({ objectId }) => ((await takeSetupNews(deps, objectId)) ? 'done' : { unmatched: 'setup_unknown' }),
  };
}
