import type { Executor } from '../../../platform/database/database.ts';
import type { PublishedRate } from './group-rates.ts';

export const benchmarkDimensions = ['category', 'country', 'skill', 'level'] as const;
export type BenchmarkDimension = (typeof benchmarkDimensions)[number];
export type Years = { intermediateYears: number; expertYears: number };

const yearMs = 365.25 * 86_400_000;
const profilesAtOnce = 2000;

/** Rates on profiles that others see; whoever keeps theirs private is not counted. */
export async function readPublishedRates(
  db: Executor,
  dimension: BenchmarkDimension,
  years: Years,
  nowMs: number,
): Promise<PublishedRate[]> {
  const rates: PublishedRate[] = [];
  let after = '';
  while (true) {
    const rows = await db
      .selectFrom('freelancers')
      .select(['id', 'categoryId', 'country', 'rateMinor', 'rateCurrency'])
      .where('id', '>', after)
      .where('visibility', '!=', 'private')
      .where('rateMinor', 'is not', null)
      .where('categoryId', 'is not', null)
      .orderBy('id')
      .limit(profilesAtOnce)
      .execute();
    const values = await valuesOf(db, dimension, rows, years, nowMs);
    for (const { id, categoryId, rateMinor, rateCurrency } of rows)
      rates.push({
        freelancerId: id,
        categoryId: categoryId!,
        currency: rateCurrency!,
        rateMinor: rateMinor!,
        values: values.get(id) ?? [],
      });
    if (rows.length < profilesAtOnce) return rates;
    after = rows.at(-1)!.id;
  }
}

/** What each is told apart by: skills as they are written, the level by the years since the first employment. */
export async function valuesOf(
  db: Executor,
  dimension: BenchmarkDimension,
  people: readonly { id: string; country: string }[],
  years: Years,
  nowMs: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = people.map(({ id }) => id);
  if (ids.length === 0 || dimension === 'category') return new Map();
  if (dimension === 'country') return new Map(people.map(({ id, country }) => [id, [country]]));
  if (dimension === 'skill') return skillsOf(db, ids);
  const since = await firstMonths(db, ids);
  return new Map(ids.map((id) => [id, [levelOf(since.get(id), years, nowMs)]]));
}

async function skillsOf(db: Executor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('freelancerSkills')
    .select(['freelancerId', 'name'])
    .where('freelancerId', 'in', ids)
    .orderBy('freelancerId')
    .orderBy('position')
    .execute();
  const skills = Map.groupBy(rows, ({ freelancerId }) => freelancerId);
  return new Map([...skills].map(([id, some]) => [id, [...new Set(some.map(({ name }) => name))]]));
}

async function firstMonths(db: Executor, ids: readonly string[]) {
  const rows = await db
    .selectFrom('freelancerEmployment')
    .select((eb) => ['freelancerId', eb.fn.min('fromMonth').as('first')])
    .where('freelancerId', 'in', ids)
    .groupBy('freelancerId')
    .execute();
  return new Map(rows.map(({ freelancerId, first }) => [freelancerId, first]));
}

function levelOf(firstMonth: string | undefined, { intermediateYears, expertYears }: Years, nowMs: number): string {
  const worked = firstMonth === undefined ? 0 : (nowMs - Date.parse(`${firstMonth}-01T00:00:00Z`)) / yearMs;
  if (worked >= expertYears) return 'expert';
  return worked >= intermediateYears ? 'intermediate' : 'entry';
}
