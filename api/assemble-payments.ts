import type { OpenAPIHono } from '@hono/zod-openapi';
import { milestonesPurposes } from './assemble-milestones.ts';
import { readPayees } from './assemble-payouts.ts';
import type { Deps } from './deps.ts';
import { connectsPurchase, connectsPurpose } from './hiring/connects/buy-connects.ts';
import { bankDisputeRoutes } from './money/bank-disputes/routes.ts';
import { paymentRoutes } from './money/billing/payment-routes.ts';
import { prefund, prefundPurpose } from './money/billing/prefund.ts';
import { billingRoutes } from './money/billing/routes.ts';
import { invoicePurpose, invoicePurposeName } from './money/invoices/pay-invoice.ts';
import { watchSetups } from './money/payment-methods/finish-setup.ts';
import { methodRoutes } from './money/payment-methods/routes.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import { watchPayments } from './money/payments/watch-payments.ts';
import { processorEventRoutes } from './money/processor-events/routes.ts';
import { watchEvents } from './money/processor-events/take-event.ts';
import { paymentTakers } from './money/processor-events/take-payment-news.ts';
import { payoutTakers } from './money/processor-events/take-payout-news.ts';
import { watchRefunds } from './money/refunds/settle-refund.ts';
import { subscriptionPurpose } from './money/subscriptions/charge-subscription.ts';
import { subscriptionRoutes } from './money/subscriptions/routes.ts';
import { subscriptionPurposeOf } from './money/subscriptions/subscription-purpose.ts';
import { watchSubscriptions } from './money/subscriptions/watch-subscriptions.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { withCommitments } from './work/milestones/book-commitment.ts';
import { withEarningRefunds } from './work/refunds/refund-clock.ts';
import { weeklyTime, weeklyTimePurpose } from './work/timesheets/weekly-time-purpose.ts';

export type PaymentsDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Money in: what every wing pays through, the routes, and what clock and events start. */
export type Payments = { purposes: PaymentPurposes; routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

/** What each kind of payment does at its end, whichever wing it belongs to. */
function paymentPurposes(deps: PaymentsDeps): PaymentPurposes {
  return {
    [connectsPurchase]: connectsPurpose(deps),
    [prefund]: prefundPurpose(deps),
    [invoicePurposeName]: invoicePurpose(deps),
    [subscriptionPurpose]: subscriptionPurposeOf(deps),
    ...contractPurposes(deps),
  };
}

/** What a contract is charged for, and who else hears how that ends. */
export function contractPurposes(deps: Deps): PaymentPurposes {
  const paid = { ...milestonesPurposes(deps), [weeklyTimePurpose]: weeklyTime(deps, () => purposes) };
  const purposes: PaymentPurposes = withCommitments(deps, withEarningRefunds(deps, paid));
  return purposes;
}

export function assemblePayments(deps: PaymentsDeps): Payments {
  const purposes = paymentPurposes(deps);
  const payments = { ...deps, purposes };
  const events = { ...payments, takers: { ...paymentTakers(payments), ...payoutTakers({ ...deps, readPayees }) } };
  return {
    purposes,
    routes: [
      billingRoutes(payments),
      methodRoutes(payments),
      paymentRoutes(payments),
      bankDisputeRoutes(payments),
      processorEventRoutes(events),
      subscriptionRoutes(payments),
    ],
    watch() {
      watchPayments(payments);
      watchRefunds(payments);
      watchSetups(payments);
      watchEvents(events);
      watchSubscriptions(payments);
    },
  };
}
