import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { believed, type StripeDeps } from '../../payments/stripe/stripe-client.ts';
import type { HostedAccount, HostedAccounts } from '../../payout-methods/payout-rail.ts';

/** Express accounts: who they are and where their money goes they tell Stripe, at its own pages. */
export function connectAccounts({ client }: StripeDeps): HostedAccounts {
  return {
    async open({ idempotencyKey, freelancerId, country, currency }) {
      const params: Stripe.AccountCreateParams = {
        type: 'express',
        country,
        default_currency: currency.toLowerCase(),
        business_type: 'individual',
        capabilities: { transfers: { requested: true } },
        // By hand: each of our payouts is one of theirs, so that what becomes of it can be told.
        settings: { payouts: { schedule: { interval: 'manual' } } },
        metadata: { freelancer: freelancerId },
      };
      const { id } = accountOf(await client.accounts.create(params, { idempotencyKey: `account ${idempotencyKey}` }));
      return { token: id };
    },
    async link(account, { returnUrl, refreshUrl }) {
      const params = { account, return_url: returnUrl, refresh_url: refreshUrl, type: 'account_onboarding' } as const;
      // Good once: a repeat shall give another.
      const link = await client.accountLinks.create(params, { idempotencyKey: `link ${randomUUID()}` });
      if (link.object !== 'account_link' || !URL.canParse(link.url))
        throw new Error(`Stripe answered with something else than an account_link: ${String(link.object)}`);
      return { url: link.url, expiresAtMs: link.expires_at * 1000 };
    },
    lookUp: async (token) => presented(accountOf(await client.accounts.retrieve(token))),
  };
}

const accountOf = (answer: Stripe.Account) => believed(answer, 'account', 'acct');

function presented(account: Stripe.Account): HostedAccount {
  const banks = account.external_accounts?.data ?? [];
  const bank = banks.find((one) => one.default_for_currency) ?? banks[0];
  const { first_name: first, last_name: last } = account.individual ?? {};
  const person = [first, last].filter(Boolean).join(' ');
  const holder = bank?.object === 'bank_account' ? bank.account_holder_name : bank?.name;
  return {
    token: account.id,
    state: stateOf(account),
    holderName: holder || person || null,
    label: bank
      ? `${bank.object === 'bank_account' ? (bank.bank_name ?? '') : bank.brand} •••• ${bank.last4}`.trim()
      : null,
  };
}

/** What Stripe only looks at for now: nothing that its owner could do, and nothing that is wrong. */
const underReview = ['requirements.pending_verification', 'under_review'];

function stateOf({
  payouts_enabled,
  capabilities,
  requirements,
  details_submitted,
}: Stripe.Account): HostedAccount['state'] {
  if (payouts_enabled && capabilities?.transfers === 'active') return 'ready';
  const reason = requirements?.disabled_reason;
  if (!reason || underReview.includes(reason)) return 'settingUp';
  return details_submitted || reason.startsWith('rejected.') ? 'restricted' : 'settingUp';
}
