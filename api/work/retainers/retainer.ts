import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A fixed sum each week or month, charged when a period starts and released when it ends. Pure. */

export const retainerStates = ['proposed', 'active', 'paused', 'stopping', 'ended', 'declined', 'withdrawn'] as const;
export type RetainerState = (typeof retainerStates)[number];

export const retainerMoves = {
  accept: { by: ['freelancer'], from: ['proposed'], to: 'active' },
  decline: { by: ['freelancer'], from: ['proposed'], to: 'declined' },
  withdraw: { by: ['member'], from: ['proposed'], to: 'withdrawn' },
  /** The next period could not be charged, or the contract rests. */
  pause: { by: ['processor', 'clock'], from: ['active'], to: 'paused', after: 'a charge failed or the contract rests' },
  resume: { by: ['member'], from: ['paused'], to: 'active' },
  /** What is charged already is still released at the end of its period. */
  stop: { by: ['member', 'freelancer'], from: ['active', 'paused'], to: 'stopping' },
  end: { by: ['clock'], from: ['stopping'], to: 'ended', after: 'the last period that was charged has ended' },
} as const satisfies MoveTable<RetainerState, string>;
export type RetainerMove = keyof typeof retainerMoves;

export const retainerCan = predicates<RetainerState, RetainerMove>(retainerMoves);

export const periodStates = ['charging', 'held', 'released', 'failed', 'refunded', 'frozen'] as const;
export type PeriodState = (typeof periodStates)[number];

export const periodMoves = {
  confirm: { by: ['processor'], from: ['charging'], to: 'held' },
  fail: { by: ['processor'], from: ['charging'], to: 'failed' },
  release: { by: ['clock'], from: ['held'], to: 'released', after: 'the period has ended' },
  giveBack: { by: ['freelancer'], from: ['held'], to: 'refunded' },
  failRefund: { by: ['processor'], from: ['refunded'], to: 'held' },
  /** The client’s bank questions the payment. */
  freeze: { by: ['processor'], from: ['held'], to: 'frozen' },
  unfreeze: { by: ['processor'], from: ['frozen'], to: 'held' },
  loseToBank: { by: ['processor'], from: ['frozen'], to: 'refunded' },
} as const satisfies MoveTable<PeriodState, string>;
export type PeriodMove = keyof typeof periodMoves;

export const retainerSpans = ['week', 'month'] as const;
export type RetainerSpan = (typeof retainerSpans)[number];
export const retainerNoteMaxLength = 1_000;

/**
 * Where a period ends. Weeks and months are UTC’s, from the instant of the first; a month that lacks the day ends on
 * its last, and the one after on the day again.
 * @param count of periods from the first start
 */
export function periodEnd(firstStartMs: number, span: RetainerSpan, count: number): number {
  const start = Temporal.Instant.fromEpochMilliseconds(firstStartMs).toZonedDateTimeISO('UTC');
  return start.add(span === 'week' ? { weeks: count } : { months: count }).epochMilliseconds;
}
