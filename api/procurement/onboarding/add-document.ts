import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ComplianceDocumentRow, documentNoun, keepDocument } from '../compliance-documents/keep-document.ts';
import { endOfDay, type TaskDeps } from './do-task.ts';
import type { AddedDocument } from './schema.ts';
import type { OnboardingRow } from './table.ts';

/** A paper beside what was asked, by either side. @throws 409 contract_over, document_renewed; 422 document_expired */
export async function addDocument(
  trx: Executor,
  deps: TaskDeps,
  doer: Doer,
  { contractId, tenantId, freelancerId, state }: OnboardingRow,
  personId: string,
  { fileId, kind, title, validUntil: day, renews }: AddedDocument,
): Promise<ComplianceDocumentRow> {
  if (state === 'closed') throw conflict('contract_over', 'This contract is over; nothing was kept.');
  const validUntil = endOfDay(day);
  if (validUntil !== null && validUntil <= deps.clock.now())
    throw unprocessable('document_expired', 'This paper is no longer valid; nothing was kept. Add one that is.', [
      { pointer: '/validUntil', code: 'document_expired', message: 'This day has passed.' },
    ]);
  const row = await keepDocument(
    trx,
    deps,
    { personId },
    {
      ...{ tenantId, freelancerId, contractId, kind, title, fileId, validUntil, renews },
      taskId: null,
    },
  );
  await recordAudit(trx, deps, tenantScope(tenantId), doer, {
    action: `${documentNoun}.added`,
    object: { kind: documentNoun, id: row.id },
    details: { contractId, kind, hash: row.hash, renews },
  });
  return row;
}
