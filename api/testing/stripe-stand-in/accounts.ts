import { z } from '../../platform/http/routes.ts';
import { invalidRequest, type StripeObject } from './objects.ts';
import { operation } from './operation.ts';
import { currency, idOf, metadata, onlyExpand } from './params.ts';
import type { StandInState } from './state.ts';

const created = z.strictObject({
  type: z.literal('express'),
  country: z.string().regex(/^[A-Z]{2}$/),
  default_currency: currency,
  business_type: z.enum(['individual', 'company']),
  capabilities: z.strictObject({ transfers: z.strictObject({ requested: z.literal('true') }) }),
  settings: z.strictObject({
    payouts: z.strictObject({ schedule: z.strictObject({ interval: z.enum(['manual', 'daily']) }) }),
  }),
  metadata,
});

const link = z.strictObject({
  account: idOf('acct'),
  return_url: z.url(),
  refresh_url: z.url(),
  type: z.literal('account_onboarding'),
});

export const accountOperations = [
  operation('POST', '/v1/accounts', created, (state, { capabilities: _, ...params }) =>
    state.put({
      id: state.newId('acct'),
      object: 'account',
      created: state.seconds(),
      ...params,
      capabilities: { transfers: 'inactive' },
      details_submitted: false,
      charges_enabled: false,
      payouts_enabled: false,
      external_accounts: { object: 'list', data: [], has_more: false, url: '/v1/accounts/external_accounts' },
      requirements: { disabled_reason: 'requirements.past_due', currently_due: ['external_account'] },
    }),
  ),
  operation('GET', '/v1/accounts/:id', onlyExpand, (state, _, { id }) => state.get('account', id!)),
  operation('POST', '/v1/account_links', link, (state, { account, return_url: back }) => {
    state.get('account', account);
    // Real links go back to HTTPS only, except in test mode to this machine.
    if (!back.startsWith('https:') && new URL(back).hostname !== 'localhost')
      throw invalidRequest('url_invalid', 'Livemode requests must always be redirected via HTTPS.', 'return_url');
    const [now, id] = [state.seconds(), state.newId('alink')];
    return {
      object: 'account_link',
      created: now,
      expires_at: now + 300,
      url: `https://connect.stripe.test/setup/${id}`,
    };
  }),
];

/** What somebody does at Stripe's page; told as account.updated. */
export function finishOnboarding(state: StandInState, id: string, holderName: string): StripeObject {
  const bank = {
    id: state.newId('ba'),
    object: 'bank_account',
    account_holder_name: holderName,
    bank_name: 'STRIPE TEST BANK',
    last4: '6789',
    default_for_currency: true,
  };
  const account = state.get('account', id);
  return changed(state, {
    ...account,
    details_submitted: true,
    payouts_enabled: true,
    capabilities: { transfers: 'active' },
    external_accounts: { ...(account.external_accounts as object), data: [bank] },
    requirements: { disabled_reason: null, currently_due: [] },
  });
}

export function restrictAccount(state: StandInState, id: string): StripeObject {
  const requirements = { disabled_reason: 'rejected.fraud', currently_due: [] };
  return changed(state, { ...state.get('account', id), payouts_enabled: false, requirements });
}

function changed(state: StandInState, account: StripeObject): StripeObject {
  state.put(account);
  state.tell('account.updated', account, account.id);
  return account;
}
