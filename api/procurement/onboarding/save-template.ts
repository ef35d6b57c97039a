import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, type FieldProblem, notFound, unprocessable } from '../../platform/http/problem.ts';
import { readMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readPublished } from '../classification/read-questionnaires.ts';
import type { OnboardingDeps } from './deps.ts';
import { taskTextMaxLength, templatesMax } from './onboarding-task.ts';
import type { TemplateTask } from './onboarding-template.ts';
import type { GivenTemplate } from './template-schema.ts';
import {
  findTemplate,
  insertTemplate,
  insertTemplateVersion,
  listTemplates,
  type TemplateRecord,
  takeOut,
  updateTemplate,
} from './template-store.ts';

type By = Doer & { actor: { kind: 'person'; personId: string } };

/** @throws 409 too_many_templates, 422 by what is wrong in a task */
export async function createTemplate(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: By,
  given: GivenTemplate,
): Promise<TemplateRecord> {
  await requireRoom(trx, scope);
  const tasks = await acceptTasks(trx, scope, given.tasks);
  const id = deps.newId('op');
  await audit(trx, deps, scope, doer, 'saved', id, { name: given.name, version: 1 });
  const { name, applies } = given;
  const row = { id, tenantId: scope.tenantId, name, version: 1, archivedAt: null, revision: 1 };
  await insertTemplate(trx, { ...row, createdAt: deps.clock.now() });
  await insertTemplateVersion(trx, newVersion(deps, scope, doer, id, 1, applies, tasks));
  return (await findTemplate(trx, scope, id))!;
}

/** Contracts keep the version they opened with. @throws 409 changed_meanwhile, 422 by what is wrong in a task */
export async function saveTemplate(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: By,
  known: TemplateRecord,
  given: GivenTemplate,
): Promise<TemplateRecord> {
  const tasks = await acceptTasks(trx, scope, given.tasks);
  const isSame = JSON.stringify(tasks) === known.tasks && JSON.stringify(given.applies) === known.applies;
  const version = isSame ? known.version : known.version + 1;
  await audit(trx, deps, scope, doer, 'saved', known.id, { name: given.name, version });
  if (!(await updateTemplate(trx, scope, known, { name: given.name, version }))) throw changedMeanwhile();
  if (!isSame) await insertTemplateVersion(trx, newVersion(deps, scope, doer, known.id, version, given.applies, tasks));
  return (await findTemplate(trx, scope, known.id))!;
}

/** @throws 404, 409 changed_meanwhile */
export async function archiveTemplate(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: By,
  id: string,
): Promise<void> {
  const known = await findTemplate(trx, scope, id);
  if (!known) throw notFound();
  await audit(trx, deps, scope, doer, 'putAway', id, { name: known.name });
  if (!(await updateTemplate(trx, scope, known, { archivedAt: deps.clock.now() }))) throw changedMeanwhile();
}

/** Asked of the contracts that open from now on; none that opened meanwhile. @throws 404, 409 too_many_templates */
export async function restoreTemplate(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: By,
  id: string,
): Promise<TemplateRecord> {
  await requireRoom(trx, scope);
  if (!(await takeOut(trx, scope, id))) throw notFound();
  const row = (await findTemplate(trx, scope, id))!;
  await audit(trx, deps, scope, doer, 'restored', id, { name: row.name });
  return row;
}

async function requireRoom(trx: Executor, scope: TenantScope): Promise<void> {
  if ((await listTemplates(trx, scope)).length >= templatesMax)
    throw conflict('too_many_templates', `You have ${templatesMax} templates; nothing was saved. Put one away first.`);
}

async function acceptTasks(db: Executor, scope: TenantScope, given: GivenTemplate['tasks']): Promise<TemplateTask[]> {
  const errors: FieldProblem[] = [];
  const tasks: TemplateTask[] = [];
  for (const [at, task] of given.entries()) {
    const refuse = (field: string, code: string, message: string) =>
      errors.push({ pointer: `/tasks/${at}/${field}`, code, message });
    if (given.findIndex(({ key }) => key === task.key) !== at)
      refuse('key', 'key_repeated', 'Two tasks have the same key.');
    const { markdown, problem } = readMarkdown(task.text, taskTextMaxLength);
    if (problem) refuse('text', problem.code, problem.message);
    if (task.needsSignature && markdown === '')
      refuse('text', 'text_missing', 'There is nothing to sign: write the text.');
    if ((task.kind === 'classification') !== (task.questionnaireId !== null))
      refuse('questionnaireId', 'questionnaire_needed', 'A classification, and nothing else, has a questionnaire.');
    else if (task.questionnaireId !== null && !(await readPublished(db, scope, task.questionnaireId)))
      refuse('questionnaireId', 'questionnaire_not_published', 'This questionnaire has no published version.');
    tasks.push({ ...task, text: markdown });
  }
  const [first] = errors;
  if (first) throw unprocessable(first.code, `${first.message} Nothing was saved.`, errors);
  return tasks;
}

function newVersion(
  { clock }: OnboardingDeps,
  { tenantId }: TenantScope,
  { actor }: By,
  templateId: string,
  version: number,
  applies: GivenTemplate['applies'],
  tasks: readonly TemplateTask[],
) {
  const saved = { savedBy: actor.personId, savedAt: clock.now() };
  return { templateId, version, tenantId, applies: JSON.stringify(applies), tasks: JSON.stringify(tasks), ...saved };
}

function audit(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  what: string,
  id: string,
  details: Record<string, unknown>,
): Promise<void> {
  const object = { kind: 'onboardingTemplate', id };
  return recordAudit(trx, deps, scope, doer, { action: `onboardingTemplate.${what}`, object, details });
}

const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'Somebody changed this template at the same moment; nothing was saved. Read it again.');
