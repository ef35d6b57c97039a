import type { Executor } from '../../platform/database/database.ts';
import type { JobPostRow } from './table.ts';

/* Of every tenant: one index serves them all, and each search names what it may find. */

export function listPostsAfter(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<JobPostRow[]> {
  return (
    db
      .selectFrom('jobPosts')
      .selectAll()
      // As a row value, which both databases answer from the index; with "or" SQLite would read and sort the whole table.
      .where((eb) => eb(eb.refTuple('updatedAt', 'id'), '>', eb.tuple(after.updatedAt, after.id)))
      .orderBy('updatedAt')
      .orderBy('id')
      .limit(limit)
      .execute()
  );
}

export function sumExtent(db: Executor) {
  return db
    .selectFrom('jobPosts')
    .select((eb) => [
      eb.fn
        .coalesce(eb.fn.sum<number>(eb.case().when('state', '=', 'open').then(1).else(0).end()), eb.lit(0))
        .as('open'),
      eb.fn.coalesce(eb.fn.sum<number>('revision'), eb.lit(0)).as('revisions'),
    ])
    .executeTakeFirstOrThrow();
}

export type PostMark = Pick<JobPostRow, 'id' | 'revision' | 'updatedAt'>;

export function listPostMarksAfter(
  db: Executor,
  after: { updatedAt: number; id: string },
  limit: number,
): Promise<PostMark[]> {
  return db
    .selectFrom('jobPosts')
    .select(['id', 'revision', 'updatedAt'])
    .where((eb) => eb(eb.refTuple('updatedAt', 'id'), '>', eb.tuple(after.updatedAt, after.id)))
    .orderBy('updatedAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What decides whether a post may be shown, and whether what is known of it is still true. */
export type PostHead = Pick<JobPostRow, 'id' | 'tenantId' | 'state' | 'visibility' | 'poolIds' | 'revision'>;

export function listPostHeads(db: Executor, ids: readonly string[]): Promise<PostHead[]> {
  return db
    .selectFrom('jobPosts')
    .select(['id', 'tenantId', 'state', 'visibility', 'poolIds', 'revision'])
    .where('id', 'in', ids)
    .execute();
}

export function listOpenPosts(db: Executor, ids: readonly string[]): Promise<JobPostRow[]> {
  return db.selectFrom('jobPosts').selectAll().where('id', 'in', ids).where('state', '=', 'open').execute();
}

export function listIdsPublishedWithin(db: Executor, fromMs: number, toMs: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('jobPosts')
    .select('id')
    .where('state', '=', 'open')
    .where('publishedAt', '>', fromMs)
    .where('publishedAt', '<=', toMs)
    .execute();
}

/** Of every tenant with a post: how many it published, and whom it hired from them. */
export function countByTenant(db: Executor) {
  return db
    .selectFrom('jobPosts')
    .select((eb) => [
      'tenantId',
      eb.fn.count<number>('publishedAt').as('posts'),
      eb.fn.sum<number>('hired').as('hires'),
    ])
    .groupBy('tenantId')
    .execute();
}
