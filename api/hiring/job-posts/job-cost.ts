import { type Money, money } from '../../money/money.ts';
import type { JobDuration } from './job-post.ts';
import type { JobPostRecord } from './post-of-row.ts';

/** Weeks at most; more than six months is counted as a year. */
const weeksOf: Readonly<Record<JobDuration, number>> = {
  lessThan1Week: 1,
  lessThan1Month: 5,
  '1To3Months': 14,
  '3To6Months': 27,
  moreThan6Months: 52,
};

/** What a post may cost at most with everybody it wants; null where an hourly one does not say for how long. */
export function mostItCosts({
  budget,
  hires,
  weeklyHours,
  duration,
}: Pick<JobPostRecord, 'budget' | 'hires' | 'weeklyHours' | 'duration'>): Money | null {
  if (!budget) return null;
  if (budget.kind === 'fixed') return money(budget.amount.amountMinor * hires, budget.amount.currency);
  if (weeklyHours === null || duration === null) return null;
  return money(budget.max.amountMinor * weeklyHours * weeksOf[duration] * hires, budget.max.currency);
}
