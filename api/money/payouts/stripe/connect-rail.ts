import type { Clock } from '../../../platform/clock/clock.ts';
import { createStripeClient, type StripeSettings } from '../../payments/stripe/stripe-client.ts';
import type { PayoutRail } from '../../payout-methods/payout-rail.ts';
import { connectAccounts } from './connect-accounts.ts';
import { connectPayouts } from './connect-payouts.ts';

/** Direct deposit through Stripe Connect. Bank details are typed in at Stripe's pages and never come here. */
export function createConnectRail(settings: StripeSettings, clock: Clock): PayoutRail {
  const deps = { client: createStripeClient(settings), clock };
  return {
    name: 'stripe',
    isSandbox: isTestKey(settings.secretKey),
    idPrefix: 'tr_',
    accounts: [],
    hosted: connectAccounts(deps),
    ...connectPayouts(deps),
  };
}

/** As Stripe names its keys: one of test mode moves no money. */
export function isTestKey(secretKey: string): boolean {
  return /^[sr]k_test_/.test(secretKey);
}
