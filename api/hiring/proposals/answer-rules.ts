import type { FieldProblem } from '../../platform/http/problem.ts';
import { visibleText } from '../../platform/rich-text/visible-text.ts';
import type { Question } from '../job-posts/job-post.ts';
import { findContactDetails } from '../text-rules/contact-details.ts';
import type { GivenAnswer } from './parts-schema.ts';

/* What the screening questions of a post take for an answer. Pure. */

/** As it is kept: with the question as it was asked, so that a later change of the post leaves it readable. */
export type KeptAnswer = {
  questionId: string;
  kind: Question['kind'];
  question: string;
  value: string | boolean | null;
  fileId: string | null;
  /** Filled once the file is attached. */
  fileName: string | null;
};

export type AcceptedAnswers = { answers: KeptAnswer[]; fileIds: string[]; problems: FieldProblem[] };

/** In the order of the questions, every question once. */
export function acceptAnswers(given: readonly GivenAnswer[], questions: readonly Question[]): AcceptedAnswers {
  const problems: FieldProblem[] = given.flatMap(({ questionId }, at) => {
    const pointer = `/answers/${at}/questionId`;
    if (!questions.some(({ id }) => id === questionId))
      return [{ pointer, code: 'answer_to_no_question', message: 'The post does not ask this.' }];
    const isFirst = given.findIndex((other) => other.questionId === questionId) === at;
    return isFirst ? [] : [{ pointer, code: 'answer_repeated', message: 'This question is answered twice.' }];
  });
  const answers = questions.map((question): KeptAnswer => {
    const at = given.findIndex(({ questionId }) => questionId === question.id);
    const value = at < 0 ? null : cleaned(given[at]!.value);
    const found = problemOfAnswer(question, value, at < 0 ? '/answers' : `/answers/${at}/value`);
    if (found) problems.push(found);
    const isFile = question.kind === 'file';
    return {
      questionId: question.id,
      kind: question.kind,
      question: question.text,
      value: isFile ? null : value,
      fileId: isFile && typeof value === 'string' ? value : null,
      fileName: null,
    };
  });
  return { answers, fileIds: answers.flatMap(({ fileId }) => fileId ?? []), problems };
}

function problemOfAnswer(
  { kind, text, choices, isRequired }: Question,
  value: string | boolean | null,
  pointer: string,
): FieldProblem | undefined {
  const refused = (code: string, message: string): FieldProblem => ({ pointer, code, message });
  if (value === null) return isRequired ? refused('answer_missing', `Please answer: ${text.slice(0, 200)}`) : undefined;
  if (typeof value === 'boolean')
    return kind === 'yesNo' ? undefined : refused('answer_wrong_kind', 'This question is not answered with yes or no.');
  switch (kind) {
    case 'yesNo':
      return refused('answer_wrong_kind', 'Answer with yes or no.');
    case 'choice':
      return choices.includes(value) ? undefined : refused('answer_not_a_choice', 'This is none of the choices.');
    case 'text':
      return findContactDetails(value).length > 0
        ? refused('contact_details_in_text', 'Contact details are not allowed before there is a contract.')
        : undefined;
    case 'file':
      return undefined;
  }
}

function cleaned(value: string | boolean): string | boolean | null {
  if (typeof value === 'boolean') return value;
  const text = visibleText(value).trim();
  return text === '' ? null : text;
}
