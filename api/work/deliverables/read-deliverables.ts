import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type FileLinkDeps, readAttachments } from '../../platform/files/read-attachments.ts';
import { formattedText } from '../../platform/rich-text/present-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { deliverableSubject } from './keep-deliverables.ts';
import type { Deliverable } from './schema.ts';
import { listDeliverablesOf } from './store.ts';
import type { DeliverableRow } from './table.ts';

export type { DeliverableRow } from './table.ts';

/** By milestone, the newest first; every milestone has its list. The caller has made sure that they may be seen. */
export async function readDeliverables(
  db: Executor,
  deps: FileLinkDeps,
  scope: TenantScope,
  milestoneIds: readonly string[],
): Promise<Map<string, Deliverable[]>> {
  const rows = await listDeliverablesOf(db, milestoneIds);
  const ids = rows.map(({ id }) => id);
  const files = await readAttachments(db, deps, scope, deliverableSubject, ids);
  const people = await peopleById(db, [...new Set(rows.map(({ submittedBy }) => submittedBy))]);
  const found = new Map<string, Deliverable[]>(milestoneIds.map((id) => [id, []]));
  for (const row of rows) {
    const submittedBy = people.get(row.submittedBy)?.name ?? '';
    found.get(row.milestoneId)!.push(presentDeliverable(row, submittedBy, files.get(row.id) ?? []));
  }
  return found;
}

function presentDeliverable(row: DeliverableRow, submittedBy: string, files: Deliverable['files']): Deliverable {
  return {
    id: row.id,
    milestoneId: row.milestoneId,
    version: row.version,
    note: formattedText(row.note),
    links: JSON.parse(row.links),
    files,
    submittedBy,
    submittedAt: isoInstant(row.submittedAt),
    answer: row.answer,
    answerReason: row.answerReason,
    answeredAt: row.answeredAt === null ? null : isoInstant(row.answeredAt),
  };
}
