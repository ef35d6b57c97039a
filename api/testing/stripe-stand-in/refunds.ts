import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { amount, idOf, metadata, onlyExpand, text } from './params.ts';
import { listOf, type StandInState } from './state.ts';

export const refundOperations = [
  operation(
    'POST',
    '/v1/refunds',
    z.strictObject({ payment_intent: idOf('pi'), amount, metadata }),
    (state, { payment_intent, amount: asked, metadata: kept }) => {
      const intent = state.get('payment_intent', payment_intent);
      if (intent.status !== 'succeeded')
        throw invalidRequest(
          'payment_intent_unexpected_state',
          'This PaymentIntent does not have a successful charge to refund.',
        );
      const before = refundsOf(state, payment_intent)
        .filter(({ status }) => status !== 'failed')
        .reduce((sum, refund) => sum + (refund.amount as number), 0);
      if (before + asked > (intent.amount as number))
        throw invalidRequest(
          'charge_already_refunded',
          'The refund is greater than the unrefunded amount on the charge.',
          'amount',
        );
      const isDebit = state.behaviors.get(intent.payment_method as string) === 'pm_usBankAccount';
      const refund = state.put({
        id: state.newId('re'),
        object: 'refund',
        created: state.seconds(),
        amount: asked,
        currency: intent.currency,
        payment_intent,
        charge: intent.latest_charge,
        metadata: kept,
        failure_reason: undefined,
        status: isDebit || behaviorOf(state, intent) === 'pm_card_refundFail' ? 'pending' : 'succeeded',
      });
      state.tell('refund.created', refund);
      return refund;
    },
  ),
  operation('GET', '/v1/refunds/:id', onlyExpand, (state, _, { id }) => state.get('refund', id!)),
  operation(
    'GET',
    '/v1/refunds',
    z.strictObject({ payment_intent: idOf('pi'), limit: text(3).optional() }),
    (state, { payment_intent }) => listOf('/v1/refunds', refundsOf(state, payment_intent)),
  ),
];

const behaviorOf = (state: StandInState, intent: StripeObject) => state.behaviors.get(intent.payment_method as string);

function refundsOf(state: StandInState, paymentIntent: string): StripeObject[] {
  return [...state.all('refund').values()].filter((refund) => refund.payment_intent === paymentIntent);
}

/** What the bank says of a refund later. */
export function decideRefund(state: StandInState, id: string, status: 'succeeded' | 'failed'): StripeObject {
  const refund = state.get('refund', id);
  const reason = status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {};
  const decided = state.put({ ...refund, ...reason, status });
  state.tell(status === 'failed' ? 'refund.failed' : 'refund.updated', decided);
  return decided;
}
