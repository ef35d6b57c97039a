import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { reviewAnswers } from '../classification/judge-answers.ts';
import type { ClassificationResult } from '../classification/questionnaire.ts';
import { readAnswerSets } from '../classification/read-questionnaires.ts';
import { readUnsafe, readValidities } from '../compliance-documents/read-task-papers.ts';
import { completeWhenDone } from './complete-onboarding.ts';
import { documentHashOf, keepAll, type TaskDeps, validUntilOf } from './do-task.ts';
import { moveTask, taskNoun } from './move-task.ts';
import { type TaskMove, type TaskState, taskMoves } from './onboarding-task.ts';
import type { CheckResult } from './schema.ts';
import type { OnboardingRow, OnboardingTaskRow } from './table.ts';
import { tellOfTask } from './tell-tasks.ts';

export type Decider = { personId: string };
type Review = { result?: ClassificationResult | undefined; reason?: string | undefined };

/**
 * The client takes what was handed in.
 * @throws 409 by state, classification_not_independent, document_unsafe; 403 own_answers; 422 reason_missing
 */
export async function acceptTask(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  doer: Doer,
  task: OnboardingTaskRow,
  by: Decider,
  review: Review,
): Promise<OnboardingTaskRow> {
  requireMove<TaskState, TaskMove>(taskMoves, taskNoun, 'accept', task.state);
  if (await readUnsafe(trx, task.id))
    throw conflict(
      'document_unsafe',
      'A paper is still being checked for viruses, or is not safe; nothing was decided.',
    );
  const classification = await judge(trx, deps, scope, task, by, review);
  if (classification !== null && classification !== 'independent')
    throw conflict(
      'classification_not_independent',
      'Only who is classified as independent works under this contract. Give it back, or let an account admin go on without it; nothing was decided.',
    );
  const completedAt = deps.clock.now();
  const validUntil = validUntilOf(task, completedAt, await readValidities(trx, task.id));
  const change = { completedAt, validUntil, ...(classification && { classification }) };
  const accepted = await moveTask(trx, deps, scope, doer, task, 'accept', change, {
    reason: review.reason ?? null,
    ...(classification && { details: { classification } }),
  });
  await completeWhenDone(trx, deps, scope, doer, task.contractId);
  return accepted;
}

/** @throws 409 by state; 403 own_answers */
export async function returnTask(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  doer: Doer,
  onboarding: OnboardingRow,
  task: OnboardingTaskRow,
  by: Decider | null,
  { reason, result }: Review & { reason: string },
): Promise<OnboardingTaskRow> {
  requireMove<TaskState, TaskMove>(taskMoves, taskNoun, 'return', task.state);
  const classification = by && result ? await judge(trx, deps, scope, task, by, { result, reason }) : null;
  const change = { returnReason: reason, ...(classification && { classification }) };
  const returned = await moveTask(trx, deps, scope, doer, task, 'return', change, { reason });
  const words = { task: task.title, title: onboarding.title, reason };
  await tellOfTask(trx, deps, scope, onboarding, task, task.owner, 'onboarding.returned', words);
  return returned;
}

/** The contract goes on without it, by an account admin's name. @throws 409 by state */
export async function overrideTask(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  doer: Doer,
  task: OnboardingTaskRow,
  { personId }: Decider,
  reason: string,
): Promise<OnboardingTaskRow> {
  const change = { overrideBy: personId, overrideReason: reason, completedAt: deps.clock.now(), remindAt: null };
  const overridden = await moveTask(trx, deps, scope, doer, task, 'override', change, { reason, audience: 'team' });
  await completeWhenDone(trx, deps, scope, doer, task.contractId);
  return overridden;
}

/**
 * How a background check came out, as somebody of the client found by hand or a provider says.
 * @throws 409 by state, not_a_check
 */
export async function recordCheck(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  doer: Doer,
  onboarding: OnboardingRow,
  task: OnboardingTaskRow,
  by: Decider | null,
  { outcome, reason, documents }: CheckResult,
): Promise<OnboardingTaskRow> {
  if (task.kind !== 'backgroundCheck' || task.owner !== 'client')
    throw conflict('not_a_check', 'This is not a background check of yours; nothing was changed.');
  requireMove<TaskState, TaskMove>(taskMoves, taskNoun, outcome === 'clear' ? 'complete' : 'return', task.state);
  const kept = by ? await keepAll(trx, deps, task, by, documents) : [];
  if (outcome === 'notClear') return returnTask(trx, deps, scope, doer, onboarding, task, by, { reason });
  const completedAt = deps.clock.now();
  const change = {
    note: reason,
    submittedBy: by?.personId ?? null,
    submittedAt: completedAt,
    completedAt,
    validUntil: validUntilOf(task, completedAt, kept),
    documentHash: documentHashOf(task, kept),
    remindAt: null,
  };
  const done = await moveTask(trx, deps, scope, doer, task, 'complete', change, { reason, audience: 'team' });
  await completeWhenDone(trx, deps, scope, doer, task.contractId);
  return done;
}

/** @returns what a person makes of the answers; null where nothing was asked */
async function judge(
  trx: Executor,
  deps: TaskDeps,
  scope: TenantScope,
  { answerSetId }: OnboardingTaskRow,
  { personId }: Decider,
  { result, reason }: Review,
): Promise<ClassificationResult | null> {
  const answers = answerSetId ? (await readAnswerSets(trx, scope, [answerSetId])).get(answerSetId) : undefined;
  if (!answers) return null;
  if (answers.answeredBy === personId)
    throw new Refusal(
      403,
      'own_answers',
      'You gave these answers, so somebody else looks at them. Nothing was decided.',
    );
  const decided = result ?? answers.result;
  await reviewAnswers(trx, deps, scope, answers, { result: decided, reason, personId });
  return decided;
}
