import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { keepDiscarded, takeDiscarded } from '../../platform/discarded/keep-discarded.ts';
import { attachAgain, detachUploads, setAttachments } from '../../platform/files/attach-uploads.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { Refusals } from '../../talent/freelancers/refusals.ts';
import { acceptFields, type FieldContext } from './accept-fields.ts';
import type { JobPostDeps } from './deps.ts';
import { readFieldContext } from './field-context.ts';
import type { JobPostFields } from './schema.ts';
import { deleteDraft, findPost, insertPosts, listStandingIdentities, type PostChange } from './store.ts';
import type { JobPostRow } from './table.ts';

/** Who writes, in which tenant. */
export type Author = { scope: TenantScope; tenant: RequestTenant; personId: string; doer: Doer };

/**
 * Begins a draft with some of its fields.
 * @param origin what it was begun from
 * @throws 422 naming each field that is not accepted
 */
export async function createDraft(
  trx: Executor,
  deps: JobPostDeps,
  { scope, tenant, personId, doer }: Author,
  fields: JobPostFields,
  origin: Pick<JobPostRow, 'templateId' | 'repostOf'> & { from?: string } = { templateId: null, repostOf: null },
): Promise<string> {
  const context = await readFieldContext(trx, deps, scope, tenant, [fields]);
  const columns = acceptedColumns(fields, context);
  const { templateId, repostOf, from } = origin;
  const row = { ...emptyPost(deps, scope, personId), ...columns, templateId, repostOf };
  await insertPosts(trx, [row]);
  const subject = { kind: 'jobPost', id: row.id };
  if (fields.attachmentIds) await setAttachments(trx, deps, fields.attachmentIds, { personId }, subject);
  const details = { ...(templateId && { templateId }), ...(from && { from }) };
  await recordMove(trx, deps, scope, doer, { subject, move: 'create', to: 'draft', details });
  return row.id;
}

/** Who throws it away may take it back for a day. @throws 404, 409 for what is no draft any more */
export async function throwDraftAway(
  trx: Executor,
  deps: JobPostDeps,
  { scope, personId, doer }: Pick<Author, 'scope' | 'personId' | 'doer'>,
  id: string,
): Promise<void> {
  const post = await findPost(trx, scope, id);
  if (!post) throw notFound();
  if (post.state !== 'draft') throw moveRefused('jobPost', 'be thrown away', post.state);
  const subject = { kind: 'jobPost', id };
  if (!(await deleteDraft(trx, scope, id))) throw notFound();
  const files = await detachUploads(trx, subject, deps.clock.now());
  await keepDiscarded(trx, deps, { scope, personId }, subject, { row: post, files } satisfies DiscardedDraft);
  await recordMove(trx, deps, scope, doer, { subject, move: 'discard', from: 'draft', details: { title: post.title } });
}

type DiscardedDraft = { row: JobPostRow; files: readonly string[] };

/** @throws 404 */
export async function takeDraftBack(
  trx: Executor,
  deps: JobPostDeps,
  { scope, personId, doer }: Pick<Author, 'scope' | 'personId' | 'doer'>,
  id: string,
): Promise<void> {
  const subject = { kind: 'jobPost', id };
  const { row, files } = await takeDiscarded<DiscardedDraft>(trx, { scope, personId }, subject);
  const known = row.importIdentity === null ? [] : [row.importIdentity];
  const [standing] = await listStandingIdentities(trx, scope, 'importIdentity', known);
  // Imported again meanwhile: then that one is the import's, and this one stands for itself.
  await insertPosts(trx, [standing ? { ...row, importIdentity: null } : row]);
  await attachAgain(trx, deps, files, subject);
  await recordMove(trx, deps, scope, doer, { subject, move: 'restore', to: 'draft', details: {} });
}

function acceptedColumns(fields: JobPostFields, context: FieldContext): PostChange {
  const refusals = new Refusals();
  const columns = acceptFields(fields, { questions: [], customFields: {} }, context, refusals);
  refusals.throwIfAny();
  return columns;
}

export function emptyPost(
  { clock, newId }: Pick<JobPostDeps, 'clock' | 'newId'>,
  { tenantId }: TenantScope,
  ownerId: string,
): JobPostRow {
  const nowMs = clock.now();
  return {
    id: newId('jp'),
    tenantId,
    state: 'draft',
    title: '',
    description: '',
    categoryId: null,
    skills: '[]',
    budgetKind: null,
    budgetMinMinor: null,
    budgetMaxMinor: null,
    budgetCurrency: null,
    duration: null,
    weeklyHours: null,
    experienceLevel: null,
    countries: '[]',
    timezone: null,
    overlapHours: null,
    visibility: 'public',
    poolIds: '[]',
    questions: '[]',
    team: null,
    costCenter: null,
    purchaseOrder: null,
    customFields: '{}',
    hires: 1,
    hired: 0,
    templateId: null,
    repostOf: null,
    ownerId,
    liveIdentity: null,
    importIdentity: null,
    approvalId: null,
    approvalHash: null,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
    publishedAt: null,
    expiresAt: null,
    expiryNoticeAt: null,
    endedAt: null,
    endReason: null,
  };
}
