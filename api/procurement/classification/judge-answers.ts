import type { Executor } from '../../platform/database/database.ts';
import { unprocessable } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Answers, type ClassificationResult, classify } from './questionnaire.ts';
import { readVersion } from './read-questionnaires.ts';
import type { ClassificationDeps } from './save-questionnaire.ts';
import { insertAnswers, insertReview } from './store.ts';
import type { AnswerSetRow } from './table.ts';

export type Answered = { questionnaireId: string; version: number; subjectId: string; personId: string };

/** Keeps the answers with the rules that judged them. @throws 422 answers_incomplete, naming the first open question */
export async function keepAnswers(
  trx: Executor,
  { clock, newId }: ClassificationDeps,
  scope: TenantScope,
  { questionnaireId, version, subjectId, personId }: Answered,
  answers: Answers,
): Promise<AnswerSetRow> {
  const rules = await readVersion(trx, scope, questionnaireId, version);
  if (!rules) throw new Error(`questionnaire ${questionnaireId} has no version ${version}`);
  const classified = classify(rules.definition, answers);
  if (!classified) throw incomplete(rules.definition.questions, answers);
  const known = Object.fromEntries(rules.definition.questions.map(({ id }) => [id, answers[id]]));
  const row: AnswerSetRow = {
    id: newId('ca'),
    tenantId: scope.tenantId,
    questionnaireId,
    version,
    ruleHash: rules.hash,
    subjectId,
    answers: JSON.stringify(known),
    sum: classified.sum,
    result: classified.result,
    decidedBy: classified.decidedBy,
    answeredBy: personId,
    answeredAt: clock.now(),
  };
  await insertAnswers(trx, row);
  return row;
}

/**
 * What a person makes of the answers; other than the rules said only with a reason.
 * @throws 422 reason_missing
 */
export async function reviewAnswers(
  trx: Executor,
  { clock, newId }: ClassificationDeps,
  scope: TenantScope,
  answerSet: Pick<AnswerSetRow, 'id' | 'result'>,
  { result, reason, personId }: { result: ClassificationResult; reason: string | undefined; personId: string },
): Promise<void> {
  const isOverride = result !== answerSet.result;
  if (isOverride && !reason)
    throw unprocessable('reason_missing', 'Say why you see it other than the rules do. Nothing was decided.', [
      { pointer: '/reason', code: 'reason_missing', message: 'Give a reason.' },
    ]);
  await insertReview(trx, {
    id: newId('cr'),
    tenantId: scope.tenantId,
    answerSetId: answerSet.id,
    result,
    isOverride: isOverride ? 1 : 0,
    reason: reason ?? null,
    reviewedBy: personId,
    reviewedAt: clock.now(),
  });
}

function incomplete(
  questions: readonly { id: string; text: string; answers: readonly { id: string }[] }[],
  answers: Answers,
) {
  const open = questions.find(({ id, answers: known }) => !known.some((one) => one.id === answers[id]))!;
  const message = `Answer this question too: ${open.text}`;
  return unprocessable('answers_incomplete', `${message} Nothing was kept.`, [
    { pointer: `/answers/${open.id}`, code: 'answers_incomplete', message },
  ]);
}
