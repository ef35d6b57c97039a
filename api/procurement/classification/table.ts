import type { EpochMs } from '../../platform/database/database.ts';
import type { ClassificationResult } from './questionnaire.ts';

export type QuestionnaireRow = {
  id: string;
  tenantId: string;
  name: string;
  /** The newest that was published; 0 where none was. */
  publishedVersion: number;
  /** QuestionnaireDefinition as JSON, as somebody works on it; null where all is published. */
  draft: string | null;
  archivedAt: EpochMs | null;
  revision: number;
  createdAt: EpochMs;
};

/** Append only: a published version is never changed. */
export type QuestionnaireVersionRow = {
  questionnaireId: string;
  version: number;
  tenantId: string;
  definition: string;
  /** SHA-256 of the definition. */
  hash: string;
  publishedBy: string;
  publishedAt: EpochMs;
};

/** Append only: answers are kept with the rules that they were judged by. */
export type AnswerSetRow = {
  id: string;
  tenantId: string;
  questionnaireId: string;
  version: number;
  ruleHash: string;
  /** What it was answered for. */
  subjectId: string;
  answers: string;
  sum: number;
  result: ClassificationResult;
  decidedBy: string | null;
  answeredBy: string;
  answeredAt: EpochMs;
};

/** Append only: what a person made of an answer set. */
export type ClassificationReviewRow = {
  id: string;
  tenantId: string;
  answerSetId: string;
  result: ClassificationResult;
  /** Other than the rules said; then there is a reason. */
  isOverride: 0 | 1;
  reason: string | null;
  reviewedBy: string;
  reviewedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    classificationQuestionnaires: QuestionnaireRow;
    classificationVersions: QuestionnaireVersionRow;
    classificationAnswers: AnswerSetRow;
    classificationReviews: ClassificationReviewRow;
  }
}
