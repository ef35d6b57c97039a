import type { Executor } from '../database/database.ts';
import { findUpload } from './store.ts';

/** SHA-256 of an upload's bytes, in lower-case hexadecimal. The caller has made sure that it may be known. */
export async function readUploadHash(db: Executor, fileId: string): Promise<string> {
  const file = await findUpload(db, fileId);
  if (!file) throw new Error(`there is no upload ${fileId}`);
  return file.sha256;
}
