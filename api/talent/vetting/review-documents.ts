import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { attachUpload } from '../../platform/files/attach-uploads.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type CaseFacts, getFacts } from './case-facts.ts';
import type { VettingDeps } from './deps.ts';
import type { Desk } from './desk.ts';
import { requireAction } from './hindrances.ts';
import type { NewDocument } from './own-schema.ts';
import { insertDocument, updateDocument } from './review-store.ts';
import type { VettingDocumentRow } from './table.ts';
import { tellApplicant, tellDesk } from './tell.ts';
import {
  type DocumentMove,
  type DocumentState,
  documentMoves,
  documentsMax,
  otherDocument,
} from './vetting-document.ts';
import { missingDocuments, wantedDocuments } from './wanted-documents.ts';

const takesDocuments = ['applied', 'eligibilityCheck', 'documentReview'];

/** @throws 409 by state, too_many_documents, 422 document_unknown, attachment_unknown */
export async function handInDocument(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  { key, label, fileId }: NewDocument,
): Promise<void> {
  const { application, documents } = facts;
  if (!takesDocuments.includes(application.state))
    throw moveRefused('vettingApplication', 'takeDocuments', application.state);
  if (documents.length >= documentsMax)
    throw conflict('too_many_documents', `At most ${documentsMax} documents can be handed in; take one back first.`);
  const wanted = wantedDocuments(facts).find((one) => one.key === key);
  if (!wanted && key !== otherDocument)
    throw unprocessable('document_unknown', 'This program asks for no such document; nothing was handed in.', [
      { pointer: '/key', code: 'document_unknown', message: 'Use a key of wantedDocuments, or `other`.' },
    ]);
  const row: VettingDocumentRow = {
    id: deps.newId('vd'),
    tenantId: application.tenantId,
    applicationId: application.id,
    key,
    label: wanted?.label ?? label ?? '',
    state: 'submitted',
    reason: null,
    reviewedBy: null,
    reviewedAt: null,
    createdAt: deps.clock.now(),
  };
  await insertDocument(trx, row);
  await attachUpload(trx, deps, fileId, { personId: application.personId }, { kind: 'vettingDocument', id: row.id });
  await recordDocument(trx, deps, doer, row, 'handIn', null, 'submitted');
  await tellDesk(trx, deps, application, 'vetting.documentsHandedIn', {});
}

/** @throws 404, 409 vetting_document_accepted */
export async function takeBackDocument(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  facts: CaseFacts,
  documentId: string,
): Promise<void> {
  if (!takesDocuments.includes(facts.application.state))
    throw moveRefused('vettingApplication', 'giveDocumentsBack', facts.application.state);
  await moveDocument(trx, deps, doer, facts, documentId, 'remove', {});
}

/** @throws 403 own_application, 404, 409 by state */
export async function reviewDocument(
  trx: Executor,
  deps: VettingDeps,
  desk: Desk,
  doer: Doer,
  facts: CaseFacts,
  documentId: string,
  { move, reason }: { move: 'accept' | 'refuse'; reason: string | null },
): Promise<void> {
  const { application } = facts;
  if (!facts.documents.some(({ id }) => id === documentId)) throw notFound();
  requireAction('reviewDocuments', facts, desk, deps.clock.now());
  const change = { reason, reviewedBy: desk.person.personId, reviewedAt: deps.clock.now() };
  const document = await moveDocument(trx, deps, doer, facts, documentId, move, change);
  if (move === 'refuse') {
    const words = { document: document.label, reason: reason ?? '–' };
    return tellApplicant(trx, deps, application, 'vetting.documentRefused', words);
  }
  const after = await getFacts(trx, desk.scope, application.id);
  if (missingDocuments(after).length > 0) return;
  if (application.kind === 'renewal')
    await tellDesk(trx, deps, application, 'vetting.toScore', {}, { everybody: true });
  else await tellApplicant(trx, deps, application, 'vetting.chooseSlot', {});
}

async function moveDocument(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { application, documents }: CaseFacts,
  documentId: string,
  move: DocumentMove,
  change: Partial<Pick<VettingDocumentRow, 'reason' | 'reviewedBy' | 'reviewedAt'>>,
): Promise<VettingDocumentRow> {
  const document = documents.find(({ id }) => id === documentId);
  if (!document) throw notFound();
  const scope = tenantScope(application.tenantId);
  const { from, to } = requireMove<DocumentState, DocumentMove>(documentMoves, 'vettingDocument', move, document.state);
  if (!(await updateDocument(trx, scope, document, from, { ...change, state: to })))
    throw moveRefused('vettingDocument', move, to);
  await recordDocument(trx, deps, doer, document, move, document.state, to, change.reason);
  return { ...document, ...change, state: to };
}

/** In the timeline of its application too, by what it is. */
async function recordDocument(
  trx: Executor,
  deps: VettingDeps,
  doer: Doer,
  { id, applicationId, tenantId, label }: VettingDocumentRow,
  move: string,
  from: DocumentState | null,
  to: DocumentState,
  reason: string | null = null,
): Promise<void> {
  await recordMove(trx, deps, tenantScope(tenantId), doer, {
    subject: { kind: 'vettingApplication', id: applicationId },
    move: `document.${move}`,
    from,
    to,
    reason,
    details: { documentId: id, label },
  });
}
