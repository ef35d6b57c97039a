import type Stripe from 'stripe';
import type { ChargeAnswer, ChargeRequest, PaymentProcessor } from '../processor.ts';
import { believed, keysLastMs, refusalOf, type StripeDeps } from './stripe-client.ts';

type Charges = Pick<PaymentProcessor, 'charge' | 'lookUp' | 'cancel'>;

/** Saved methods are charged while nobody is there; a bank that wants to hear from its customer says so. */
export function stripeCharges({ client, clock }: StripeDeps): Charges {
  async function charge(request: ChargeRequest): Promise<ChargeAnswer> {
    const { idempotencyKey, amount, customerToken, methodToken, description, recordedAtMs } = request;
    const forgotten = clock.now() - recordedAtMs > keysLastMs ? await findCharged(request) : undefined;
    if (forgotten) return closed(forgotten);
    try {
      const params: Stripe.PaymentIntentCreateParams = {
        amount: amount.amountMinor,
        currency: amount.currency.toLowerCase(),
        customer: customerToken ?? '',
        payment_method: methodToken,
        off_session: true,
        confirm: true,
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
        description,
        metadata: { payment: idempotencyKey },
      };
      return await closed(intentOf(await client.paymentIntents.create(params, { idempotencyKey })));
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      const intent = refusal.error.payment_intent;
      if (intent) return closed(intentOf(intent as Stripe.PaymentIntent));
      return { externalId: null, amount, state: 'declined', refusal: refusal.code };
    }
  }

  /** What came into being there under a key that is forgotten by now. */
  async function findCharged({ idempotencyKey, customerToken, recordedAtMs }: ChargeRequest) {
    if (customerToken === null) return undefined;
    const gte = Math.floor(recordedAtMs / 1000) - 60;
    const intents = client.paymentIntents.list({ customer: customerToken, created: { gte }, limit: 100 });
    for await (const intent of intents) if (intent.metadata.payment === idempotencyKey) return intentOf(intent);
    return undefined;
  }

  /** A declined intent could be confirmed again from its payer's page: it is canceled before it is called declined. */
  async function closed(intent: Stripe.PaymentIntent): Promise<ChargeAnswer> {
    const answer = answerOf(intent);
    if (answer.state !== 'declined' || intent.status === 'canceled') return answer;
    const canceled = await cancel(intent.id);
    return canceled.state === 'declined' ? answer : canceled;
  }

  async function cancel(id: string): Promise<ChargeAnswer> {
    try {
      return answerOf(intentOf(await client.paymentIntents.cancel(id, {}, { idempotencyKey: `cancel ${id}` })));
    } catch (error) {
      if (refusalOf(error)?.code !== 'payment_intent_unexpected_state') throw error;
      return answerOf(intentOf(await client.paymentIntents.retrieve(id)));
    }
  }

  return {
    charge,
    lookUp: async (id) => closed(intentOf(await client.paymentIntents.retrieve(id))),
    cancel,
  };
}

const intentOf = (answer: Stripe.PaymentIntent) => believed(answer, 'payment_intent', 'pi');

function answerOf(intent: Stripe.PaymentIntent): ChargeAnswer {
  const { id, amount, currency, status, last_payment_error: error, client_secret: clientSecret } = intent;
  const answer = { externalId: id, amount: { amountMinor: amount, currency: currency.toUpperCase() } };
  const refusal = error?.decline_code ?? error?.code ?? 'declined';
  const asksPayer: ChargeAnswer = {
    ...answer,
    state: 'actionNeeded',
    nextAction: { kind: 'frame', clientSecret: clientSecret ?? '' },
  };
  switch (status) {
    case 'succeeded':
      return { ...answer, state: 'succeeded' };
    case 'processing':
    case 'requires_capture':
      return { ...answer, state: 'processing' };
    case 'requires_action':
    case 'requires_confirmation':
      return asksPayer;
    case 'requires_payment_method':
      return error?.code === 'authentication_required' ? asksPayer : { ...answer, state: 'declined', refusal };
    case 'canceled':
      return { ...answer, state: 'declined', refusal: error ? refusal : 'not_confirmed' };
    default:
      throw new Error(`Stripe answered with a payment in a state that is not known here: ${status}`);
  }
}
