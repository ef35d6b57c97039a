import { isKnownCurrency } from '../../money/currencies.ts';
import { currencyDecimals, formatMoney, type Money } from '../../money/money.ts';
import type { Refusals } from '../../talent/freelancers/refusals.ts';
import type { Budget } from './budget.ts';
import type { JobPostsPolicy } from './policy.ts';

/** A budget within the policy; each thing that is wrong by its own name. */
export function acceptBudget(budget: Budget | null, policy: JobPostsPolicy, refusals: Refusals): Budget | null {
  if (!budget) return null;
  if (budget.kind === 'fixed') {
    const { fixedMin, fixedMax } = policy;
    acceptAmount(
      '/budget/amount',
      budget.amount,
      { min: fixedMin, max: fixedMax, code: 'budget_out_of_range' },
      refusals,
    );
    return budget;
  }
  const { hourlyMin, hourlyMax } = policy;
  const range = { min: hourlyMin, max: hourlyMax, code: 'rate_out_of_range' };
  acceptAmount('/budget/min', budget.min, range, refusals);
  acceptAmount('/budget/max', budget.max, range, refusals);
  if (budget.min.currency !== budget.max.currency) {
    refusals.add('/budget/max/currency', 'currency_mixed', 'Both ends of an hourly range are in one currency.');
  } else if (budget.min.amountMinor > budget.max.amountMinor) {
    refusals.add('/budget/min/amountMinor', 'rate_range_reversed', 'An hourly range begins with its lower end.');
  }
  return budget;
}

function acceptAmount(
  pointer: string,
  { amountMinor, currency }: Money,
  { min, max, code }: { min: number; max: number; code: string },
  refusals: Refusals,
): void {
  if (!isKnownCurrency(currency)) {
    refusals.add(`${pointer}/currency`, 'currency_not_accepted', 'This is no ISO 4217 currency in use.');
    return;
  }
  const [minMinor, maxMinor] = [min, max].map((units) => Math.round(units * 10 ** currencyDecimals(currency)));
  if (amountMinor >= minMinor! && amountMinor <= maxMinor!) return;
  const [least, most] = [minMinor!, maxMinor!].map((minor) => formatMoney({ amountMinor: minor, currency }, 'en'));
  refusals.add(`${pointer}/amountMinor`, code, `This amount lies between ${least} and ${most}.`);
}
