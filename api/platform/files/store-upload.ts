import { createHash } from 'node:crypto';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { conflict, Refusal } from '../http/problem.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { ownerIdOf, type Uploader } from './attach-uploads.ts';
import { uploadKey } from './file.ts';
import type { Files } from './files.ts';
import { filesPolicy } from './policy.ts';
import { fileEmpty, fileTooLarge } from './read-upload.ts';
import { countUnattached, deleteUnattachedFile, insertFile, markStored } from './store.ts';
import { safeFileName, type UploadUse, uploadTypes } from './upload.ts';
import { sampleBytes, uploadTypeOf } from './upload-type.ts';

export type UploadDeps = { database: Database; files: Files; clock: Clock; newId: NewId };
export type Upload = {
  name: string;
  use: UploadUse;
  /** Of Content-Length, 0 where it is missing; what comes is counted all the same. */
  announcedBytes: number;
  chunks: AsyncIterable<Uint8Array>;
};
export type StoredUpload = { fileId: string; name: string; type: string; bytes: number };

/**
 * Keeps what somebody sends, chunk by chunk. It is unattached until a command calls `setAttachments`.
 * @throws 409 too_many_unattached_files, 413 file_too_large, 415 file_type_refused, 400 file_missing
 */
export async function storeUpload(
  deps: UploadDeps,
  uploader: Uploader,
  { name, use, announcedBytes, chunks }: Upload,
): Promise<StoredUpload> {
  const { database, files, clock, newId } = deps;
  const ownerId = ownerIdOf(uploader);
  const { attachmentBytesMax, importBytesMax, unattachedMax } = await readPolicy(database.db, undefined, filesPolicy);
  if ((await countUnattached(database.db, ownerId)) >= unattachedMax) throw tooManyUnattached(unattachedMax);
  const bytesMax = use === 'import' ? importBytesMax : attachmentBytesMax;
  if (announcedBytes > bytesMax) throw fileTooLarge(bytesMax);
  const bounded = limited(chunks, bytesMax);
  const { sample, all } = await sampled(bounded);
  if (sample.byteLength === 0) throw fileEmpty();
  const extension = await uploadTypeOf(sample, name);
  if (use === 'import' && extension !== 'csv' && extension !== 'txt') throw notATable();
  const type = uploadTypes[extension];
  const row = { id: newId('fl'), ownerId, kind: use, type, name: safeFileName(name, extension) };
  const hash = createHash('sha256');
  let bytes = 0;
  // The row comes first, marked as not whole: the sweep finds what a crash leaves behind.
  await insertFile(database.db, {
    ...row,
    bytes: 0,
    sha256: '',
    width: null,
    height: null,
    createdAt: clock.now(),
    attachedAt: null,
  });
  try {
    await files.putStream(uploadKey(row.id)!, counted());
  } catch (error) {
    await deleteUnattachedFile(database.db, row.id);
    throw error;
  }
  await markStored(database.db, row.id, bytes, hash.digest('hex'));
  return { fileId: row.id, name: row.name, type, bytes };

  async function* counted() {
    for await (const chunk of all) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      yield chunk;
    }
  }
}

async function* limited(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) throw fileTooLarge(bytesMax);
    yield chunk;
  }
}

/** The beginning, and all chunks with it. */
async function sampled(chunks: AsyncGenerator<Uint8Array>) {
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < sampleBytes) {
    const { done, value } = await chunks.next();
    if (done) break;
    first.push(value);
    length += value.byteLength;
  }
  async function* all() {
    yield* first;
    yield* chunks;
  }
  return { sample: Buffer.concat(first, length), all: all() };
}

function tooManyUnattached(max: number): Refusal {
  return conflict(
    'too_many_unattached_files',
    `${max} files were uploaded and never used; this one was not kept. Attach some, or wait a day until they are removed.`,
  );
}

function notATable(): Refusal {
  return new Refusal(415, 'file_type_refused', 'Only a CSV file can be imported; nothing was kept. Export it as CSV.');
}
