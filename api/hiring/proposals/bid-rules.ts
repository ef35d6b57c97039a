import { add, currencyDecimals, type Money, money } from '../../money/money.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import type { Budget } from '../job-posts/budget.ts';
import type { Bid } from './parts-schema.ts';
import type { BidKind } from './proposal.ts';

/* What a bid may be, given what the post pays. Pure. */

export type BidBounds = {
  hourlyMin: number;
  hourlyMax: number;
  totalMin: number;
  totalMax: number;
  milestoneMin: number;
};

/** An hourly post is answered with a rate, a fixed one with a total or milestones. */
export function bidKindsFor(budget: Budget | null): BidKind[] {
  if (budget === null) return ['hourly', 'fixed', 'milestones'];
  return budget.kind === 'hourly' ? ['hourly'] : ['fixed', 'milestones'];
}

export function currencyOf(budget: Budget | null): string | undefined {
  return budget === null ? undefined : budget.kind === 'hourly' ? budget.min.currency : budget.amount.currency;
}

export function amountOfBid(bid: Bid): Money {
  return bid.kind === 'hourly' ? bid.rate : bid.total;
}

export function limitsOf(kind: BidKind, currency: string, bounds: BidBounds) {
  const units = (amount: number) => money(amount * 10 ** currencyDecimals(currency), currency);
  return {
    min: units(kind === 'hourly' ? bounds.hourlyMin : bounds.totalMin),
    max: units(kind === 'hourly' ? bounds.hourlyMax : bounds.totalMax),
    milestoneMin: units(bounds.milestoneMin),
  };
}

/** Everything that is wrong with a bid; empty where nothing is. @param today `2026-11-23` */
export function problemsOfBid(bid: Bid, budget: Budget | null, bounds: BidBounds, today: string): FieldProblem[] {
  if (!bidKindsFor(budget).includes(bid.kind)) {
    const wanted = budget?.kind === 'hourly' ? 'an hourly rate' : 'a total or milestones';
    return [problem('/bid/kind', 'bid_kind_differs', `This post is paid by ${wanted}.`)];
  }
  const amount = amountOfBid(bid);
  const pointer = bid.kind === 'hourly' ? '/bid/rate' : '/bid/total';
  const currency = currencyOf(budget) ?? amount.currency;
  if (amount.currency !== currency)
    return [problem(`${pointer}/currency`, 'bid_currency_differs', `This post is paid in ${currency}.`)];
  const { min, max, milestoneMin } = limitsOf(bid.kind, currency, bounds);
  const problems = outOfBounds(amount, `${pointer}/amountMinor`, min, max);
  return bid.kind === 'milestones' ? [...problems, ...problemsOfMilestones(bid, milestoneMin, today)] : problems;
}

function problemsOfMilestones(
  { milestones, total }: Bid & { kind: 'milestones' },
  least: Money,
  today: string,
): FieldProblem[] {
  const mixed = milestones.flatMap(({ amount }, at) =>
    amount.currency === total.currency
      ? []
      : [
          problem(
            `/bid/milestones/${at}/amount/currency`,
            'bid_currency_differs',
            `The total is in ${total.currency}.`,
          ),
        ],
  );
  if (mixed.length > 0) return mixed;
  const each = milestones.flatMap(({ amount, dueOn }, at) => [
    ...outOfBounds(amount, `/bid/milestones/${at}/amount/amountMinor`, least, total),
    ...(dueOn !== null && dueOn < today
      ? [problem(`/bid/milestones/${at}/dueOn`, 'milestone_due_past', 'This day has passed.')]
      : []),
  ]);
  const sum = milestones.reduce((so, { amount }) => add(so, amount), money(0, total.currency));
  if (sum.amountMinor === total.amountMinor) return each;
  const message = 'The milestones do not add up to the total.';
  return [...each, problem('/bid/total/amountMinor', 'milestones_do_not_sum', message)];
}

function outOfBounds(amount: Money, pointer: string, min: Money, max: Money): FieldProblem[] {
  if (amount.amountMinor < min.amountMinor)
    return [problem(pointer, 'bid_too_low', `At least ${min.amountMinor} minor units of ${min.currency}.`)];
  if (amount.amountMinor > max.amountMinor)
    return [problem(pointer, 'bid_too_high', `At most ${max.amountMinor} minor units of ${max.currency}.`)];
  return [];
}

function problem(pointer: string, code: string, message: string): FieldProblem {
  return { pointer, code, message };
}
