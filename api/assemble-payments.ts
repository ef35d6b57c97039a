import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deps } from './deps.ts';
import { connectsPurchase, connectsPurpose } from './hiring/connects/buy-connects.ts';
import { invoicePurpose, invoicePurposeName } from './money/invoices/pay-invoice.ts';
import type { PaymentPurposes } from './money/payments/purpose.ts';
import { watchPayments } from './money/payments/watch-payments.ts';
import { watchRefunds } from './money/refunds/settle-refund.ts';
import type { Identity } from './platform/auth/identity.ts';
import type { HttpEnv } from './platform/http/environment.ts';
import { milestonePurposes } from './work/milestones/payment-purposes.ts';

export type PaymentsDeps = Deps & Pick<Identity, 'authority' | 'directory' | 'site'>;

/** Money in: what every wing pays through, the routes, and what clock and events start. */
export type Payments = { purposes: PaymentPurposes; routes: readonly OpenAPIHono<HttpEnv>[]; watch(): void };

/** What each kind of payment does at its end, whichever wing it belongs to. */
function paymentPurposes(deps: PaymentsDeps): PaymentPurposes {
  return {
    [connectsPurchase]: connectsPurpose(deps),
    [invoicePurposeName]: invoicePurpose(deps),
    ...milestonePurposes(deps),
  };
}

export function assemblePayments(deps: PaymentsDeps): Payments {
  const purposes = paymentPurposes(deps);
  const payments = { ...deps, purposes };
  return {
    purposes,
    routes: [],
    watch() {
      watchPayments(payments);
      watchRefunds(payments);
    },
  };
}
