import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { countPublishedRates, selectPublishedRate } from './usual-rate-store.ts';

/**
 * The median of the hourly rates that public profiles of a category ask for; of an even number the lower one, so that
 * it is a rate somebody asks for. Null where fewer than `profilesMin` say one: too few say nothing about what is usual.
 */
export async function readUsualRate(
  db: Executor,
  { categoryId, currency, profilesMin }: { categoryId: string; currency: string; profilesMin: number },
): Promise<Money | null> {
  const usual = { categoryId, currency };
  const count = await countPublishedRates(db, usual);
  if (count < profilesMin) return null;
  return { amountMinor: await selectPublishedRate(db, usual, Math.floor((count - 1) / 2)), currency };
}
