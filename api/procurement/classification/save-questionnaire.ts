import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hashOf } from './hash-of.ts';
import { flawOf, type QuestionnaireDefinition } from './questionnaire.ts';
import {
  findQuestionnaire,
  insertQuestionnaire,
  insertVersion,
  listQuestionnaires,
  takeOut,
  updateQuestionnaire,
} from './store.ts';
import type { QuestionnaireRow } from './table.ts';

export type ClassificationDeps = { clock: Clock; newId: NewId };
export type Given = { name: string; definition: QuestionnaireDefinition };

const questionnairesMax = 50;

/** @throws 409 too_many_questionnaires */
export async function createQuestionnaire(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer,
  { name, definition }: Given,
): Promise<QuestionnaireRow> {
  await requireRoom(trx, scope);
  const row: QuestionnaireRow = {
    id: deps.newId('cq'),
    tenantId: scope.tenantId,
    name,
    publishedVersion: 0,
    draft: JSON.stringify(definition),
    archivedAt: null,
    revision: 1,
    createdAt: deps.clock.now(),
  };
  await insertQuestionnaire(trx, row);
  await audit(trx, deps, scope, doer, 'saved', row.id, { name });
  return row;
}

/** What was published stays as it is: this is the draft of the next version. */
export async function saveDraft(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer,
  known: QuestionnaireRow,
  { name, definition }: Given,
): Promise<QuestionnaireRow> {
  await audit(trx, deps, scope, doer, 'saved', known.id, { name });
  if (!(await updateQuestionnaire(trx, scope, known, { name, draft: JSON.stringify(definition) })))
    throw changedMeanwhile();
  return (await findQuestionnaire(trx, scope, known.id))!;
}

/** @throws 409 nothing_to_publish, changed_meanwhile; 422 with the place of what is wrong */
export async function publishDraft(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer & { actor: { kind: 'person'; personId: string } },
  known: QuestionnaireRow,
): Promise<QuestionnaireRow> {
  if (known.draft === null)
    throw conflict('nothing_to_publish', 'Everything is published already; nothing was changed.');
  const definition: QuestionnaireDefinition = JSON.parse(known.draft);
  const flaw = flawOf(definition);
  if (flaw)
    throw unprocessable(flaw.code, `${sentences[flaw.code] ?? 'Something is missing.'} Nothing was published.`, [
      { ...flaw, message: sentences[flaw.code] ?? 'Something is missing.' },
    ]);
  const version = known.publishedVersion + 1;
  const hash = hashOf(definition);
  await audit(trx, deps, scope, doer, 'published', known.id, { version, hash });
  if (!(await updateQuestionnaire(trx, scope, known, { publishedVersion: version, draft: null })))
    throw changedMeanwhile();
  await insertVersion(trx, {
    questionnaireId: known.id,
    version,
    tenantId: scope.tenantId,
    definition: known.draft,
    hash,
    publishedBy: doer.actor.personId,
    publishedAt: deps.clock.now(),
  });
  return (await findQuestionnaire(trx, scope, known.id))!;
}

/** @throws 404, 409 changed_meanwhile */
export async function archiveQuestionnaire(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<void> {
  const known = await findQuestionnaire(trx, scope, id);
  if (!known) throw notFound();
  await audit(trx, deps, scope, doer, 'putAway', id, { name: known.name });
  if (!(await updateQuestionnaire(trx, scope, known, { archivedAt: deps.clock.now() }))) throw changedMeanwhile();
}

/** @throws 404, 409 too_many_questionnaires */
export async function restoreQuestionnaire(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer,
  id: string,
): Promise<QuestionnaireRow> {
  await requireRoom(trx, scope);
  if (!(await takeOut(trx, scope, id))) throw notFound();
  const row = (await findQuestionnaire(trx, scope, id))!;
  await audit(trx, deps, scope, doer, 'restored', id, { name: row.name });
  return row;
}

async function requireRoom(trx: Executor, scope: TenantScope): Promise<void> {
  if ((await listQuestionnaires(trx, scope)).length >= questionnairesMax)
    throw conflict(
      'too_many_questionnaires',
      `You have ${questionnairesMax} questionnaires; nothing was saved. Put one away first.`,
    );
}

function audit(
  trx: Executor,
  deps: ClassificationDeps,
  scope: TenantScope,
  doer: Doer,
  what: string,
  id: string,
  details: Record<string, unknown>,
): Promise<void> {
  const object = { kind: 'classificationQuestionnaire', id };
  return recordAudit(trx, deps, scope, doer, { action: `classificationQuestionnaire.${what}`, object, details });
}

const sentences: Readonly<Record<string, string>> = {
  questions_missing: 'Ask at least one question.',
  answers_missing: 'A question needs two answers or more.',
  id_repeated: 'Two of them have the same id.',
  bounds_crossed: 'The bound for independence must lie below the one for an employee.',
  rule_always: 'A rule needs an answer that it stands on.',
  rule_unknown_answer: 'A rule stands on an answer that no question has.',
};

const changedMeanwhile = () =>
  conflict(
    'changed_meanwhile',
    'Somebody changed this questionnaire at the same moment; nothing was saved. Read it again.',
  );
