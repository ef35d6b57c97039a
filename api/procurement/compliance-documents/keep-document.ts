import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { attachUpload, type Uploader } from '../../platform/files/attach-uploads.ts';
import { readUploadHash } from '../../platform/files/read-upload-hash.ts';
import { conflict } from '../../platform/http/problem.ts';
import { insertDocument, markRenewed, markReplaced } from './store.ts';
import type { ComplianceDocumentRow } from './table.ts';

export type KeepDeps = { clock: Clock; newId: NewId; hasScanner: boolean };
export type NewDocument = Pick<
  ComplianceDocumentRow,
  'tenantId' | 'freelancerId' | 'contractId' | 'taskId' | 'kind' | 'title' | 'fileId' | 'validUntil'
> & {
  /** The document whose place it takes. */
  renews?: string | null;
};

export type { ComplianceDocumentRow } from './table.ts';

export const documentNoun = 'complianceDocument';

/**
 * Keeps an upload as a paper, with the hash of its bytes.
 * @throws 422 attachment_unknown; 409 document_renewed
 */
export async function keepDocument(
  trx: Executor,
  deps: KeepDeps,
  uploader: Uploader & { personId: string },
  { renews = null, ...given }: NewDocument,
): Promise<ComplianceDocumentRow> {
  const id = deps.newId('cd');
  await attachUpload(trx, deps, given.fileId, uploader, { kind: documentNoun, id });
  const row: ComplianceDocumentRow = {
    ...given,
    id,
    hash: await readUploadHash(trx, given.fileId),
    scan: deps.hasScanner ? 'waiting' : 'notScanned',
    addedBy: uploader.personId,
    addedAt: deps.clock.now(),
    renewedBy: null,
  };
  await insertDocument(trx, row);
  if (renews !== null && !(await markRenewed(trx, { ...row, id: renews }, id)))
    throw conflict('document_renewed', 'Another paper took the place of this one already; nothing was kept.');
  return row;
}

/** The papers of a task that were handed in before give way to these. */
export async function replacePapers(
  trx: Executor,
  taskId: string,
  papers: readonly Pick<ComplianceDocumentRow, 'id'>[],
): Promise<void> {
  const ids = papers.map(({ id }) => id);
  await markReplaced(trx, taskId, ids, ids[0]!);
}
