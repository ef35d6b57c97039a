import type { ProposalTerms } from '@portico/api/hiring/proposals/own-schema.ts';
import { answerMaxLength } from '@portico/api/hiring/proposals/proposal.ts';
import type { TemplateResult } from 'lit';
import type { FileRef } from '../../api/files.ts';
import { radios, textArea } from '../../elements/field.ts';
import { fileField } from '../../elements/file-field.ts';
import type { Errors } from '../../elements/form-element.ts';
import { t } from '../../strings/strings.ts';
import type { ProposeDraft } from './propose-draft.ts';

type Question = ProposalTerms['questions'][number];

/** The client's questions, each in the form its kind asks for. */
export const questionFields = (
  questions: readonly Question[],
  answers: ProposeDraft['answers'],
  errors: Errors,
  onAnswer: (questionId: string, value: string | boolean | FileRef) => void,
): TemplateResult[] =>
  questions.map((question, index) => {
    const id = idOf(index);
    return questionField(question, id, {
      value: answers[question.id],
      error: errors[id] ?? errors[`${id}/value`] ?? errors[`${id}/questionId`],
      onAnswer: (value) => onAnswer(question.id, value),
    });
  });

/** What has to be answered and is not. */
export const unanswered = (
  questions: readonly Question[],
  answers: ProposeDraft['answers'],
): Record<string, string | false> =>
  Object.fromEntries(
    questions.map(({ id, isRequired }, index) => {
      const answer = answers[id];
      const isEmpty = answer === undefined || (typeof answer === 'string' && answer.trim() === '');
      return [idOf(index), isRequired && isEmpty && t('propose.answerMissing')];
    }),
  );

const idOf = (index: number): string => `answers/${index}`;

type Given = {
  value: string | boolean | FileRef | undefined;
  error: string | undefined;
  onAnswer: (value: string | boolean | FileRef) => void;
};

function questionField(
  { kind, text, choices, isRequired }: Question,
  id: string,
  { value, error, onAnswer }: Given,
): TemplateResult {
  const shared = { id, label: text, optional: !isRequired, error };
  switch (kind) {
    case 'text':
      return textArea({
        ...shared,
        value: typeof value === 'string' ? value : '',
        maxlength: answerMaxLength,
        onInput: onAnswer,
      });
    case 'yesNo':
      return radios({
        ...shared,
        name: id,
        value: value === true ? 'yes' : value === false ? 'no' : '',
        choices: [
          { value: 'yes', label: t('propose.yes') },
          { value: 'no', label: t('propose.no') },
        ],
        onChange: (chosen) => onAnswer(chosen === 'yes'),
      });
    case 'choice':
      return radios({
        ...shared,
        name: id,
        value: typeof value === 'string' ? value : '',
        choices: choices.map((choice) => ({ value: choice, label: choice })),
        onChange: onAnswer,
      });
    case 'file':
      return fileField({
        ...shared,
        files: typeof value === 'object' ? [value] : [],
        max: 1,
        onChange: (files) => onAnswer(files[0] ?? ''),
      });
  }
}
