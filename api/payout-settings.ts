import type { StripeSettings } from './money/payments/stripe/stripe-client.ts';
import { compactAccount, isBic, isIban } from './money/payout-methods/bank-account.ts';
import type { WireDebtor } from './money/payout-methods/payout-rail.ts';
import type { PaypalSettings } from './money/payouts/paypal/paypal-client.ts';
import { paypalLive, paypalSandbox } from './money/payouts/paypal/paypal-rail.ts';
import { isTestKey } from './money/payouts/stripe/connect-rail.ts';
import { SettingsRefused } from './settings-refused.ts';

export type PayoutSettings = { paypal?: PaypalSettings; wireDebtor?: WireDebtor };

/**
 * Money that came in for test is never paid out for real, nor the other way round.
 * @throws SettingsRefused
 */
export function payoutsOf(
  environment: NodeJS.ProcessEnv,
  payments: 'sandbox' | StripeSettings,
  isProduction: boolean,
): PayoutSettings {
  const paypal = paypalOf(environment, isProduction);
  const wireDebtor = wireDebtorOf(environment);
  const test =
    payments === 'sandbox' ? 'the sandbox' : isTestKey(payments.secretKey) ? 'Stripe’s test mode' : undefined;
  if (test && paypal?.address === paypalLive)
    throw new SettingsRefused(
      `Payments come from ${test}, and PayPal would pay out real money for them; set PAYPAL_API=${paypalSandbox} with keys of its sandbox, or take PAYPAL_CLIENT_ID away.`,
    );
  if (test && wireDebtor)
    throw new SettingsRefused(
      `Payments come from ${test}, and WIRE_DEBTOR_IBAN names a bank account that would pay out real money for them; take the WIRE_DEBTOR_ settings away.`,
    );
  if (!test && paypal && paypal.address !== paypalLive)
    throw new SettingsRefused(
      `Payments are real money, and PAYPAL_API=${paypal.address} would pay none out for them; set PAYPAL_API=${paypalLive}, or take PAYPAL_CLIENT_ID away.`,
    );
  return { ...(paypal && { paypal }), ...(wireDebtor && { wireDebtor }) };
}

function paypalOf(environment: NodeJS.ProcessEnv, isProduction: boolean): PaypalSettings | undefined {
  const { PAYPAL_CLIENT_ID: clientId, PAYPAL_CLIENT_SECRET: clientSecret } = environment;
  if (!clientId && !clientSecret) return undefined;
  if (!clientId || !clientSecret)
    throw new SettingsRefused(
      `PAYPAL_${clientId ? 'CLIENT_ID' : 'CLIENT_SECRET'} is set and PAYPAL_${clientId ? 'CLIENT_SECRET' : 'CLIENT_ID'} is not; PayPal needs both. Copy them from its developer dashboard.`,
    );
  const address = environment.PAYPAL_API ?? (isProduction ? paypalLive : paypalSandbox);
  const url = URL.canParse(address) ? new URL(address) : undefined;
  // The client's secret is sent there.
  if (url?.protocol !== 'https:' || url.origin !== address)
    throw new SettingsRefused(`PAYPAL_API=${address} is no HTTPS address; use ${paypalLive} or ${paypalSandbox}.`);
  return { clientId, clientSecret, address };
}

function wireDebtorOf(environment: NodeJS.ProcessEnv): WireDebtor | undefined {
  const { WIRE_DEBTOR_NAME: name, WIRE_DEBTOR_IBAN: givenIban, WIRE_DEBTOR_BIC: givenBic } = environment;
  if (!name && !givenIban && !givenBic) return undefined;
  const missing = Object.entries({ NAME: name, IBAN: givenIban, BIC: givenBic }).find(([, value]) => !value);
  if (!name || !givenIban || !givenBic)
    throw new SettingsRefused(
      `WIRE_DEBTOR_${missing![0]} is not set; wires need WIRE_DEBTOR_NAME, WIRE_DEBTOR_IBAN and WIRE_DEBTOR_BIC of the account that pays.`,
    );
  const [iban, bic] = [compactAccount(givenIban), compactAccount(givenBic)];
  if (!isIban(iban) || !isBic(bic))
    throw new SettingsRefused(
      `WIRE_DEBTOR_${isIban(iban) ? 'BIC' : 'IBAN'} is not what a bank would take; copy it from the bank once more.`,
    );
  return { name, iban, bic, country: iban.slice(0, 2) };
}
