import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { amount, currency, idOf, metadata, onlyExpand, text } from './params.ts';
import { listOf, type StandInState } from './state.ts';

const created = z.strictObject({
  amount,
  currency,
  destination: idOf('acct'),
  description: text(1000),
  transfer_group: text(500),
  metadata,
});

export const transferOperations = [
  operation('POST', '/v1/transfers', created, (state, params) => {
    const { capabilities } = state.get('account', params.destination);
    if ((capabilities as { transfers: string }).transfers !== 'active')
      throw invalidRequest(
        'insufficient_capabilities_for_transfer',
        'Your destination account needs to have at least one of the following capabilities enabled: transfers.',
      );
    if (params.amount > (state.platformBalance ?? Number.POSITIVE_INFINITY))
      throw invalidRequest('balance_insufficient', 'You have insufficient available funds in your Stripe account.');
    const transfer = state.put({
      id: state.newId('tr'),
      object: 'transfer',
      created: state.seconds(),
      ...params,
      amount_reversed: 0,
      reversed: false,
    });
    state.tell('transfer.created', transfer);
    return transfer;
  }),
  operation('GET', '/v1/transfers/:id', onlyExpand, (state, _, { id }) => state.get('transfer', id!)),
  operation(
    'GET',
    '/v1/transfers',
    z.strictObject({ transfer_group: text(500), limit: text(3).optional() }),
    (state, { transfer_group: group }) =>
      listOf(
        '/v1/transfers',
        [...state.all('transfer').values()].filter((one) => one.transfer_group === group),
      ),
  ),
  operation('POST', '/v1/transfers/:id/reversals', z.strictObject({ amount }), (state, { amount: asked }, { id }) => {
    const transfer = state.get('transfer', id!);
    const left = (transfer.amount as number) - (transfer.amount_reversed as number);
    if (asked > left || asked > balanceOf(state, transfer.destination as string))
      throw invalidRequest('balance_insufficient', 'The connected account has insufficient funds for this reversal.');
    const reversed = (transfer.amount_reversed as number) + asked;
    const updated = state.put({ ...transfer, amount_reversed: reversed, reversed: reversed === transfer.amount });
    state.tell('transfer.reversed', updated);
    return state.put({
      id: state.newId('trr'),
      object: 'transfer_reversal',
      created: state.seconds(),
      amount: asked,
      currency: transfer.currency,
      transfer: id,
    });
  }),
];

/** What came to a connected account and has not left it. */
export function balanceOf(state: StandInState, account: string): number {
  const sum = (objects: Iterable<StripeObject>, of: (object: StripeObject) => number) =>
    [...objects].reduce((total, object) => total + of(object), 0);
  const came = sum(state.all('transfer').values(), (one) =>
    one.destination === account ? (one.amount as number) - (one.amount_reversed as number) : 0,
  );
  const left = sum(state.all('payout').values(), (one) =>
    one.account === account && !['failed', 'canceled'].includes(one.status as string) ? (one.amount as number) : 0,
  );
  return came - left;
}
