import type { Executor } from '../database/database.ts';
import { ownerIdOf, type Uploader } from './attach-uploads.ts';
import { uploadKey } from './file.ts';
import type { Files } from './files.ts';
import { findUpload } from './store.ts';

export type OpenFiles = { files: Files };

/**
 * Reads an upload on the server.
 * @param uploader whose it must be; undefined when the caller has proven otherwise that it may be read
 * @returns undefined when there is no such upload, or its bytes are gone
 */
export async function openUpload(
  db: Executor,
  { files }: OpenFiles,
  fileId: string,
  uploader: Uploader | undefined,
): Promise<{ name: string; bytes: AsyncIterable<Uint8Array> } | undefined> {
  const file = await findUpload(db, fileId);
  if (!file || (uploader && file.ownerId !== ownerIdOf(uploader))) return undefined;
  const bytes = await files.getStream(uploadKey(fileId) ?? '');
  return bytes && { name: file.name ?? 'file', bytes };
}
