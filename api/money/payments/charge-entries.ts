import type { Charge } from '../fees/fee.ts';
import type { NewEntry } from '../ledger/post-transfer.ts';
import type { Money } from '../money.ts';

/** Pure: what a client's payment moves besides what it pays for. */

/** Our fee, the initiation fee, and the tax on both; none for what is nothing. */
export function feeEntries({ fee, initiation, tax, taxCountry }: Charge): NewEntry[] {
  const entries: NewEntry[] = [
    { account: { kind: 'platformFees', ownerId: 'client' }, amount: fee },
    { account: { kind: 'platformFees', ownerId: 'initiation' }, amount: initiation },
    { account: { kind: 'taxes', ownerId: taxCountry }, amount: tax },
  ];
  return entries.filter(({ amount }) => amount.amountMinor !== 0);
}

export const negated = ({ amountMinor, currency }: Money): Money => ({ amountMinor: -amountMinor + 0, currency });
