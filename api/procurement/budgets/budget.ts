import { fractionOf } from '../../money/money.ts';

/** What a cost center may spend in a time, and what of it is gone. Pure. */

export const budgetPeriods = ['month', 'quarter', 'year'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

const monthsOf = { month: 1, quarter: 3, year: 12 } as const satisfies Record<BudgetPeriod, number>;
const dayMs = 86_400_000;
/** ISO 4217 for no currency: shares of any. */
const none = 'XXX';

export type Span = { startsAtMs: number; endsAtMs: number };

/** From the first of a month, UTC: a company’s year may begin in any. */
export function spanOf(period: BudgetPeriod, startsOn: string): Span {
  const [year, month] = startsOn.split('-').map(Number) as [number, number];
  return {
    startsAtMs: Date.UTC(year, month - 1, 1),
    endsAtMs: Date.UTC(year, month - 1 + monthsOf[period], 1),
  };
}

export type Open = { openMinor: number; fromAtMs: number | null; untilAtMs: number | null };

/**
 * What of something still to be charged falls into a time: in a straight line from now, or from its start, to its end.
 * Without an end all of it counts now. The parts of times that follow each other sum to the whole.
 */
export function partIn(
  { openMinor, fromAtMs, untilAtMs }: Open,
  { startsAtMs, endsAtMs }: Span,
  nowMs: number,
): number {
  const from = Math.max(nowMs, fromAtMs ?? nowMs);
  const until = Math.max(from + dayMs, untilAtMs ?? from + dayMs);
  const upTo = (ms: number) => {
    const share = Math.min(Math.max(ms - from, 0), until - from);
    return fractionOf({ amountMinor: openMinor, currency: none }, share, until - from).amountMinor;
  };
  return upTo(endsAtMs) - upTo(startsAtMs);
}

/**
 * What it will have come to at the end: what is charged, and the larger of what is committed and what the rate so far
 * would still bring.
 */
export function forecastAt(
  { actualMinor, committedMinor }: { actualMinor: number; committedMinor: number },
  { startsAtMs, endsAtMs }: Span,
  nowMs: number,
): number {
  if (nowMs >= endsAtMs) return actualMinor;
  const elapsed = nowMs - startsAtMs;
  if (elapsed < dayMs || actualMinor <= 0) return actualMinor + committedMinor;
  const rest = fractionOf({ amountMinor: actualMinor, currency: none }, endsAtMs - nowMs, elapsed).amountMinor;
  return actualMinor + Math.max(committedMinor, rest);
}
