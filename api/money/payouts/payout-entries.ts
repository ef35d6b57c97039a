import type { AccountRef } from '../ledger/ledger.ts';
import type { NewEntry } from '../ledger/post-transfer.ts';
import { money } from '../money.ts';
import type { PayoutRow } from './table.ts';

type Sums = Pick<
  PayoutRow,
  'id' | 'freelancerId' | 'currency' | 'amountMinor' | 'feeMinor' | 'withheldMinor' | 'netMinor'
>;

/** The tax office that withheld tax is owed to. */
const taxCountry = 'US';

export const clearingAccount = (payoutId: string): AccountRef => ({ kind: 'payoutClearing', ownerId: payoutId });

/** Held from the request on, posted when the rail has taken it. */
export function submittedEntries(sums: Sums): NewEntry[] {
  return entries(sums, clearingAccount(sums.id), 1);
}

/** It arrived: what the rail paid out for us. */
export function paidEntries({ id, currency, netMinor }: Sums, provider: string): NewEntry[] {
  return [
    { account: clearingAccount(id), amount: money(-netMinor, currency) },
    { account: { kind: 'processor', ownerId: provider }, amount: money(netMinor, currency) },
  ];
}

/** Everything goes back: what arrived, the fee and what was withheld. */
export function returnedEntries(sums: Sums, provider: string | 'clearing'): NewEntry[] {
  const from: AccountRef =
    provider === 'clearing' ? clearingAccount(sums.id) : { kind: 'processor', ownerId: provider };
  return entries(sums, from, -1);
}

function entries({ freelancerId, currency, ...sums }: Sums, net: AccountRef, sign: 1 | -1): NewEntry[] {
  return [
    { account: { kind: 'freelancerAvailable', ownerId: freelancerId } as AccountRef, amountMinor: -sums.amountMinor },
    { account: net, amountMinor: sums.netMinor },
    { account: { kind: 'withheldTax', ownerId: taxCountry } as AccountRef, amountMinor: sums.withheldMinor },
    { account: { kind: 'platformFees', ownerId: 'payout' } as AccountRef, amountMinor: sums.feeMinor },
  ]
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map(({ account, amountMinor }) => ({ account, amount: money(sign * amountMinor, currency) }));
}
