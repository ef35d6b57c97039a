import type { Executor } from '../../platform/database/database.ts';

type Usual = { categoryId: string; currency: string };

const publishedRates = (db: Executor, { categoryId, currency }: Usual) =>
  db
    .selectFrom('freelancers')
    .where('categoryId', '=', categoryId)
    .where('rateCurrency', '=', currency)
    .where('rateMinor', 'is not', null)
    .where('visibility', '=', 'public');

export async function countPublishedRates(db: Executor, usual: Usual): Promise<number> {
  const { count } = await publishedRates(db, usual)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The rate with `lower` others at or below it, from the lowest. */
export async function selectPublishedRate(db: Executor, usual: Usual, lower: number): Promise<number> {
  const { rateMinor } = await publishedRates(db, usual)
    .select('rateMinor')
    .orderBy('rateMinor')
    .offset(lower)
    .limit(1)
    .executeTakeFirstOrThrow();
  return rateMinor!;
}
