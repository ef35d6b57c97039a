import type { Executor } from '../../platform/database/database.ts';
import { batchedReads } from './batched-reads.ts';
import type { FreelancerRow } from './table.ts';

/** What decides whether and which profile an actor sees; read from the database for every request. */
export type ProfileHead = Pick<FreelancerRow, 'id' | 'personId' | 'visibility' | 'revision'>;

export function createHeadReads(db: Executor): (id: string) => Promise<ProfileHead | undefined> {
  // Padded to a power of two: a handful of statements in all, each built and prepared once.
  const statements = new Map<number, ReturnType<typeof headsStatement>>();

  return batchedReads(async (ids) => {
    const size = 2 ** Math.ceil(Math.log2(ids.length));
    const statement = statements.get(size) ?? headsStatement(db, size);
    statements.set(size, statement);
    const parameters = Array.from({ length: size }, (_, index) => ids[index] ?? ids[0]!);
    const { rows } = await db.executeQuery<ProfileHead>({ ...statement, parameters });
    return new Map(rows.map((head) => [head.id, head]));
  });
}

function headsStatement(db: Executor, size: number) {
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
