import type Stripe from 'stripe';
import type { MethodAnswer, PaymentProcessor, SetupAnswer } from '../processor.ts';
import { believed, refusalOf, type StripeDeps } from './stripe-client.ts';

type Methods = Pick<
  PaymentProcessor,
  'createCustomer' | 'startSetup' | 'lookUpSetup' | 'forgetMethod' | 'describeMethod'
>;

export function stripeMethods({ client }: StripeDeps): Methods {
  return {
    // Only saved methods are charged, and those keep their label with us.
    describeMethod: async () => undefined,
    async createCustomer({ idempotencyKey, owner, name }) {
      const metadata = { [owner.kind]: owner.id };
      const customer = await client.customers.create({ name, metadata }, { idempotencyKey });
      return { externalId: believed(customer, 'customer', 'cus').id };
    },
    async startSetup({ idempotencyKey, customerToken, kind }) {
      const params: Stripe.SetupIntentCreateParams = {
        customer: customerToken,
        usage: 'off_session',
        allowed_payment_method_types: kind === 'card' ? ['card'] : ['us_bank_account', 'sepa_debit'],
        metadata: { setup: idempotencyKey },
      };
      return answerOf(setupOf(await client.setupIntents.create(params, { idempotencyKey })));
    },
    async lookUpSetup(id) {
      return answerOf(setupOf(await client.setupIntents.retrieve(id, { expand: ['payment_method'] })));
    },
    async forgetMethod(id) {
      try {
        await client.paymentMethods.detach(id, {}, { idempotencyKey: `detach ${id}` });
      } catch (error) {
        // Forgotten already.
        if (!refusalOf(error)) throw error;
      }
    },
  };
}

const setupOf = (answer: Stripe.SetupIntent) => believed(answer, 'setup_intent', 'seti');

function answerOf(intent: Stripe.SetupIntent): SetupAnswer {
  const { id: externalId, status, client_secret: clientSecret, payment_method: method } = intent;
  const answer = { externalId, clientSecret };
  switch (status) {
    case 'succeeded':
      if (typeof method === 'string' || method === null) return { ...answer, state: 'processing' };
      return { ...answer, state: 'finished', method: methodOf(method) };
    case 'processing':
      return { ...answer, state: 'processing' };
    case 'canceled':
      return { ...answer, state: 'failed', refusal: intent.last_setup_error?.code ?? 'canceled' };
    default:
      return { ...answer, state: 'started' };
  }
}

function methodOf(method: Stripe.PaymentMethod): MethodAnswer {
  const {
    id: externalId,
    type,
    card,
    us_bank_account: ach,
    sepa_debit: sepa,
  } = believed(method, 'payment_method', 'pm');
  if (card) {
    const { brand, last4, exp_year: year, exp_month: month } = card;
    const label = `${capitalized(brand)} ending in ${last4}`;
    return { externalId, kind: 'card', brand, last4, expires: `${year}-${String(month).padStart(2, '0')}`, label };
  }
  const last4 = ach?.last4 ?? sepa?.last4 ?? '';
  const brand = ach?.bank_name ?? (sepa ? `SEPA ${sepa.country ?? ''}`.trim() : type);
  return { externalId, kind: 'bankDebit', brand, last4, expires: null, label: `${brand} ending in ${last4}` };
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
