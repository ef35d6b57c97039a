import { currencyDecimals, type Money } from '../../money/money.ts';
import type { Budget } from '../job-posts/budget.ts';

/** What two cells say about pay: `Hourly: $15.00 - $30.00` and `N/A`, `Fixed price` and `Est. budget: $500`. Pure. */

export type PayReason =
  | 'terms_unreadable'
  | 'budget_unreadable'
  | 'budget_too_many_sums'
  | 'fixed_price_is_a_range'
  | 'currency_mixed';
export type Pay = { budget: Budget | null } | { reason: PayReason };

const hourlyWords = /\b(hourly|hour|hr|stunde|stündlich|stundensatz)|\/\s?h\b/iu;
const fixedWords = /\b(fixed|fix|fest|festpreis|pauschal|project|projekt)/iu;
const noSum = /^(n\/?a|none|tbd|open|offen|negotiable|nach vereinbarung|[-–—?]*)$/iu;
const signs: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' };
const negative = /^[-−]\s?[\p{Sc}\d]/u;
const cellLengthMax = 200;

export function parsePay(terms: string, budget: string, currency: string): Pay {
  const cells = [terms.trim(), budget.trim()];
  if (cells.some((cell) => cell.length > cellLengthMax || negative.test(cell))) return { reason: 'budget_unreadable' };
  const found = sumsIn(cells.join(' '), currency);
  if (found.length > 2) return { reason: 'budget_too_many_sums' };
  if (new Set(found.map((sum) => sum.currency)).size > 1) return { reason: 'currency_mixed' };
  const kind = kindOf(cells.join(' '), found.length);
  if (!kind) return cells.every((cell) => noSum.test(cell)) ? { budget: null } : { reason: 'terms_unreadable' };
  const [first, second] = found;
  if (!first) return noSum.test(cells[1]!) ? { budget: null } : { reason: 'budget_unreadable' };
  if (kind === 'hourly') return { budget: { kind, min: first, max: second ?? first } };
  return second ? { reason: 'fixed_price_is_a_range' } : { budget: { kind, amount: first } };
}

/** A range without a word for it is of an hour's work; a single sum without one is for the whole. */
function kindOf(text: string, sums: number): Budget['kind'] | undefined {
  if (hourlyWords.test(text)) return 'hourly';
  if (fixedWords.test(text)) return 'fixed';
  return sums === 0 ? undefined : sums === 1 ? 'fixed' : 'hourly';
}

/** Each pattern takes one run of characters, so that no cell takes longer than its length. */
const numbers = /\d[\d.,']*/gu;

/** A sum without a sign is in the currency of its neighbor: `80–95 EUR`. */
function sumsIn(text: string, fallback: string): Money[] {
  const found = [...text.matchAll(numbers)].map(({ 0: digits, index }) => {
    const before = text.slice(Math.max(0, index - 4), index).trimEnd();
    const behind = text.slice(index + digits.length, index + digits.length + 5).trimStart();
    const units = unitsOf(digits) * (/^k\b/iu.test(behind) ? 1000 : 1);
    return { units, currency: currencyAt(before, behind) };
  });
  const named = found.find(({ currency }) => currency !== undefined)?.currency ?? fallback;
  return found
    .map(({ units, currency = named }) => ({
      amountMinor: Math.round(units * 10 ** currencyDecimals(currency)),
      currency,
    }))
    .filter(({ amountMinor }) => Number.isSafeInteger(amountMinor));
}

function currencyAt(before: string, behind: string): string | undefined {
  const sign = signs[before.at(-1) ?? ''] ?? signs[behind[0] ?? ''];
  return sign ?? /[A-Z]{3}$/u.exec(before)?.[0] ?? /^[A-Z]{3}/u.exec(behind)?.[0];
}

/** `1,000.00`, `1.000,00` and `1'000`: one or two digits behind the last separator are decimals. */
function unitsOf(digits: string): number {
  const text = digits.replace(/[.,']+$/u, '');
  const decimals = /[.,](\d{1,2})$/u.exec(text);
  const whole = (decimals ? text.slice(0, -decimals[0].length) : text).replace(/[.,']/gu, '');
  return Number(`${whole}.${decimals?.[1] ?? 0}`);
}
