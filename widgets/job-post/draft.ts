import type { Question } from '@portico/api/hiring/job-posts/job-post.ts';
import type { JobPost, JobPostFields } from '@portico/api/hiring/job-posts/schema.ts';
import type { Money } from '@portico/api/money/money.ts';

/** Every field of a post as the form holds it: nothing missing, the description as Markdown. */
export type Draft = Required<Omit<JobPostFields, 'budget' | 'questions'>> & {
  budget: DraftBudget | null;
  questions: DraftQuestion[];
};
/** While somebody types, amounts are missing. */
export type DraftBudget = { kind: 'fixed' | 'hourly' } & Partial<Record<BudgetPart, Money | null>>;
export type BudgetPart = 'amount' | 'min' | 'max';
/** The server gives a new question its id. */
export type DraftQuestion = Omit<Question, 'id'> & { id?: string };
export type DraftKey = keyof Draft;

export const emptyDraft: Draft = {
  title: '',
  description: '',
  categoryId: null,
  skills: [],
  budget: null,
  duration: null,
  weeklyHours: null,
  experienceLevel: null,
  countries: [],
  timezone: null,
  overlapHours: null,
  visibility: 'public',
  poolIds: [],
  questions: [],
  attachmentIds: [],
  team: null,
  costCenter: null,
  purchaseOrder: null,
  customFields: {},
  hires: 1,
  templateId: null,
};

/** The fields that are there, over those of an empty post. */
export const draftFrom = (fields: object): Draft =>
  ({ ...emptyDraft, ...only(fields, Object.keys(emptyDraft)) }) as Draft;

export const draftOf = (post: JobPost): Draft => ({
  ...draftFrom(post),
  description: post.description.markdown,
  attachmentIds: post.attachments.map(({ id }) => id),
});

/** What the server is told: what is only half entered is not there yet. */
export function wireOf(draft: Draft, keys: Iterable<string>): Partial<JobPostFields> {
  const { budget, purchaseOrder } = draft;
  const parts: BudgetPart[] = budget?.kind === 'fixed' ? ['amount'] : ['min', 'max'];
  const isWhole = budget && parts.every((part) => budget[part]);
  return only(
    {
      ...draft,
      budget: isWhole ? { kind: budget.kind, ...Object.fromEntries(parts.map((part) => [part, budget[part]])) } : null,
      purchaseOrder: purchaseOrder?.kind === 'number' && !purchaseOrder.number.trim() ? null : purchaseOrder,
    },
    keys,
  ) as Partial<JobPostFields>;
}

export const only = (fields: object, keys: Iterable<string>): Partial<Draft> =>
  Object.fromEntries([...keys].map((key) => [key, fields[key as never]]).filter(([, value]) => value !== undefined));

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `/budget/amount` on the wire is the field `budget-amount` of the form. */
export const fieldOf = (pointer: string): string => pointer.slice(1).replaceAll('/', '-');

/** Which step asks for a field. */
export const stepOf = (field: string): number => {
  const step = stepFields.findIndex((fields) => fields.includes(field.split('-')[0]!));
  return Math.max(step, 0);
};

const stepFields = [
  ['title', 'description', 'categoryId', 'skills'],
  'budget duration weeklyHours experienceLevel countries timezone overlapHours visibility poolIds hires'.split(' '),
  ['questions', 'attachmentIds', 'team', 'costCenter', 'purchaseOrder', 'customFields'],
];
