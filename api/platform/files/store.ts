import type { Executor } from '../database/database.ts';
import type { FileRow } from './table.ts';

export async function insertFile(db: Executor, row: FileRow): Promise<void> {
  await db.insertInto('files').values(row).execute();
}

const rowsAtOnce = 500;

export async function insertFiles(trx: Executor, rows: readonly FileRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await trx
      .insertInto('files')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}

/** @returns false when it is attached already, removed or somebody else's */
export async function markAttached(trx: Executor, id: string, ownerId: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('files')
    .set({ attachedAt: nowMs })
    .where('id', '=', id)
    .where('ownerId', '=', ownerId)
    .where('attachedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The next sweep removes it. */
export async function markDetached(trx: Executor, id: string): Promise<void> {
  await trx.updateTable('files').set({ attachedAt: null, createdAt: 0 }).where('id', '=', id).execute();
}

export function listUnattachedFiles(db: Executor, beforeMs: number, limit: number): Promise<FileRow[]> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('attachedAt', 'is', null)
    .where('createdAt', '<', beforeMs)
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}

/** @returns false when it was attached meanwhile */
export async function deleteUnattachedFile(db: Executor, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('files')
    .where('id', '=', id)
    .where('attachedAt', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
