import type { Executor } from '../database/database.ts';
import type { FileAttachmentRow, FileRow } from './table.ts';
import { uploadUses } from './upload.ts';

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
export async function markImageAttached(trx: Executor, id: string, ownerId: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('files')
    .set({ attachedAt: nowMs })
    .where('id', '=', id)
    .where('ownerId', '=', ownerId)
    .where('attachedAt', 'is', null)
    .where('sha256', '!=', '')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** An upload may stand at several things; the first keeps it. @returns false when it is not whole or about to be removed */
export async function markAttached(trx: Executor, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('files')
    .set({ attachedAt: nowMs })
    .where('id', '=', id)
    .where('sha256', '!=', '')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Uploads of one owner that are whole, among these ids. */
export async function listUploadsOf(db: Executor, ownerId: string, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', 'in', ids)
    .where('ownerId', '=', ownerId)
    .where('kind', 'in', uploadUses)
    .where('sha256', '!=', '')
    .execute();
}

export function findUpload(db: Executor, id: string): Promise<FileRow | undefined> {
  return db
    .selectFrom('files')
    .selectAll()
    .where('id', '=', id)
    .where('kind', 'in', uploadUses)
    .where('sha256', '!=', '')
    .executeTakeFirst();
}

export async function countUnattached(db: Executor, ownerId: string): Promise<number> {
  const { count } = await db
    .selectFrom('files')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ownerId', '=', ownerId)
    .where('kind', 'in', uploadUses)
    .where('attachedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** The bytes are all there. */
export async function markStored(db: Executor, id: string, bytes: number, sha256: string): Promise<void> {
  await db.updateTable('files').set({ bytes, sha256 }).where('id', '=', id).execute();
}

export type AttachedFile = FileAttachmentRow & Pick<FileRow, 'name' | 'type' | 'bytes'>;

/** In the order to show. */
export function listAttachmentsOf(db: Executor, subjectKind: string, ids: readonly string[]): Promise<AttachedFile[]> {
  return db
    .selectFrom('fileAttachments')
    .innerJoin('files', 'files.id', 'fileAttachments.fileId')
    .select([
      'fileAttachments.fileId',
      'fileAttachments.subjectKind',
      'fileAttachments.subjectId',
      'fileAttachments.position',
      'files.name',
      'files.type',
      'files.bytes',
    ])
    .where('fileAttachments.subjectKind', '=', subjectKind)
    .where('fileAttachments.subjectId', 'in', ids)
    .orderBy('fileAttachments.subjectId')
    .orderBy('fileAttachments.position')
    .execute();
}

export async function insertAttachments(trx: Executor, rows: readonly FileAttachmentRow[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('fileAttachments').values(rows).execute();
}

export async function deleteAttachments(
  trx: Executor,
  subject: { kind: string; id: string },
  fileIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('fileAttachments')
    .where('subjectKind', '=', subject.kind)
    .where('subjectId', '=', subject.id)
    .where('fileId', 'in', fileIds)
    .execute();
}

/** Leaves to the sweep those of these uploads that nothing points at any more: to the next one, unless they are unused since later. */
export async function detachUnused(trx: Executor, ids: readonly string[], unusedSince = 0): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable('files')
    .set({ attachedAt: null, createdAt: unusedSince })
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('fileAttachments').select('fileId').whereRef('fileAttachments.fileId', '=', 'files.id'))),
    )
    .execute();
}

/** From here on nobody can attach it. @returns false when it was attached meanwhile */
export async function markDoomed(db: Executor, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('files')
    .set({ sha256: '' })
    .where('id', '=', id)
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
