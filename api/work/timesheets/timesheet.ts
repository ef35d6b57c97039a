import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** One week of one hourly contract. Weeks are UTC and never reopen: what was wrong is put right by an adjustment. Pure. */

export const timesheetStates = [
  'open',
  'freelancerReview',
  'clientReview',
  'accepted',
  'disputed',
  'security',
  'available',
  'unbilled',
  'refunded',
] as const;
export type TimesheetState = (typeof timesheetStates)[number];

export const timesheetMoves = {
  close: { by: ['clock'], from: ['open'], to: 'freelancerReview', after: 'the week is over, Monday 00:00 UTC' },
  submit: {
    by: ['clock'],
    from: ['freelancerReview'],
    to: 'clientReview',
    after: 'the freelancer’s review is over, Monday 12:00 UTC; the week is charged',
  },
  dismiss: { by: ['clock'], from: ['freelancerReview'], to: 'unbilled', after: 'nothing of it is billed' },
  accept: {
    by: ['member', 'clock'],
    from: ['clientReview'],
    to: 'accepted',
    after: 'the client’s review is over, Friday 23:59 UTC',
  },
  dispute: { by: ['member'], from: ['clientReview'], to: 'disputed' },
  /** The client withdraws, the freelancer concedes, or the operator decides. */
  resolve: { by: ['member', 'freelancer', 'operator'], from: ['disputed'], to: 'accepted' },
  /** As soon as it is both accepted and paid. */
  earn: {
    by: ['member', 'freelancer', 'operator', 'processor', 'clock'],
    from: ['accepted'],
    to: 'security',
    after: 'its payment has arrived',
  },
  settle: { by: ['clock'], from: ['security'], to: 'available', after: 'the security period has passed' },
  /** A bank took all of it back before it was earned. */
  loseToBank: {
    by: ['processor', 'clock'],
    from: ['clientReview', 'accepted', 'disputed'],
    to: 'refunded',
    after: 'the bank has decided',
  },
  /** Nothing of it was left to earn. */
  refund: { by: ['freelancer', 'operator', 'clock'], from: ['accepted'], to: 'refunded', after: 'it was paid' },
} as const satisfies MoveTable<TimesheetState, string>;
export type TimesheetMove = keyof typeof timesheetMoves;

export const timesheetCan = predicates<TimesheetState, TimesheetMove>(timesheetMoves);

/** Time may still be written in these. */
export const writableStates = ['open', 'freelancerReview'] as const satisfies TimesheetState[];
export const isWritable = ({ state }: { state: TimesheetState }) =>
  (writableStates as readonly TimesheetState[]).includes(state);

/** How the week's charge stands. `none`: not yet due, or nothing to pay. */
export const chargeStates = ['none', 'pending', 'declined', 'paid'] as const;
export type ChargeState = (typeof chargeStates)[number];

export const adjustmentKinds = ['givenBack', 'added'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];
export const adjustmentStates = ['pending', 'done', 'declined'] as const;
export type AdjustmentState = (typeof adjustmentStates)[number];

export const timeReasonMaxLength = 1000;
