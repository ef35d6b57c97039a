import { compare, type Money } from '../../money/money.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { MilestoneRow } from './table.ts';

export function amountOf({ amountMinor, currency }: Pick<MilestoneRow, 'amountMinor' | 'currency'>): Money {
  return { amountMinor, currency };
}

/** @throws 422 currency_mixed */
export function requireCurrency(amount: Money, currency: string, pointer = '/amount'): void {
  if (amount.currency === currency) return;
  const message = `This contract is in ${currency}.`;
  throw unprocessable('currency_mixed', `${message} Nothing was moved; say the amount in ${currency}.`, [
    { pointer: `${pointer}/currency`, code: 'currency_mixed', message },
  ]);
}

/** A part of what is there, or all of it. @throws 422 currency_mixed, amount_over_escrow */
export function partOf(whole: Money, part: Money | undefined, pointer = '/amount'): Money {
  if (!part) return whole;
  requireCurrency(part, whole.currency, pointer);
  if (compare(part, whole) <= 0) return part;
  throw unprocessable('amount_over_escrow', 'This is more than stands in escrow; nothing was moved.', [
    { pointer: `${pointer}/amountMinor`, code: 'amount_over_escrow', message: `At most ${whole.amountMinor}.` },
  ]);
}
