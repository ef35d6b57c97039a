import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** A plan that a tenant pays for, period by period and in advance. Pure. */

export const subscriptionStates = ['pending', 'active', 'pastDue', 'ended'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

export const subscriptionMoves = {
  activate: { by: ['processor'], from: ['pending'], to: 'active' },
  /** The first payment was declined or given up. */
  fail: { by: ['processor', 'clock'], from: ['pending'], to: 'ended', after: 'nobody confirmed the payment' },
  renew: { by: ['processor'], from: ['active', 'pastDue'], to: 'active' },
  /** A renewal was declined: the plan goes on while it is tried again. */
  fallBehind: { by: ['processor'], from: ['active', 'pastDue'], to: 'pastDue' },
  end: {
    by: ['clock'],
    from: ['active', 'pastDue'],
    to: 'ended',
    after: 'the period after a cancellation, or the days of grace',
  },
} as const satisfies MoveTable<SubscriptionState, string>;
export type SubscriptionMove = keyof typeof subscriptionMoves;

export const subscriptionCan = predicates<SubscriptionState, SubscriptionMove>(subscriptionMoves);

/** It opens what its plan includes. */
export const openingStates = ['active', 'pastDue'] as const satisfies SubscriptionState[];
/** One of these for each tenant at most. */
export const livingStates = ['pending', 'active', 'pastDue'] as const satisfies SubscriptionState[];

export const intervals = ['month', 'year'] as const;
export type Interval = (typeof intervals)[number];

/** So many months after the first day: the 31st comes back after a shorter month. */
export function periodEnd(anchorMs: number, months: number): number {
  const at = new Date(anchorMs);
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const daysIn = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + (Math.min(at.getUTCDate(), daysIn) - 1) * dayMs + (anchorMs % dayMs);
}

export const monthsOf = { month: 1, year: 12 } as const satisfies Record<Interval, number>;
export const dayMs = 86_400_000;
