import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { compare, fractionOf, type Money } from '../../money/money.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { acceptMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { amendmentTextMaxLength } from './amendment.ts';
import type { TermsChange } from './schema.ts';

/** What other terms may be: arithmetic and refusals, no database. */

export type ChangeContext = {
  /** UTC, `2026-12-01`. */
  today: string;
  /** What milestones take up already; a total below it could not be kept. */
  planned: Money | undefined;
};

/** @throws 422 nothing_changed, not_hourly, not_fixed, currency_differs, end_in_past, total_below_planned, end_before_start */
export function changedTerms(before: AgreedTerms, change: TermsChange, context: ChangeContext): AgreedTerms {
  const { rate, weeklyLimitHours, total, endsOn, purchaseOrder, text } = change;
  const after: AgreedTerms = { ...before, payment: changedPayment(before.payment, { rate, weeklyLimitHours, total }) };
  if (endsOn !== undefined) after.endsOn = endsOn;
  if (purchaseOrder !== undefined) after.purchaseOrder = purchaseOrder;
  if (text !== undefined) {
    after.text = acceptMarkdown(text, amendmentTextMaxLength, '/change/text');
    if (after.text.trim() === '') throw refused('text_missing', '/change/text', 'A contract needs terms to sign.');
    // A text of the writers' own is no template's any more.
    if (after.text !== before.text) after.template = null;
    else after.text = before.text;
  }
  if (canonicalize(after) === canonicalize(before))
    throw unprocessable('nothing_changed', 'These are the present terms; nothing was proposed.');
  requireDates(before, after, context.today);
  requireTotal(after, context.planned);
  return after;
}

function changedPayment(
  before: AgreedTerms['payment'],
  { rate, weeklyLimitHours, total }: Pick<TermsChange, 'rate' | 'weeklyLimitHours' | 'total'>,
): AgreedTerms['payment'] {
  if (before.kind === 'fixed') {
    if (rate !== undefined || weeklyLimitHours !== undefined)
      throw refused('not_hourly', '/change/rate', 'This contract has a fixed price: no rate and no weekly limit.');
    if (total === undefined) return before;
    requireCurrency(before.total, total, '/change/total');
    return { ...before, total };
  }
  if (total !== undefined)
    throw refused('not_fixed', '/change/total', 'This contract is paid by the hour: it has no total.');
  if (rate !== undefined) requireCurrency(before.rate, rate, '/change/rate');
  return { ...before, rate: rate ?? before.rate, ...(weeklyLimitHours !== undefined && { weeklyLimitHours }) };
}

function requireCurrency(before: Money, after: Money, pointer: string): void {
  if (before.currency !== after.currency)
    throw refused('currency_differs', pointer, `This contract is in ${before.currency}; name the amount in it.`);
}

function requireDates({ endsOn: before, startsOn }: AgreedTerms, { endsOn }: AgreedTerms, today: string): void {
  if (endsOn === before || endsOn === null) return;
  if (endsOn < today)
    throw refused('end_in_past', '/change/endsOn', 'The end date has passed; end the contract instead.');
  if (startsOn !== null && endsOn < startsOn)
    throw refused('end_before_start', '/change/endsOn', 'The end must not be before the start.');
}

function requireTotal({ payment }: AgreedTerms, planned: Money | undefined): void {
  if (payment.kind !== 'fixed' || !planned || compare(payment.total, planned) >= 0) return;
  throw refused(
    'total_below_planned',
    '/change/total',
    'The milestones that are there sum to more than this total; delete planned ones first.',
  );
}

/** The contract and the version go into the hash: a signature under one says nothing about another. */
export function amendedDocument(
  contractId: string,
  version: number,
  terms: AgreedTerms,
): { terms: string; termsHash: string } {
  const text = canonicalize({ contractId, version, terms })!;
  return { terms: canonicalize(terms)!, termsHash: createHash('sha256').update(text, 'utf8').digest('hex') };
}

/** Another rate begins with a week, everything else at once. */
export function isFromNextWeek(before: AgreedTerms, after: AgreedTerms): boolean {
  if (before.payment.kind !== 'hourly' || after.payment.kind !== 'hourly') return false;
  return compare(before.payment.rate, after.payment.rate) !== 0;
}

/** What is approved again: another rate, amount, limit, end date or purchase order; another text is not. */
export function asksForApproval(before: AgreedTerms, after: AgreedTerms): boolean {
  return factsToApprove(before) !== factsToApprove(after);
}

function factsToApprove({ payment, endsOn, purchaseOrder }: AgreedTerms): string {
  const price =
    payment.kind === 'hourly' ? { rate: payment.rate, weeklyLimitHours: payment.weeklyLimitHours } : payment.total;
  return canonicalize({ price, endsOn, purchaseOrder })!;
}

const dayMs = 86_400_000;

/** What the contract will cost from today at most; null when nobody can say. */
export function costOf({ payment, endsOn }: AgreedTerms, todayMs: number): Money | null {
  if (payment.kind === 'fixed') return payment.total;
  if (payment.weeklyLimitHours === null || endsOn === null) return null;
  const days = Math.floor((Date.parse(endsOn) - todayMs) / dayMs) + 1;
  return fractionOf(payment.rate, payment.weeklyLimitHours * Math.max(1, Math.ceil(days / 7)), 1);
}

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was proposed.`, [{ pointer, code, message }]);
}
