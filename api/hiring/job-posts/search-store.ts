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
