import { z } from '../../platform/http/routes.ts';
import { invalidRequest, resourceMissing, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { amount, currency, metadata, onlyExpand, text } from './params.ts';
import { listOf, type StandInState } from './state.ts';
import { balanceOf } from './transfers.ts';

const dayS = 86_400;

/** Payouts of a connected account to its bank; which account they are of is kept, and not shown. */
export const payoutOperations = [
  operation('POST', '/v1/payouts', z.strictObject({ amount, currency, metadata }), (state, params, _, account) => {
    if (account === undefined) throw invalidRequest('account_missing', 'The platform pays itself nothing here.');
    const { payouts_enabled: isEnabled, external_accounts: banks } = state.get('account', account);
    if (!isEnabled || (banks as { data: object[] }).data.length === 0)
      throw invalidRequest('payouts_not_allowed', 'Payouts have been disabled on this account.');
    if (params.amount > balanceOf(state, account))
      throw invalidRequest('balance_insufficient', 'You have insufficient funds in your Stripe account.', 'amount');
    const payout = state.put({
      id: state.newId('po'),
      object: 'payout',
      created: state.seconds(),
      ...params,
      account,
      automatic: false,
      arrival_date: state.seconds() + 2 * dayS,
      failure_code: null,
      status: 'pending',
    });
    state.tell('payout.created', shown(payout), account);
    return shown(payout);
  }),
  operation('GET', '/v1/payouts/:id', onlyExpand, (state, _, { id }, account) => {
    const payout = state.get('payout', id!);
    if (payout.account !== account) throw resourceMissing('payout', id!);
    return shown(payout);
  }),
  operation(
    'GET',
    '/v1/payouts',
    z.strictObject({ created: z.strictObject({ gte: text(12) }), limit: text(3).optional() }),
    (state, { created }, _, account) => {
      const own = [...state.all('payout').values()].filter(
        (one) => one.account === account && (one.created as number) >= Number(created.gte),
      );
      return listOf('/v1/payouts', own.reverse().map(shown));
    },
  ),
];

const shown = ({ account: _, ...payout }: StripeObject): StripeObject => payout as StripeObject;

/** What the bank says some days later; a payout that was paid may fail too. */
export function decidePayout(state: StandInState, transferId: string, status: 'paid' | 'failed'): StripeObject {
  const payouts = [...state.all('payout').values()];
  const payout = payouts.find(({ metadata: kept }) => (kept as { transfer?: string }).transfer === transferId);
  if (!payout) throw new Error(`no payout of ${transferId}`);
  const failure = status === 'failed' ? { failure_code: 'account_closed' } : {};
  const decided = state.put({ ...payout, ...failure, status });
  state.tell(`payout.${status}`, shown(decided), payout.account as string);
  return decided;
}
