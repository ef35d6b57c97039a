import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** Money out, to a freelancer. Pure; pages load it too. */

export const payoutStates = ['requested', 'submitted', 'paid', 'failed', 'returned', 'cancelled'] as const;
export type PayoutState = (typeof payoutStates)[number];

export const payoutMoves = {
  /** The rail has taken it. By hand for a wire, once its file is at the bank. */
  submit: { by: ['processor', 'operator'], from: ['requested'], to: 'submitted' },
  pay: { by: ['processor', 'operator'], from: ['submitted'], to: 'paid' },
  /** Refused before it arrived: everything is available again. */
  fail: { by: ['processor', 'operator'], from: ['requested', 'submitted'], to: 'failed' },
  /** Arrived, or seemed to, and came back: everything is available again. */
  return: { by: ['processor', 'operator'], from: ['submitted', 'paid'], to: 'returned' },
  /** While no rail was asked. */
  cancel: { by: ['freelancer', 'operator'], from: ['requested'], to: 'cancelled' },
} as const satisfies MoveTable<PayoutState, string>;
export type PayoutMove = keyof typeof payoutMoves;

export const payoutCan = predicates<PayoutState, PayoutMove>(payoutMoves);

export const payoutFrequencies = ['manual', 'weekly', 'biweekly', 'monthly', 'quarterly'] as const;
export type PayoutFrequency = (typeof payoutFrequencies)[number];

export const wireBatchStates = ['prepared', 'sent', 'done', 'discarded'] as const;
export type WireBatchState = (typeof wireBatchStates)[number];

/** Wires of one currency and day, in one file for the bank. */
export const wireBatchMoves = {
  send: { by: ['operator'], from: ['prepared'], to: 'sent' },
  /** Its payouts wait for another file; for a file that the bank does not take. */
  discard: { by: ['operator'], from: ['prepared'], to: 'discarded' },
  /** With the bank's answer on its last payout. */
  finish: { by: ['operator'], from: ['sent'], to: 'done' },
} as const satisfies MoveTable<WireBatchState, string>;
export type WireBatchMove = keyof typeof wireBatchMoves;

export const wireBatchCan = predicates<WireBatchState, WireBatchMove>(wireBatchMoves);
