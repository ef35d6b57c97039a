import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { expand, idOf, metadata, onlyExpand } from './params.ts';
import type { StandInState } from './state.ts';

const created = z.strictObject({
  customer: idOf('cus'),
  usage: z.enum(['off_session', 'on_session']),
  allowed_payment_method_types: z.array(z.enum(['card', 'us_bank_account', 'sepa_debit'])).min(1),
  metadata,
  expand,
});

export const setupIntentOperations = [
  operation('POST', '/v1/setup_intents', created, (state, { customer, usage, metadata: kept, ...params }) => {
    state.get('customer', customer);
    const id = state.newId('seti');
    return state.put({
      id,
      object: 'setup_intent',
      created: state.seconds(),
      client_secret: `${id}_secret_standIn`,
      customer,
      usage,
      allowed_payment_method_types: params.allowed_payment_method_types,
      metadata: kept,
      status: 'requires_payment_method',
      payment_method: null,
      last_setup_error: null,
    });
  }),
  operation('GET', '/v1/setup_intents/:id', onlyExpand, (state, params, { id }) => {
    const intent = state.get('setup_intent', id!);
    const isExpanded = params.expand?.includes('payment_method') && intent.payment_method !== null;
    return isExpanded
      ? { ...intent, payment_method: state.get('payment_method', intent.payment_method as string) }
      : intent;
  }),
];

/** Test methods by their names at Stripe. */
const testMethods = {
  pm_card_visa: { type: 'card', last4: '4242' },
  pm_card_chargeDeclinedInsufficientFunds: { type: 'card', last4: '9995' },
  pm_card_authenticationRequired: { type: 'card', last4: '3184' },
  pm_card_createDispute: { type: 'card', last4: '0259' },
  pm_card_refundFail: { type: 'card', last4: '5126' },
  pm_usBankAccount: { type: 'us_bank_account', last4: '6789' },
  pm_sepaDebit: { type: 'sepa_debit', last4: '3000' },
} as const;
export type TestMethodName = keyof typeof testMethods;

/** What happens in Stripe's own frame when somebody types a card or logs in at a bank. */
export function confirmSetupInFrame(state: StandInState, setupId: string, name: TestMethodName): StripeObject {
  const intent = state.get('setup_intent', setupId);
  const { type, last4 } = testMethods[name];
  if (!(intent.allowed_payment_method_types as string[]).includes(type))
    throw invalidRequest('payment_method_not_available', `${type} is not allowed here`);
  const method = state.put(methodOf(state.newId('pm'), type, last4, intent.customer as string));
  state.behaviors.set(method.id, name);
  const confirmed = state.put({ ...intent, status: 'succeeded', payment_method: method.id });
  state.tell('setup_intent.succeeded', confirmed);
  return confirmed;
}

function methodOf(id: string, type: string, last4: string, customer: string): StripeObject {
  const details = {
    card: { card: { brand: 'visa', last4, exp_month: 4, exp_year: 2031 } },
    us_bank_account: { us_bank_account: { bank_name: 'STRIPE TEST BANK', last4 } },
    sepa_debit: { sepa_debit: { bank_code: '37040044', country: 'DE', last4 } },
  }[type];
  return { id, object: 'payment_method', type, customer, ...details };
}
