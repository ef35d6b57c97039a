import { isoInstant } from '../../platform/clock/clock.ts';

/** When a sum of money will be used up at the rate of the last weeks: a straight line. Pure. */

export type Spent = { amountMinor: number; firstAtMs: number };
export type ForecastFacts = {
  perDayMinor: number;
  /** How many days the rate was measured over. */
  sinceDays: number;
  /** `2027-03-01`; null when nothing was spent, or not within a hundred years. */
  exhaustedOn: string | null;
};

const dayMs = 86_400_000;
const daysMax = 36_500;

/**
 * @param leftMinor not spent yet
 * @param spent since the window of `runRateDays` began, or undefined
 */
export function forecastOf(
  leftMinor: number,
  spent: Spent | undefined,
  { runRateDays, nowMs }: { runRateDays: number; nowMs: number },
): ForecastFacts {
  if (!spent || spent.amountMinor <= 0) return { perDayMinor: 0, sinceDays: runRateDays, exhaustedOn: null };
  const sinceDays = Math.min(runRateDays, Math.max(1, Math.ceil((nowMs - spent.firstAtMs) / dayMs)));
  const perDayMinor = Math.round(spent.amountMinor / sinceDays);
  const days = leftMinor <= 0 ? 0 : Math.ceil((leftMinor * sinceDays) / spent.amountMinor);
  if (days > daysMax) return { perDayMinor, sinceDays, exhaustedOn: null };
  return { perDayMinor, sinceDays, exhaustedOn: isoInstant(nowMs + days * dayMs).slice(0, 10) };
}
