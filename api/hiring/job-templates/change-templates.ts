import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { keepDiscarded, takeDiscarded } from '../../platform/discarded/keep-discarded.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { cleanedFields, fieldsOfPost } from '../job-posts/check-fields.ts';
import type { JobPostFields } from '../job-posts/schema.ts';
import {
  countTemplates,
  deleteTemplate,
  findTemplate,
  findTemplateNamed,
  insertTemplate,
  updateTemplate,
} from './store.ts';
import type { JobTemplateRow } from './table.ts';

export type TemplateDeps = { clock: Clock; newId: NewId };
export type TemplateAuthor = { scope: TenantScope; tenant: RequestTenant; personId: string; doer: Doer };

const templatesMax = 200;

/** @throws 404 */
export async function getTemplate(db: Executor, scope: TenantScope, id: string): Promise<JobTemplateRow> {
  const row = await findTemplate(db, scope, id);
  if (!row) throw notFound();
  return row;
}

/** The fields that a draft begins with. @throws 404 */
export async function templateFields(db: Executor, scope: TenantScope, id: string): Promise<JobPostFields> {
  return JSON.parse((await getTemplate(db, scope, id)).fields);
}

/** @throws 404 for an unknown post, 409 too_many_templates, template_name_taken, 422 as a draft does */
export async function createTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, tenant, personId, doer }: TemplateAuthor,
  { name, fields, jobPostId }: { name: string; fields?: JobPostFields | undefined; jobPostId?: string | undefined },
): Promise<JobTemplateRow> {
  if ((fields === undefined) === (jobPostId === undefined)) throw eitherOr();
  await requireRoom(trx, scope);
  await requireFreeName(trx, scope, name);
  const given = fields ?? (await fieldsOfPost(trx, scope, jobPostId!));
  const cleaned = await cleanedFields(trx, deps, scope, tenant, given);
  const nowMs = deps.clock.now();
  const row: JobTemplateRow = {
    id: deps.newId('jt'),
    tenantId: scope.tenantId,
    name,
    fields: JSON.stringify(cleaned),
    ownerId: personId,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await insertTemplate(trx, row);
  await audit(trx, deps, scope, doer, row, 'created');
  return row;
}

/** @throws 409 template_name_taken, changed_meanwhile, 422 as a draft does */
export async function changeTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, tenant, doer }: TemplateAuthor,
  row: JobTemplateRow,
  { name, fields }: { name?: string | undefined; fields?: JobPostFields | undefined },
): Promise<JobTemplateRow> {
  if (name !== undefined && name !== row.name) await requireFreeName(trx, scope, name);
  const cleaned = fields && (await cleanedFields(trx, deps, scope, tenant, fields));
  const change = {
    ...(name !== undefined && { name }),
    ...(cleaned && { fields: JSON.stringify({ ...JSON.parse(row.fields), ...cleaned }) }),
    updatedAt: deps.clock.now(),
  };
  if (!(await updateTemplate(trx, scope, row, change)))
    throw conflict('changed_meanwhile', 'Somebody changed this template at the same moment; read it again.');
  await audit(trx, deps, scope, doer, row, 'changed');
  return getTemplate(trx, scope, row.id);
}

/** Who deletes it may put it back for a day. @throws 404 */
export async function removeTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, personId, doer }: TemplateAuthor,
  id: string,
): Promise<void> {
  const row = await getTemplate(trx, scope, id);
  await keepDiscarded(trx, deps, { scope, personId }, { kind: discardedKind, id }, row);
  if (!(await deleteTemplate(trx, scope, id))) throw notFound();
  await audit(trx, deps, scope, doer, row, 'deleted');
}

/** @throws 404, 409 too_many_templates, template_name_taken */
export async function restoreTemplate(
  trx: Executor,
  deps: TemplateDeps,
  { scope, personId, doer }: TemplateAuthor,
  id: string,
): Promise<JobTemplateRow> {
  const row = await takeDiscarded<JobTemplateRow>(trx, { scope, personId }, { kind: discardedKind, id });
  await requireRoom(trx, scope);
  await requireFreeName(trx, scope, row.name);
  await insertTemplate(trx, row);
  await audit(trx, deps, scope, doer, row, 'restored');
  return row;
}

const discardedKind = 'jobTemplate';

async function requireRoom(trx: Executor, scope: TenantScope): Promise<void> {
  if ((await countTemplates(trx, scope)) >= templatesMax)
    throw conflict('too_many_templates', `There are ${templatesMax} templates; none was made. Delete one first.`);
}

async function requireFreeName(trx: Executor, scope: TenantScope, name: string): Promise<void> {
  if (await findTemplateNamed(trx, scope, name))
    throw conflict('template_name_taken', 'There is a template of this name; nothing was changed. Take another name.');
}

function eitherOr() {
  const message = 'Send the fields, or the id of the post to take them from, and not both.';
  return unprocessable('template_source', `${message} Nothing was made.`, [
    { pointer: '/fields', code: 'template_source', message },
  ]);
}

function audit(
  trx: Executor,
  deps: TemplateDeps,
  scope: TenantScope,
  doer: Doer,
  { id, name }: JobTemplateRow,
  what: 'created' | 'changed' | 'deleted' | 'restored',
): Promise<void> {
  const object = { kind: 'jobTemplate', id };
  return recordAudit(trx, deps, scope, doer, { action: `jobTemplate.${what}`, object, details: { name } });
}
