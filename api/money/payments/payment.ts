import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Money in. Pure. A payment is open until the processor has decided, and is then settled for good. */

export const paymentStates = ['pending', 'actionNeeded', 'posted', 'voided'] as const;
export type PaymentState = (typeof paymentStates)[number];
/** Not settled yet. */
export const openPaymentStates = ['pending', 'actionNeeded'] as const satisfies PaymentState[];

export const paymentMoves = {
  post: { by: ['processor'], from: ['pending', 'actionNeeded'], to: 'posted' },
  void: { by: ['processor'], from: ['pending', 'actionNeeded'], to: 'voided' },
  /** The bank wants to hear from whoever pays. */
  askToConfirm: { by: ['processor'], from: ['pending'], to: 'actionNeeded' },
  /** They answered, and the processor is asked again. */
  answer: { by: ['member', 'freelancer', 'processor'], from: ['actionNeeded'], to: 'pending' },
  giveUp: { by: ['member', 'freelancer'], from: ['actionNeeded'], to: 'voided' },
  expire: { by: ['clock'], from: ['actionNeeded'], to: 'voided', after: 'confirmHours of the payments policy' },
} as const satisfies MoveTable<PaymentState, string>;
export type PaymentMove = keyof typeof paymentMoves;

export const paymentCan = predicates<PaymentState, PaymentMove>(paymentMoves);

/** What a tenant pays for; who hears of its end is found by this name. */
export const clientPurposes = [
  'milestoneFunding',
  'milestoneExtra',
  'weeklyTime',
  'retainer',
  'bonus',
  'prefund',
  'invoice',
  'subscription',
] as const;
export type ClientPurpose = (typeof clientPurposes)[number];

/** What a payment is taken from: a saved card or bank account, the prefunded balance, or the credit line. */
export type FundingSource = { kind: 'method'; methodId: string } | { kind: 'balance' } | { kind: 'credit' };
export const sourceKinds = ['method', 'balance', 'credit'] as const;
export type SourceKind = (typeof sourceKinds)[number];
