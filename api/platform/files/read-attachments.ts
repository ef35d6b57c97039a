import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { readPolicy } from '../policies/read-policy.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { fileLink } from './file-link.ts';
import { filesPolicy } from './policy.ts';
import type { FileRef } from './schema.ts';
import { type AttachedFile, listAttachmentsOf } from './store.ts';

export type FileLinkDeps = { clock: Clock; secret: string };

/**
 * The attachments of things of one kind that the caller may see, by their ids; every id has its list.
 * @param scope whose policy says how long the links work; undefined for the installation's
 */
export async function readAttachments(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope | undefined,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, FileRef[]>> {
  const found = new Map<string, FileRef[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return found;
  const files = await listAttachmentsOf(db, kind, ids);
  if (files.length === 0) return found;
  const { linkMinutes } = await readPolicy(db, scope, filesPolicy);
  for (const file of files) found.get(file.subjectId)!.push(fileRef(deps, file, linkMinutes));
  return found;
}

export function fileRef(
  deps: FileLinkDeps,
  { fileId, name, type, bytes }: Pick<AttachedFile, 'fileId' | 'name' | 'type' | 'bytes'>,
  linkMinutes: number,
): FileRef {
  return { id: fileId, name: name ?? 'file', type, bytes, url: fileLink(deps, fileId, linkMinutes) };
}
