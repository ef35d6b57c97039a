import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import { acceptMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type DeliverableAnswer, deliverableFilesMax, deliverableNoteMaxLength } from './deliverable.ts';
import { answerWaiting, insertDeliverable } from './store.ts';
import type { DeliverableRow } from './table.ts';

export type HandedIn = { note: string; links: readonly string[]; attachmentIds: readonly string[] };
type Deps = { clock: Clock; newId: NewId };

export const deliverableSubject = 'deliverable';

/**
 * One version of the work, with its files.
 * @throws 422 submission_empty, attachment_unknown, html_in_text …
 */
export async function keepDeliverable(
  trx: Executor,
  deps: Deps,
  milestone: { id: string; tenantId: string; contractId: string },
  version: number,
  personId: string,
  { note: typed, links, attachmentIds }: HandedIn,
): Promise<DeliverableRow> {
  const note = acceptMarkdown(typed, deliverableNoteMaxLength, '/note');
  if (note === '' && links.length === 0 && attachmentIds.length === 0) throw submissionEmpty();
  const row: DeliverableRow = {
    id: deps.newId('dv'),
    tenantId: milestone.tenantId,
    contractId: milestone.contractId,
    milestoneId: milestone.id,
    version,
    note,
    links: JSON.stringify(links),
    submittedBy: personId,
    submittedAt: deps.clock.now(),
    answer: 'waiting',
    answerReason: null,
    answeredAt: null,
  };
  await insertDeliverable(trx, row);
  const subject = { kind: deliverableSubject, id: row.id };
  await setAttachments(trx, deps, attachmentIds, { personId }, subject, { max: deliverableFilesMax });
  return row;
}

export async function answerDeliverable(
  trx: Executor,
  { clock }: Pick<Deps, 'clock'>,
  scope: TenantScope,
  milestoneId: string,
  answer: Exclude<DeliverableAnswer, 'waiting'>,
  reason: string | null = null,
): Promise<void> {
  await answerWaiting(trx, scope, milestoneId, { answer, answerReason: reason, answeredAt: clock.now() });
}

const submissionEmpty = () =>
  unprocessable('submission_empty', 'Nothing was handed in: write a note, or add a file or a link.', [
    { pointer: '/note', code: 'submission_empty', message: 'A note, a file or a link.' },
  ]);
