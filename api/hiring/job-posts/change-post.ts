import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { requestApprovalIfNeeded } from '../../procurement/approvals/request-approval.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { acceptFields } from './accept-fields.ts';
import type { JobPostDeps } from './deps.ts';
import type { Author } from './draft-post.ts';
import { readFieldContext } from './field-context.ts';
import { identityOf } from './identity.ts';
import { mostItCosts } from './job-cost.ts';
import { tellChanged } from './move-post.ts';
import { noteOrder } from './note-order.ts';
import { type JobPostRecord, postOfRow } from './post-of-row.ts';
import { approvalRequest, requirePublishable } from './publish-post.ts';
import type { JobPostFields } from './schema.ts';
import { updatePost } from './store.ts';
import type { JobPostRow } from './table.ts';

const editable = ['draft', 'open', 'paused'] as const;

/**
 * Changes fields of a draft, which may lack anything, or of an open post, which stays whole.
 * @param row as it was read, whose revision the writer knows
 * @throws 409 job_post_<state>, identical_open_post, budget_change_needs_approval; 422 naming each field
 */
export async function changePost(
  trx: Executor,
  deps: JobPostDeps,
  author: Author,
  row: JobPostRow,
  fields: JobPostFields,
): Promise<void> {
  const { scope, tenant, personId, doer } = author;
  const before = postOfRow(row);
  if (!editable.some((state) => state === row.state)) throw moveRefused('jobPost', 'be changed', row.state);
  if (fields.templateId !== undefined && fields.templateId !== row.templateId) throw templateFixed();
  const refusals = new Refusals();
  const change = acceptFields(fields, before, await readFieldContext(trx, deps, scope, tenant, [fields]), refusals);
  if (fields.hires !== undefined && fields.hires <= row.hired && row.state !== 'draft')
    refusals.add('/hires', 'hires_below_hired', `${row.hired} were hired already; close the post instead.`);
  refusals.throwIfAny();
  const after = postOfRow({ ...row, ...change });
  const isLive = row.state !== 'draft';
  if (isLive) await requireStillAllowed(trx, deps, author, before, after);
  const columns = { ...change, updatedAt: deps.clock.now(), ...(isLive && { liveIdentity: identityOf(after) }) };
  if (!(await updatePost(trx, scope, row, [row.state], columns))) throw changedMeanwhile();
  const subject = { kind: 'jobPost', id: row.id };
  if (fields.attachmentIds) await setAttachments(trx, deps, fields.attachmentIds, { personId }, subject);
  const changed = Object.keys(fields);
  if (!isLive) {
    // A draft saves itself every few seconds: the log keeps that, the timeline would drown in it.
    await recordAudit(trx, deps, scope, doer, { action: 'jobPost.drafted', object: subject, details: { changed } });
    return;
  }
  await recordMove(trx, deps, scope, doer, { subject, move: 'changed', details: { changed } });
  await tellChanged(trx, deps, scope, row);
  await noteOrder(trx, deps, scope, row.id);
}

/** What is open stays publishable, alone of its kind, and within what was approved. */
async function requireStillAllowed(
  trx: Executor,
  deps: JobPostDeps,
  author: Author,
  before: JobPostRecord,
  after: JobPostRecord,
): Promise<void> {
  await requirePublishable(trx, author, after);
  if (!costsMore(before, after)) return;
  // Asked only to learn whether one is needed: the refusal takes the request back with everything else.
  const request = approvalRequest(after, author.personId);
  const approval = await requestApprovalIfNeeded(trx, deps, author.scope, author.doer, request);
  if (approval !== 'notNeeded') throw budgetNeedsApproval();
}

function costsMore(before: JobPostRecord, after: JobPostRecord): boolean {
  const [was, is] = [mostItCosts(before), mostItCosts(after)];
  if (was === null || is === null) return is !== was || JSON.stringify(before.budget) !== JSON.stringify(after.budget);
  return is.currency !== was.currency || is.amountMinor > was.amountMinor;
}

function budgetNeedsApproval() {
  return conflict(
    'budget_change_needs_approval',
    'With this change the post may cost more than was approved; nothing was changed. Duplicate it and publish that, which asks for approval.',
  );
}

function changedMeanwhile() {
  return conflict(
    'changed_meanwhile',
    'Somebody changed this post at the same moment; nothing was changed. Read it again.',
  );
}

function templateFixed() {
  return unprocessable('template_fixed', 'A draft keeps the template that it began with; nothing was changed.', [
    { pointer: '/templateId', code: 'template_fixed', message: 'Begin another draft from that template.' },
  ]);
}
