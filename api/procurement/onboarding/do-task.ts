import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { requireOwnName, signedName } from '../../platform/signatures/own-name.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hashOf } from '../classification/hash-of.ts';
import { keepAnswers } from '../classification/judge-answers.ts';
import {
  type ComplianceDocumentRow,
  type KeepDeps,
  keepDocument,
  replacePapers,
} from '../compliance-documents/keep-document.ts';
import { completeWhenDone } from './complete-onboarding.ts';
import type { OnboardingDeps, SignedAt } from './deps.ts';
import { moveTask, taskNoun } from './move-task.ts';
import { addMonths, type TaskMove, type TaskState, taskMoves } from './onboarding-task.ts';
import type { OnboardingSubmission } from './schema.ts';
import { insertSignature, type TaskChange } from './store.ts';
import type { OnboardingRow, OnboardingTaskRow } from './table.ts';
import { tellOfTask } from './tell-tasks.ts';

export type TaskDeps = OnboardingDeps & KeepDeps;

/** Who does it, by the name they sign with. */
export type TaskDoer = SignedAt & { personId: string; name: string };

/**
 * Signs, hands in papers, answers. What is only signed is done; the client's own part too; everything else is looked at
 * by the client.
 * @throws 409 by state, text_changed; 422 name_differs, document_missing, answers_incomplete, nothing_handed_in
 */
export async function doTask(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  doer: Doer,
  onboarding: OnboardingRow,
  task: OnboardingTaskRow,
  by: TaskDoer,
  given: OnboardingSubmission,
): Promise<OnboardingTaskRow> {
  const isReviewed = needsReview(task);
  const name: TaskMove = isReviewed ? 'submit' : 'complete';
  requireMove<TaskState, TaskMove>(taskMoves, taskNoun, name, task.state);
  if (task.kind === 'backgroundCheck' && task.owner === 'client') throw checkResultWanted();
  requireComplete(task, given);
  if (task.needsSignature) await sign(trx, deps, task, by, given);
  const documents = await keepAll(trx, deps, task, by, given.documents);
  const answers = task.questionnaireId ? await answer(trx, deps, scope, task, by, given) : undefined;
  const nowMs = deps.clock.now();
  const change: TaskChange = {
    submittedBy: by.personId,
    submittedAt: nowMs,
    note: given.note === '' ? null : given.note,
    returnReason: null,
    documentHash: documentHashOf(task, documents),
    ...(answers && {
      answerSetId: answers.id,
      classification: answers.result,
      ruleVersion: `${answers.version}:${answers.ruleHash}`,
    }),
    remindAt: null,
    ...(!isReviewed && { completedAt: nowMs, validUntil: validUntilOf(task, nowMs, documents) }),
  };
  const done = await moveTask(trx, deps, scope, doer, task, name, change);
  if (isReviewed) {
    const words = { freelancer: by.name, task: task.title, title: onboarding.title };
    await tellOfTask(trx, deps, scope, onboarding, task, 'client', 'onboarding.submitted', words);
  } else await completeWhenDone(trx, deps, scope, doer, task.contractId);
  return done;
}

/** Papers and answers are looked at by somebody else, unless the client itself gives the papers. */
export function needsReview({ owner, needsDocument, kind }: OnboardingTaskRow): boolean {
  return kind === 'classification' || (owner !== 'client' && (needsDocument === 1 || kind === 'backgroundCheck'));
}

/** Until when it holds: so long as it was asked for, and no longer than the papers themselves. */
export function validUntilOf(
  { validMonths }: Pick<OnboardingTaskRow, 'validMonths'>,
  fromMs: number,
  documents: readonly Pick<ComplianceDocumentRow, 'validUntil'>[],
): number | null {
  const ends = documents.flatMap(({ validUntil }) => (validUntil === null ? [] : [validUntil]));
  if (validMonths !== null) ends.push(addMonths(fromMs, validMonths));
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Of the text that was signed, or of the papers; several make one over all of them. */
export function documentHashOf(
  { needsSignature, textHash }: Pick<OnboardingTaskRow, 'needsSignature' | 'textHash'>,
  documents: readonly Pick<ComplianceDocumentRow, 'hash'>[],
): string | null {
  const hashes = [...(needsSignature === 1 ? [textHash] : []), ...documents.map(({ hash }) => hash)];
  return hashes.length > 1 ? hashOf(hashes) : (hashes[0] ?? null);
}

export async function keepAll(
  trx: Executor,
  deps: TaskDeps,
  { id, tenantId, freelancerId, contractId, kind, title, validMonths }: OnboardingTaskRow,
  { personId }: Pick<TaskDoer, 'personId'>,
  documents: OnboardingSubmission['documents'],
): Promise<ComplianceDocumentRow[]> {
  const kept = [];
  for (const [at, { fileId, validUntil }] of documents.entries()) {
    const endMs = endOfDay(validUntil);
    if (endMs !== null && endMs <= deps.clock.now()) throw alreadyOver(at);
    kept.push(
      await keepDocument(
        trx,
        deps,
        { personId },
        {
          ...{ tenantId, freelancerId, contractId, title, fileId },
          taskId: id,
          kind: kind === 'custom' ? 'other' : kind,
          validUntil: validUntilOf({ validMonths }, deps.clock.now(), [{ validUntil: endMs }]),
        },
      ),
    );
  }
  // What is handed in anew takes the place of what was given back.
  if (kept[0]) await replacePapers(trx, id, kept);
  return kept;
}

/** A paper that is valid until a day is valid through it. */
export function endOfDay(date: string | null): number | null {
  return date === null ? null : Date.parse(`${date}T00:00:00Z`) + 86_400_000;
}

async function sign(
  trx: Executor,
  { clock }: OnboardingDeps,
  { id, tenantId, textHash }: OnboardingTaskRow,
  { personId, name, address, sessionId }: TaskDoer,
  { typedName = '', textHash: read }: OnboardingSubmission,
): Promise<void> {
  if (read !== textHash)
    throw conflict('text_changed', 'This is not the text that you read; nothing was signed. Read it again.');
  requireOwnName(typedName, name);
  await insertSignature(trx, {
    taskId: id,
    tenantId,
    personId,
    typedName: signedName(typedName),
    textHash,
    signedAt: clock.now(),
    address,
    sessionId,
  });
}

async function answer(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  { id, questionnaireId, questionnaireVersion }: OnboardingTaskRow,
  { personId }: TaskDoer,
  { answers = {} }: OnboardingSubmission,
) {
  const answered = { questionnaireId: questionnaireId!, version: questionnaireVersion!, subjectId: id, personId };
  return keepAnswers(trx, deps, scope, answered, answers);
}

function requireComplete({ needsDocument }: OnboardingTaskRow, { documents }: OnboardingSubmission): void {
  if (needsDocument === 1 && documents.length === 0)
    throw unprocessable('document_missing', 'A paper is asked for; nothing was handed in. Add the file.', [
      { pointer: '/documents', code: 'document_missing', message: 'Add the file.' },
    ]);
}

const checkResultWanted = () =>
  conflict('check_result_wanted', 'Say how the background check came out instead; nothing was changed.');

const alreadyOver = (at: number) =>
  unprocessable('document_expired', 'This paper is no longer valid; nothing was handed in. Add one that is.', [
    { pointer: `/documents/${at}/validUntil`, code: 'document_expired', message: 'This day has passed.' },
  ]);
