import type Stripe from 'stripe';
import type { PaymentProcessor, RefundAnswer, RefundRequest } from '../processor.ts';
import { believed, idOf, keysLastMs, refundPrefixes, refusalOf, type StripeDeps } from './stripe-client.ts';

type Refunds = Pick<PaymentProcessor, 'refund' | 'lookUpRefund'>;

export function stripeRefunds({ client, clock }: StripeDeps): Refunds {
  return {
    async refund(request) {
      const { idempotencyKey, chargeId, amount, recordedAtMs } = request;
      const forgotten = clock.now() - recordedAtMs > keysLastMs ? await findRefunded(request) : undefined;
      if (forgotten) return answerOf(forgotten);
      const params: Stripe.RefundCreateParams = {
        payment_intent: chargeId,
        amount: amount.amountMinor,
        metadata: { refund: idempotencyKey },
      };
      try {
        return answerOf(refundOf(await client.refunds.create(params, { idempotencyKey })));
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        return { externalId: null, chargeId, amount, state: 'failed', refusal: refusal.code };
      }
    },
    lookUpRefund: async (id) => answerOf(refundOf(await client.refunds.retrieve(id))),
  };

  async function findRefunded({ idempotencyKey, chargeId }: RefundRequest): Promise<Stripe.Refund | undefined> {
    for await (const refund of client.refunds.list({ payment_intent: chargeId, limit: 100 }))
      if (refund.metadata?.refund === idempotencyKey) return refundOf(refund);
    return undefined;
  }
}

const refundOf = (answer: Stripe.Refund) => believed(answer, 'refund', ...refundPrefixes);

function answerOf({ id, amount, currency, status, payment_intent, failure_reason }: Stripe.Refund): RefundAnswer {
  const answer = {
    externalId: id,
    chargeId: idOf(payment_intent) ?? '',
    amount: { amountMinor: amount, currency: currency.toUpperCase() },
  };
  if (status === 'succeeded') return { ...answer, state: 'succeeded' };
  if (status === 'failed' || status === 'canceled')
    return { ...answer, state: 'failed', refusal: failure_reason ?? status };
  return { ...answer, state: 'processing' };
}
