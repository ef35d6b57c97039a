import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isReadable, validityOf } from './compliance-document.ts';
import { documentNoun } from './keep-document.ts';
import { complianceDocumentsPolicy } from './policy.ts';
import type { ComplianceDocument } from './schema.ts';
import { listOfTasks } from './store.ts';
import type { ComplianceDocumentRow } from './table.ts';

/** Papers of tasks that the caller may read, by task. */
export async function readTaskDocuments(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope | undefined,
  taskIds: readonly string[],
): Promise<Map<string, ComplianceDocument[]>> {
  const rows = await listOfTasks(db, taskIds);
  const shown = await presentDocuments(db, deps, scope, rows);
  return Map.groupBy(shown, ({ taskId }) => taskId!) as Map<string, ComplianceDocument[]>;
}

/** For who may know that there are papers but not read them. */
export async function countTaskDocuments(db: Executor, taskIds: readonly string[]): Promise<Map<string, number>> {
  const byTask = Map.groupBy(await listOfTasks(db, taskIds), ({ taskId }) => taskId!);
  return new Map([...byTask].map(([taskId, rows]) => [taskId, rows.length]));
}

/** The caller has made sure that they may be read. */
export async function presentDocuments(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope | undefined,
  rows: readonly ComplianceDocumentRow[],
): Promise<ComplianceDocument[]> {
  const ids = rows.map(({ id }) => id);
  const files = await readAttachments(db, deps, scope, documentNoun, ids);
  const people = await peopleById(db, [...new Set(rows.map(({ addedBy }) => addedBy))]);
  const nowMs = deps.clock.now();
  const { soonDays } = await readPolicy(db, scope, complianceDocumentsPolicy);
  return rows.map((row) => ({
    id: row.id,
    contractId: row.contractId,
    freelancerId: row.freelancerId,
    taskId: row.taskId,
    kind: row.kind,
    title: row.title,
    hash: row.hash,
    validUntil: row.validUntil === null ? null : isoInstant(row.validUntil),
    validity: validityOf(row, nowMs, soonDays),
    scan: row.scan,
    file: isReadable(row) ? (files.get(row.id)?.[0] ?? null) : null,
    addedBy: people.get(row.addedBy)?.name ?? '',
    addedAt: isoInstant(row.addedAt),
  }));
}
