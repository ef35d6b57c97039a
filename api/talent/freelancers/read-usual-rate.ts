import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';

/**
 * The median of the hourly rates that public profiles of a category ask for; of an even number the lower one, so that
 * it is a rate somebody asks for. Null where fewer than `profilesMin` say one: too few say nothing about what is usual.
 */
export async function readUsualRate(
  db: Executor,
  { categoryId, currency, profilesMin }: { categoryId: string; currency: string; profilesMin: number },
): Promise<Money | null> {
  const published = db
    .selectFrom('freelancers')
    .where('categoryId', '=', categoryId)
    .where('rateCurrency', '=', currency)
    .where('rateMinor', 'is not', null)
    .where('visibility', '=', 'public');
  const { count } = await published.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count < profilesMin) return null;
  const middle = await published
    .select('rateMinor')
    .orderBy('rateMinor')
    .offset(Math.floor((Number(count) - 1) / 2))
    .limit(1)
    .executeTakeFirstOrThrow();
  return { amountMinor: middle.rateMinor!, currency };
}
