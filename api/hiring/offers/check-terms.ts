import { add, compare, currencyDecimals, type Money, money } from '../../money/money.ts';
import type { FieldProblem } from '../../platform/http/problem.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { isoDate } from './dates.ts';
import type { OffersPolicy } from './policy.ts';
import type { OfferTerms, PaymentTerms } from './schema.ts';

type Problems = FieldProblem[];

/**
 * What stands between these terms and a signature; each with its field and reason.
 * @throws 422 offer_incomplete
 */
export function requireSendable(terms: OfferTerms, policy: OffersPolicy, nowMs: number): void {
  const errors = problemsOf(terms, policy, nowMs);
  if (errors.length > 0)
    throw unprocessable(
      'offer_incomplete',
      'Some terms are missing or do not fit; nothing was sent. See errors.',
      errors,
    );
}

export function problemsOf(terms: OfferTerms, policy: OffersPolicy, nowMs: number): Problems {
  return [
    ...(terms.title === '' ? [required('/title', 'Say what the work is.')] : []),
    ...(terms.text.trim() === '' ? [required('/text', 'An offer needs terms to sign.')] : []),
    ...(terms.payment ? paymentProblems(terms.payment, terms, policy) : [required('/payment', 'Say what is paid.')]),
    ...dateProblems(terms, nowMs),
  ];
}

function paymentProblems(payment: PaymentTerms, terms: OfferTerms, policy: OffersPolicy): Problems {
  return payment.kind === 'fixed' ? fixedProblems(payment, terms, policy) : hourlyProblems(payment);
}

function hourlyProblems({ rate }: PaymentTerms & { kind: 'hourly' }): Problems {
  return rate.amountMinor > 0 ? [] : [problem('/payment/rate', 'rate_not_positive', 'The rate must be above zero.')];
}

function fixedProblems(
  { total, milestones }: PaymentTerms & { kind: 'fixed' },
  terms: OfferTerms,
  { milestoneMin }: OffersPolicy,
): Problems {
  if (milestones.length === 0) return [required('/payment/milestones', 'A fixed price needs one milestone at least.')];
  const mixed = milestones.findIndex(({ amount }) => amount.currency !== total.currency);
  if (mixed >= 0)
    return [problem(`/payment/milestones/${mixed}/amount`, 'currency_mixed', 'An offer has one currency.')];
  const least = money(milestoneMin * 10 ** currencyDecimals(total.currency), total.currency);
  const problems = milestones.flatMap((milestone, index) => milestoneProblems(milestone, index, least, terms));
  const sum = sumOf(milestones.map(({ amount }) => amount));
  if (compare(sum, total) !== 0)
    problems.push(problem('/payment/total', 'milestones_do_not_sum', 'The milestones must add up to the total.'));
  return problems;
}

function milestoneProblems(
  { description, dueOn, amount }: (PaymentTerms & { kind: 'fixed' })['milestones'][number],
  index: number,
  least: Money,
  { startsOn, endsOn }: OfferTerms,
): Problems {
  const at = `/payment/milestones/${index}`;
  const problems: Problems = [];
  if (description === '') problems.push(required(`${at}/description`, 'Say what this milestone delivers.'));
  if (compare(amount, least) < 0)
    problems.push(problem(`${at}/amount`, 'milestone_below_minimum', 'A milestone pays at least the minimum.'));
  if (dueOn && startsOn && dueOn < startsOn)
    problems.push(problem(`${at}/dueOn`, 'due_before_start', 'A milestone cannot be due before the start.'));
  if (dueOn && endsOn && dueOn > endsOn)
    problems.push(problem(`${at}/dueOn`, 'due_after_end', 'A milestone cannot be due after the end.'));
  return problems;
}

function dateProblems({ startsOn, endsOn }: OfferTerms, nowMs: number): Problems {
  const today = isoDate(nowMs);
  // A date is somewhere still the day before: who is west of Greenwich may name their own today.
  const yesterday = isoDate(nowMs - 86_400_000);
  const problems: Problems = [];
  if (startsOn && startsOn < yesterday)
    problems.push(problem('/startsOn', 'starts_in_past', 'The start date has passed.'));
  if (endsOn && endsOn < (startsOn ?? today))
    problems.push(problem('/endsOn', 'ends_before_start', 'The end must not be before the start.'));
  return problems;
}

export function sumOf([first, ...rest]: readonly Money[]): Money {
  return add(first!, ...rest);
}

const required = (pointer: string, message: string) => problem(pointer, 'required', message);
const problem = (pointer: string, code: string, message: string): FieldProblem => ({ pointer, code, message });
