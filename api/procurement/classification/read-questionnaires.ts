import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Answers, ClassificationResult, QuestionnaireDefinition } from './questionnaire.ts';
import { findQuestionnaire, findVersion, listAnswers, listReviews } from './store.ts';
import type { AnswerSetRow, ClassificationReviewRow } from './table.ts';

export type PublishedVersion = { version: number; hash: string; definition: QuestionnaireDefinition };

/** The version in force; undefined where none is, or where it was put away. */
export async function readPublished(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<PublishedVersion | undefined> {
  const questionnaire = await findQuestionnaire(db, scope, id);
  if (!questionnaire || questionnaire.publishedVersion === 0) return undefined;
  return readVersion(db, scope, id, questionnaire.publishedVersion);
}

/** As it was published, also of a questionnaire that was put away. */
export async function readVersion(
  db: Executor,
  scope: TenantScope,
  id: string,
  version: number,
): Promise<PublishedVersion | undefined> {
  const row = await findVersion(db, scope, id, version);
  return row && { version, hash: row.hash, definition: JSON.parse(row.definition) };
}

export type AnswerSet = Omit<AnswerSetRow, 'answers'> & {
  answers: Answers;
  review: ClassificationReviewRow | undefined;
};

/** Answer sets with what a person made of them last, by id. */
export async function readAnswerSets(
  db: Executor,
  scope: TenantScope,
  ids: readonly string[],
): Promise<Map<string, AnswerSet>> {
  const rows = await listAnswers(db, scope, ids);
  const reviews = await listReviews(db, scope, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        answers: JSON.parse(row.answers),
        review: reviews.find(({ answerSetId }) => answerSetId === row.id),
      },
    ]),
  );
}

export type { ClassificationResult };
