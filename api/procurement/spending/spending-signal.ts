import type { Money } from '../../money/money.ts';

/** What about an expense a rule may ask an approver about. Pure. */
export const spendingSignalKinds = ['overPurchaseOrder', 'overBudget', 'rateAboveCard'] as const;
export type SpendingSignalKind = (typeof spendingSignalKinds)[number];

export type SpendingSignal = {
  kind: SpendingSignalKind;
  /** By how much. */
  by: Money;
  /** The purchase order's number, the cost center's code or the rate card's title. */
  of: string;
};
