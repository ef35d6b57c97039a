import { proveBoosts, proveLots } from './hiring/connects/prove-connects.ts';
import { proveCommitments } from './hiring/offers/prove-commitments.ts';
import { proveBankDisputes } from './money/bank-disputes/prove-bank-disputes.ts';
import { proveEarnings } from './money/earnings/prove-earnings.ts';
import { proveCredit, proveInvoiceLines, proveInvoices } from './money/invoices/prove-invoices.ts';
import type { Proof } from './money/ledger/prove-ledger.ts';
import { provePayments } from './money/payments/prove-payments.ts';
import { provePayouts } from './money/payouts/prove-payouts.ts';
import { proveRefunds } from './money/refunds/prove-refunds.ts';
import { provePurchaseOrders } from './procurement/purchase-orders/prove-sums.ts';
import { proveMilestones } from './work/milestones/prove-milestones.ts';
import { proveTimesheets } from './work/timesheets/prove-timesheets.ts';

/** Besides the ledger itself: every slice whose states stand on accounts proves that they agree. */
export const proofs: readonly Proof[] = [
  proveEarnings,
  provePayments,
  proveRefunds,
  provePayouts,
  proveBankDisputes,
  proveInvoices,
  proveInvoiceLines,
  proveCredit,
  proveLots,
  proveBoosts,
  proveMilestones,
  proveTimesheets,
  provePurchaseOrders,
  proveCommitments,
];
