import type { Executor } from '../../platform/database/database.ts';
import { batchedReads } from './batched-reads.ts';
import { headsStatement, type ProfileHead } from './search-store.ts';

/** Read from the database for every request. */
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
