import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** What a company has ordered and may spend with it. Pure. */

export const purchaseOrderStates = ['draft', 'open', 'exhausted', 'expired', 'closed'] as const;
export type PurchaseOrderState = (typeof purchaseOrderStates)[number];

export const purchaseOrderMoves = {
  open: { by: ['member'], from: ['draft'], to: 'open' },
  close: { by: ['member'], from: ['draft', 'open', 'exhausted', 'expired'], to: 'closed' },
  /** With a reason, and with a last day that has not passed. */
  reopen: { by: ['member'], from: ['closed', 'expired'], to: 'open' },
  exhaust: { by: ['member', 'clock', 'processor'], from: ['open'], to: 'exhausted', after: 'all of it was charged' },
  /** Money came back, or its amount was raised. */
  refill: {
    by: ['member', 'freelancer', 'clock', 'processor', 'operator'],
    from: ['exhausted'],
    to: 'open',
    after: 'a refund came back',
  },
  expire: { by: ['clock'], from: ['open', 'exhausted'], to: 'expired', after: 'its last day has passed' },
} as const satisfies MoveTable<PurchaseOrderState, string>;
export type PurchaseOrderMove = keyof typeof purchaseOrderMoves;

export const purchaseOrderCan = predicates<PurchaseOrderState, PurchaseOrderMove>(purchaseOrderMoves);

/** What happens to an offer that would take more than is left. */
export const overruns = ['refused', 'byApproval'] as const;
export type Overrun = (typeof overruns)[number];

/** Where money of a purchase order is bound or went. */
export const commitmentParts = ['openOffers', 'fixedRest', 'weeklyExposure'] as const;
export type CommitmentPart = (typeof commitmentParts)[number];

export const thresholdsMax = 5;
export const numberMaxLength = 60;

const dayMs = 86_400_000;

/** The first instant after its last day, UTC. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + dayMs;
}

const weekMs = 7 * dayMs;
/** 5 January 1970 was a Monday; a week is charged Monday 12:00 UTC after it. */
const firstMondayMs = 4 * dayMs;
const chargedAfterMs = weekMs + dayMs / 2;
const weekOf = (ms: number) => Math.floor((ms - firstMondayMs) / weekMs);

/**
 * Weeks of hourly work whose charge is still to come: from the week that it starts in, or the first that is not charged
 * yet, through the week that it ends in.
 */
export function weeksLeft({ startsAtMs, endsAtMs }: { startsAtMs: number; endsAtMs: number }, nowMs: number): number {
  const firstNotCharged = weekOf(nowMs - chargedAfterMs) + 1;
  const first = Math.max(weekOf(startsAtMs), firstNotCharged);
  return Math.max(0, weekOf(endsAtMs - 1) - first + 1);
}

/** When the next week of hourly work stops being ahead: the Monday noon at which it is charged. */
export function nextChargeOf(nowMs: number): number {
  return (weekOf(nowMs - chargedAfterMs) + 1) * weekMs + firstMondayMs + chargedAfterMs;
}

export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
