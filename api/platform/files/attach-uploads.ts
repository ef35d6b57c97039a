import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { unprocessable } from '../http/problem.ts';
import {
  deleteAttachments,
  detachUnused,
  insertAttachments,
  listAttachmentsOf,
  listUploadsOf,
  markAttached,
} from './store.ts';
import { attachmentsMax } from './upload.ts';

/** What an upload is attached to; the caller has made sure that it may be changed. */
export type FileSubject = { kind: string; id: string };
/** Who uploaded: a person, or a tenant by its secret key. See `uploaderOf`. */
export type Uploader = { personId: string } | { tenantId: string };

/**
 * Makes exactly these uploads the attachments of something, in its own transaction and in this order: new ones are
 * kept for good, those left out are let go. What stands there already may have been uploaded by somebody else.
 * @throws 422 attachment_unknown, attachment_repeated, too_many_attachments, each pointing into `/attachmentIds`
 */
export async function setAttachments(
  trx: Executor,
  deps: { clock: Clock },
  fileIds: readonly string[],
  uploader: Uploader,
  subject: FileSubject,
  { pointer = '/attachmentIds', max = attachmentsMax }: { pointer?: string; max?: number } = {},
): Promise<void> {
  refuseRepeats(fileIds, pointer);
  if (fileIds.length > max) {
    throw unprocessable('too_many_attachments', `At most ${max} files can be attached; nothing was changed.`, [
      { pointer, code: 'too_many_attachments', message: `At most ${max} files.` },
    ]);
  }
  const standing = (await listAttachmentsOf(trx, subject.kind, [subject.id])).map(({ fileId }) => fileId);
  const added = fileIds.filter((id) => !standing.includes(id));
  const own = new Set((await listUploadsOf(trx, ownerIdOf(uploader), added)).map(({ id }) => id));
  const unknown = fileIds.flatMap((id, at) => (added.includes(id) && !own.has(id) ? [at] : []));
  if (unknown.length > 0) throw attachmentUnknown(unknown.map((at) => `${pointer}/${at}`));
  if (standing.length > 0) await deleteAttachments(trx, subject, standing);
  await insertAttachments(
    trx,
    fileIds.map((fileId, position) => ({ fileId, subjectKind: subject.kind, subjectId: subject.id, position })),
  );
  for (const id of added) {
    const isKept = await markAttached(trx, id, deps.clock.now());
    if (!isKept) throw attachmentUnknown([`${pointer}/${fileIds.indexOf(id)}`]);
  }
  await detachUnused(
    trx,
    standing.filter((id) => !fileIds.includes(id)),
  );
}

/** Adds one upload behind those that stand there. @throws 422 as `setAttachments` */
export async function attachUpload(
  trx: Executor,
  deps: { clock: Clock },
  fileId: string,
  uploader: Uploader,
  subject: FileSubject,
): Promise<void> {
  const standing = (await listAttachmentsOf(trx, subject.kind, [subject.id])).map((file) => file.fileId);
  if (standing.includes(fileId)) return;
  await setAttachments(trx, deps, [...standing, fileId], uploader, subject, {
    pointer: '/fileId',
    max: Number.MAX_SAFE_INTEGER,
  });
}

/** The same files at something else too, as when a post is duplicated; the bytes are kept once. */
export async function copyAttachments(trx: Executor, from: FileSubject, to: FileSubject): Promise<void> {
  const standing = await listAttachmentsOf(trx, from.kind, [from.id]);
  await insertAttachments(
    trx,
    standing.map(({ fileId, position }) => ({ fileId, subjectKind: to.kind, subjectId: to.id, position })),
  );
}

/**
 * Lets all of them go; the sweep removes those that nothing else points at.
 * @param unusedSince now for what may be taken back: the sweep then waits as it does for an upload
 * @returns their ids, in order
 */
export async function detachUploads(trx: Executor, subject: FileSubject, unusedSince = 0): Promise<readonly string[]> {
  const ids = (await listAttachmentsOf(trx, subject.kind, [subject.id])).map(({ fileId }) => fileId);
  if (ids.length === 0) return [];
  await deleteAttachments(trx, subject, ids);
  await detachUnused(trx, ids, unusedSince);
  return ids;
}

/** What `detachUploads` let go, whoever uploaded it; what the sweep has begun to remove is left out. */
export async function attachAgain(
  trx: Executor,
  deps: { clock: Clock },
  fileIds: readonly string[],
  subject: FileSubject,
): Promise<void> {
  const there: string[] = [];
  for (const id of fileIds) if (await markAttached(trx, id, deps.clock.now())) there.push(id);
  await insertAttachments(
    trx,
    there.map((fileId, position) => ({ fileId, subjectKind: subject.kind, subjectId: subject.id, position })),
  );
}

export function ownerIdOf(uploader: Uploader): string {
  return 'personId' in uploader ? uploader.personId : uploader.tenantId;
}

function refuseRepeats(fileIds: readonly string[], pointer: string): void {
  const at = fileIds.findIndex((id, index) => fileIds.indexOf(id) !== index);
  if (at < 0) return;
  throw unprocessable('attachment_repeated', 'A file is attached twice; nothing was changed. Send each id once.', [
    { pointer: `${pointer}/${at}`, code: 'attachment_repeated', message: 'This file is there already.' },
  ]);
}

function attachmentUnknown(pointers: readonly string[]) {
  const message = 'There is no such upload of yours; uploads that were not attached are removed after a day.';
  return unprocessable(
    'attachment_unknown',
    'A file to attach is not there any more, or was uploaded by somebody else; nothing was changed. Upload it again.',
    pointers.map((pointer) => ({ pointer, code: 'attachment_unknown', message })),
  );
}
