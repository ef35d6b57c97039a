/** Money that moved for somebody, as a person reads it. Pure. */

export const transactionTypes = [
  'milestoneFunding',
  'milestoneExtra',
  'weeklyTime',
  'retainer',
  'bonus',
  'topUp',
  'invoicePayment',
  'connects',
  'subscription',
  'refund',
  'earning',
  'earningReturned',
  'payout',
] as const;
export type TransactionType = (typeof transactionTypes)[number];

/** What a client's purposes are called here. */
export const typeOfPurpose: Readonly<Record<string, TransactionType>> = {
  milestoneFunding: 'milestoneFunding',
  milestoneExtra: 'milestoneExtra',
  weeklyTime: 'weeklyTime',
  retainer: 'retainer',
  bonus: 'bonus',
  prefund: 'topUp',
  invoice: 'invoicePayment',
  connectsPurchase: 'connects',
  subscription: 'subscription',
};
