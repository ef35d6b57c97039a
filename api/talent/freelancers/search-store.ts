import type { SelectQueryBuilder } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { FreelancerRow, FreelancerSkillRow, PortfolioItemRow } from './table.ts';

/* Queries of search and of the hot path of a profile: few columns, many people. */

/** What decides whether and which profile an actor sees. */
export type ProfileHead = Pick<FreelancerRow, 'id' | 'personId' | 'visibility' | 'revision'>;

/** For `size` ids, built once and executed with others: a handful of sizes stand for all. */
export function headsStatement(db: Executor, size: number) {
  return db
    .selectFrom('freelancers')
    .select(['id', 'personId', 'visibility', 'revision'])
    .where(
      'id',
      'in',
      Array.from({ length: size }, () => ''),
    )
    .compile();
}

/** Ids, or a query that gives them, so that what is read about its people needs no second round. */
export type IdsOrQuery = readonly string[] | SelectQueryBuilder<Tables, keyof Tables, { freelancerId: string }>;

export function findFoundRows(db: Executor, ids: IdsOrQuery) {
  return db
    .selectFrom('freelancers')
    .select(['id', 'name', 'headline', 'overview', 'country', 'timezone', 'jobSuccess', 'badge'])
    .select(['visibility', 'revision', 'photoFileId', 'rateMinor', 'rateCurrency', 'identityVerifiedOn'])
    .select(['hoursPerWeek', 'nextFreeDate', 'openToOffers'])
    .where('id', 'in', ids)
    .execute();
}

export function findMatchRow(db: Executor, id: string) {
  return db
    .selectFrom('freelancers')
    .select(['id', 'categoryId', 'rateMinor', 'rateCurrency', 'engagement', 'hoursPerWeek', 'country', 'timezone'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export type SkillOfPerson = Pick<FreelancerSkillRow, 'freelancerId' | 'skillId' | 'name'>;

/** In the order of each profile; of a board's 500 people they are thousands of rows, so that each column counts. */
export function listSkillsOf(db: Executor, freelancerIds: IdsOrQuery): Promise<SkillOfPerson[]> {
  return db
    .selectFrom('freelancerSkills')
    .select(['freelancerId', 'skillId', 'name'])
    .where('freelancerId', 'in', freelancerIds)
    .orderBy('position')
    .execute();
}

export function listPortfolioItemsOf(db: Executor, freelancerIds: IdsOrQuery): Promise<PortfolioItemRow[]> {
  return db
    .selectFrom('portfolioItems')
    .selectAll()
    .where('freelancerId', 'in', freelancerIds)
    .orderBy('position')
    .execute();
}

export type ChangeMark = Pick<FreelancerRow, 'id' | 'revision' | 'updatedAt'>;

export function listChangeMarksAfter(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<ChangeMark[]> {
  return (
    db
      .selectFrom('freelancers')
      .select(['id', 'revision', 'updatedAt'])
      // As a row value, which both databases answer from the index; with "or" SQLite would read and sort the whole table.
      .where((eb) => eb(eb.refTuple('updatedAt', 'id'), '>', eb.tuple(after.updatedAt, after.id)))
      .orderBy('updatedAt')
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

export function listIdsChangedWithin(db: Executor, fromMs: number, toMs: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('freelancers')
    .select('id')
    .where('updatedAt', '>', fromMs)
    .where('updatedAt', '<=', toMs)
    .execute();
}

export function sumExtent(db: Executor) {
  return db
    .selectFrom('freelancers')
    .select((eb) => [
      eb.fn
        .coalesce(eb.fn.sum<number>(eb.case().when('visibility', '!=', 'private').then(1).else(0).end()), eb.lit(0))
        .as('searchable'),
      eb.fn.coalesce(eb.fn.sum<number>('revision'), eb.lit(0)).as('revisions'),
    ])
    .executeTakeFirstOrThrow();
}

/** What says whether a profile that was read is still the same, and who may see it. */
export function listRevisions(db: Executor, ids: IdsOrQuery) {
  return db.selectFrom('freelancers').select(['id', 'revision', 'visibility']).where('id', 'in', ids).execute();
}

export function sumRevisions(db: Executor, ids: IdsOrQuery) {
  return db
    .selectFrom('freelancers')
    .select((eb) => eb.fn.sum<number>('revision').as('revisions'))
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
}
