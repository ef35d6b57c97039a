import type { FileRef } from '../../platform/files/schema.ts';
import type { KeptAnswer } from './answer-rules.ts';
import type { Answer } from './parts-schema.ts';

export function presentAnswers(answers: readonly KeptAnswer[], files: readonly FileRef[]): Answer[] {
  return answers.map(({ questionId, kind, question, value, fileId }) => ({
    questionId,
    kind,
    question,
    value,
    file: files.find(({ id }) => id === fileId) ?? null,
  }));
}
