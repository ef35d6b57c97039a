import type { Clock } from '../../../platform/clock/clock.ts';
import type { PaymentProcessor } from '../processor.ts';
import { stripeDisputes } from './disputes.ts';
import { stripeMethods } from './methods.ts';
import { stripeCharges } from './payment-intents.ts';
import { readStripeEvent } from './read-event.ts';
import { stripeRefunds } from './refunds.ts';
import { createStripeClient, disputePrefixes, refundPrefixes, type StripeSettings } from './stripe-client.ts';

/** Real money, through Stripe's official client. Card and account numbers go to Stripe's own frame and never come here. */
export function createStripeProcessor(settings: StripeSettings, clock: Clock): PaymentProcessor {
  const deps = { client: createStripeClient(settings), clock };
  return {
    name: 'stripe',
    isSandbox: false,
    idPrefix: 'pi_',
    refundIdPrefixes: refundPrefixes.map((prefix) => `${prefix}_`),
    disputeIdPrefixes: disputePrefixes.map((prefix) => `${prefix}_`),
    cards: [],
    publishableKey: settings.publishableKey,
    ...stripeCharges(deps),
    ...stripeMethods(deps),
    ...stripeRefunds(deps),
    ...stripeDisputes(deps),
    readEvent: (rawBody, signature) => readStripeEvent(rawBody, signature, settings.webhookSecrets, clock.now()),
  };
}
