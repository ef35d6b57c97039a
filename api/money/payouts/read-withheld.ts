import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { add, type Money, money } from '../money.ts';
import { findPayout, listPaid } from './store.ts';

/** What arrived and what was withheld, by year of its arrival and currency; the latest year first. */
export async function readWithheld(db: Executor, freelancerId: string) {
  const years = new Map<string, { year: number; withheld: Money; paidOut: Money }>();
  for (const { paidAt, currency, withheldMinor, amountMinor } of await listPaid(db, freelancerId)) {
    const year = Number(isoInstant(paidAt!).slice(0, 4));
    const nothing = money(0, currency);
    const found = years.get(`${year} ${currency}`) ?? { year, withheld: nothing, paidOut: nothing };
    years.set(`${year} ${currency}`, {
      year,
      withheld: add(found.withheld, money(withheldMinor, currency)),
      paidOut: add(found.paidOut, money(amountMinor, currency)),
    });
  }
  return [...years.values()].sort((one, other) => other.year - one.year);
}

export async function findPayoutOwner(db: Executor, payoutId: string): Promise<string | undefined> {
  return (await findPayout(db, payoutId))?.freelancerId;
}
