import type { Executor } from '../../platform/database/database.ts';
import type { AccountRef } from '../ledger/ledger.ts';
import type { Money } from '../money.ts';
import type { PaymentRow } from './table.ts';

/** A bank's demand for a payment, as the purpose of the payment needs to know it. */
export type PaymentDispute = { id: string; amount: Money; reason: string };

/**
 * What a payment was for hears of its end in the transaction that books it; handed in at assembly, as it lives in a
 * higher wing. `isLate`: whoever paid is no longer waiting for the answer.
 */
export type PaymentPurpose = {
  description: string;
  /** Also for what the balance or the credit line pays: then within recordClientPayment, before it returns. */
  posted(trx: Executor, payment: PaymentRow, isLate: boolean): Promise<void>;
  voided(trx: Executor, payment: PaymentRow, isLate: boolean): Promise<void>;
  /**
   * A bank took the payment back for now: pause what it pays for.
   * @returns accounts where its money may have gone since, besides those it was paid into: a remainder's escrow
   */
  disputed?(trx: Executor, payment: PaymentRow, dispute: PaymentDispute): Promise<readonly AccountRef[]>;
  /** Won: everything is back where it was. Lost: it is gone. */
  disputeEnded?(trx: Executor, payment: PaymentRow, dispute: PaymentDispute, outcome: 'won' | 'lost'): Promise<void>;
  /** What was asked back is with its payer again, or the processor would not give it: then it is where it was. */
  refundEnded?(
    trx: Executor,
    payment: PaymentRow,
    refund: { id: string; amount: Money },
    outcome: 'posted' | 'voided',
  ): Promise<void>;
};
export type PaymentPurposes = Readonly<Record<string, PaymentPurpose>>;

/** News for invoices and reports; a listener reads the payment or the refund by its id. */
export type PaymentNews = { paymentId: string; contractId: string | null; purpose: string };
declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    paymentPosted: PaymentNews;
    paymentRefunded: PaymentNews & { refundId: string };
  }
}
