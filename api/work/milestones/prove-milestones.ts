import type { Proof } from '../../money/ledger/prove-ledger.ts';
import { type Balance, readAllBalances } from '../../money/ledger/read-ledger.ts';
import { inEscrowStates } from './milestone.ts';
import * as store from './proof-store.ts';
import type { MilestoneRow } from './table.ts';

/** Each milestone’s state agrees with its escrow account, and no escrow holds money of no milestone. */
export const proveMilestones: Proof = async (db) => {
  const broken: string[] = [];
  for (const currency of await store.listCurrencies(db)) {
    let inEscrow = 0;
    for await (const balances of readAllBalances(db, 'escrow', currency)) {
      const rows = await store.listByIds(db, [...balances.keys()], currency);
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const [id, balance] of balances) broken.push(...wrongsOf(byId.get(id), id, balance));
      inEscrow += rows.filter(isInEscrow).length;
    }
    const expected = await store.countInEscrow(db, currency);
    if (inEscrow !== expected)
      broken.push(`${expected} milestones are in escrow in ${currency}; ${inEscrow} of them have an account.`);
  }
  return broken;
};

function wrongsOf(row: MilestoneRow | undefined, id: string, { availableMinor }: Balance): string[] {
  if (!row) return availableMinor === 0 ? [] : [`The escrow ${id} holds ${availableMinor} of no milestone.`];
  // While a bank holds a part, what is left is the bank's business.
  if (row.state === 'disputed' && row.bankDisputeId !== null) return [];
  const expected = isInEscrow(row) ? row.amountMinor : 0;
  // For a moment, between the charge of the difference and the release.
  if (availableMinor === expected || (row.releasingMinor !== null && availableMinor === row.releasingMinor)) return [];
  return [`Milestone ${id} is ${row.state} over ${expected} in escrow; the ledger has ${availableMinor} there.`];
}

function isInEscrow({ state }: MilestoneRow): boolean {
  return inEscrowStates.some((known) => known === state);
}
