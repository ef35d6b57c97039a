import type { EpochMs, Executor } from '../database/database.ts';
import type { AuthorityChangeRow } from './table.ts';

export async function insertAuthorityChange(db: Executor, row: AuthorityChangeRow): Promise<void> {
  await db.insertInto('authorityChanges').values(row).execute();
}

export function listAuthorityChangesSince(db: Executor, sinceMs: EpochMs): Promise<AuthorityChangeRow[]> {
  return db
    .selectFrom('authorityChanges')
    .selectAll()
    .where('createdAt', '>=', sinceMs)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export async function deleteAuthorityChangesBefore(db: Executor, beforeMs: EpochMs): Promise<void> {
  await db.deleteFrom('authorityChanges').where('createdAt', '<', beforeMs).execute();
}
