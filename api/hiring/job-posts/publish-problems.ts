import type { FieldProblem } from '../../platform/http/problem.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import { proseOf } from '../../platform/rich-text/prose.ts';
import { missingCustomValues } from '../custom-fields/accept-values.ts';
import type { CustomField } from '../custom-fields/custom-field.ts';
import { findApplicationFee } from '../text-rules/application-fee.ts';
import { findContactDetails } from '../text-rules/contact-details.ts';
import { isContactAddress } from '../text-rules/contact-links.ts';
import { findUnpaidWork } from '../text-rules/unpaid-work.ts';
import type { JobPostRecord } from './post-of-row.ts';

/**
 * Everything that keeps a post from being published, each with its own code and the field it is about.
 * @param proseOfMarkdown for batches, whose posts often share a text
 */
export function publishProblems(
  post: JobPostRecord,
  customFields: readonly CustomField[],
  proseOfMarkdown: (markdown: string) => { text: string; hrefs: string[] } = readProse,
): FieldProblem[] {
  return [
    ...missingFields(post),
    ...missingCustomValues(customFields, post.customFields),
    ...incompleteQuestions(post),
    ...textsOf(post, proseOfMarkdown(post.description)).flatMap(textProblems),
  ];
}

function missingFields(post: JobPostRecord): FieldProblem[] {
  const missing = (isMissing: boolean, pointer: string, code: string, message: string) =>
    isMissing ? [{ pointer, code, message }] : [];
  return [
    ...missing(post.title === '', '/title', 'title_missing', 'The title is missing.'),
    ...missing(post.description === '', '/description', 'description_missing', 'The description is missing.'),
    ...missing(post.categoryId === null, '/categoryId', 'category_missing', 'The category is missing.'),
    ...missing(post.skills.length === 0, '/skills', 'skills_missing', 'At least one skill is missing.'),
    ...missing(post.budget === null, '/budget', 'budget_missing', 'The budget is missing.'),
    ...missing(post.experienceLevel === null, '/experienceLevel', 'level_missing', 'The experience level is missing.'),
    ...missing(
      post.visibility === 'poolOnly' && post.poolIds.length === 0,
      '/poolIds',
      'pools_missing',
      'A post for pools only names at least one pool.',
    ),
    ...missing(
      post.overlapHours !== null && post.timezone === null,
      '/timezone',
      'timezone_missing',
      'Shared hours need the time zone they are shared with.',
    ),
  ];
}

function incompleteQuestions({ questions }: JobPostRecord): FieldProblem[] {
  return questions.flatMap(({ kind, text, choices }, at) => {
    const pointer = `/questions/${at}`;
    const named = new Set(choices.filter((choice) => choice !== ''));
    return [
      ...(text === ''
        ? [{ pointer: `${pointer}/text`, code: 'question_text_missing', message: 'The question is missing.' }]
        : []),
      ...(kind === 'choice' && (named.size < 2 || named.size < choices.length)
        ? [
            {
              pointer: `${pointer}/choices`,
              code: 'choices_missing',
              message: 'A choice has two or more different choices.',
            },
          ]
        : []),
    ];
  });
}

type FieldText = { pointer: string; text: string; hrefs?: readonly string[] };

export function readProse(markdown: string): { text: string; hrefs: string[] } {
  return proseOf(presentMarkdown(markdown));
}

/** Every text that freelancers read, as they read it. */
function textsOf(post: JobPostRecord, description: ReturnType<typeof readProse>): FieldText[] {
  return [
    { pointer: '/title', text: post.title },
    { pointer: '/description', ...description },
    ...post.questions.flatMap(({ text, choices }, at) => [
      { pointer: `/questions/${at}/text`, text },
      { pointer: `/questions/${at}/choices`, text: choices.join('\n') },
    ]),
  ];
}

function textProblems({ pointer, text, hrefs = [] }: FieldText): FieldProblem[] {
  const contact = findContactDetails(text)[0]?.text ?? hrefs.find(isContactAddress);
  const fee = findApplicationFee(text)[0]?.text;
  const unpaid = findUnpaidWork(text)[0]?.text;
  return [
    ...(contact
      ? [
          {
            pointer,
            code: 'contact_details_in_text',
            message: `“${shortened(contact)}” is a way to be contacted; talk begins with a proposal, so take it out.`,
          },
        ]
      : []),
    ...(fee
      ? [
          {
            pointer,
            code: 'fee_to_apply',
            message: `“${shortened(fee)}” asks for money from those who apply; take it out.`,
          },
        ]
      : []),
    ...(unpaid
      ? [
          {
            pointer,
            code: 'unpaid_work',
            message: `“${shortened(unpaid)}” asks for work without pay; all work here is paid.`,
          },
        ]
      : []),
  ];
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('');
}
