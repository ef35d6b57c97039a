import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject, StripeRefusal } from './objects.ts';
import { operation } from './operation.ts';
import { amount, currency, expand, flag, idOf, metadata, onlyExpand, text } from './params.ts';
import { listOf, type StandInState } from './state.ts';

const created = z.strictObject({
  amount,
  currency,
  customer: idOf('cus'),
  payment_method: idOf('pm'),
  off_session: flag,
  confirm: z.literal('true'),
  allowed_payment_method_types: z.array(z.enum(['card', 'us_bank_account', 'sepa_debit'])).optional(),
  automatic_payment_methods: z.strictObject({ enabled: flag, allow_redirects: z.enum(['never', 'always']) }).optional(),
  description: text(1000),
  metadata,
  expand,
});

export const paymentIntentOperations = [
  operation('POST', '/v1/payment_intents', created, (state, params) => {
    const { off_session: _, confirm: _confirm, automatic_payment_methods: _methods, metadata: kept, ...rest } = params;
    const method = state.get('payment_method', params.payment_method);
    if (method.customer !== params.customer)
      throw invalidRequest(
        'payment_method_unexpected_state',
        'The PaymentMethod does not belong to this Customer.',
        'payment_method',
      );
    if (params.amount < 50) throw invalidRequest('amount_too_small', 'Amount must be at least 50 cents', 'amount');
    const id = state.newId('pi');
    const intent: StripeObject = {
      id,
      object: 'payment_intent',
      created: state.seconds(),
      client_secret: `${id}_secret_standIn`,
      ...rest,
      metadata: kept,
      status: 'processing',
      latest_charge: null,
      last_payment_error: null,
      amount_received: 0,
    };
    return confirmed(state, intent);
  }),
  operation('GET', '/v1/payment_intents/:id', onlyExpand, (state, _, { id }) => state.get('payment_intent', id!)),
  operation(
    'GET',
    '/v1/payment_intents',
    z.strictObject({
      customer: idOf('cus'),
      limit: text(3).optional(),
      created: z.strictObject({ gte: text(12) }).optional(),
    }),
    (state, { customer, created: since }) => {
      const own = [...state.all('payment_intent').values()].filter(
        (intent) => intent.customer === customer && (intent.created as number) >= Number(since?.gte ?? 0),
      );
      return listOf('/v1/payment_intents', own.reverse());
    },
  ),
  operation(
    'POST',
    '/v1/payment_intents/:id/cancel',
    z.strictObject({
      cancellation_reason: z.enum(['abandoned', 'requested_by_customer', 'duplicate', 'fraudulent']).optional(),
    }),
    (state, _, { id }) => {
      const intent = state.get('payment_intent', id!);
      if (!['requires_payment_method', 'requires_action', 'requires_confirmation'].includes(intent.status as string))
        throw invalidRequest(
          'payment_intent_unexpected_state',
          `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
        );
      const canceled = state.put({ ...intent, status: 'canceled' });
      state.tell('payment_intent.canceled', canceled);
      return canceled;
    },
  ),
];

/** What the saved test method does. */
function confirmed(state: StandInState, intent: StripeObject): StripeObject {
  switch (state.behaviors.get(intent.payment_method as string)) {
    case 'pm_card_chargeDeclinedInsufficientFunds':
      throw cardRefused(state, intent, { code: 'card_declined', decline_code: 'insufficient_funds' });
    case 'pm_card_authenticationRequired':
      throw cardRefused(state, intent, { code: 'authentication_required', decline_code: 'authentication_required' });
    case 'pm_usBankAccount':
    case 'pm_sepaDebit': {
      const processing = state.put(intent);
      state.tell('payment_intent.processing', processing);
      return processing;
    }
    default:
      return succeed(state, intent);
  }
}

function cardRefused(state: StandInState, intent: StripeObject, error: { code: string; decline_code: string }) {
  const refusal = { type: 'card_error', message: 'Your card was declined.', ...error };
  const refused = state.put({ ...intent, status: 'requires_payment_method', last_payment_error: refusal });
  state.tell('payment_intent.payment_failed', refused);
  return new StripeRefusal(402, 'card_error', refusal.message, { ...error, payment_intent: refused });
}

function succeed(state: StandInState, intent: StripeObject): StripeObject {
  const charge = state.newId('ch');
  const paid = { ...intent, status: 'succeeded', latest_charge: charge, amount_received: intent.amount };
  state.put({ id: charge, object: 'charge', payment_intent: intent.id, amount: intent.amount, refunded: false });
  state.tell('payment_intent.succeeded', state.put({ ...paid, last_payment_error: null }));
  return state.get('payment_intent', intent.id);
}

/** What the bank decides days later, or the payer in Stripe's frame. */
export function decidePayment(state: StandInState, id: string, outcome: 'succeeded' | 'failed'): StripeObject {
  const intent = state.get('payment_intent', id);
  if (intent.status === 'succeeded' || intent.status === 'canceled') throw new Error(`${id} is ${intent.status}`);
  if (outcome === 'succeeded') return succeed(state, intent);
  const error = { type: 'card_error', code: 'payment_intent_authentication_failure', message: 'It was not confirmed.' };
  const failed = state.put({ ...intent, status: 'requires_payment_method', last_payment_error: error });
  state.tell('payment_intent.payment_failed', failed);
  return failed;
}
