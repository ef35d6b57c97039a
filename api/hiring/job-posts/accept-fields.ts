import type { NewId } from '../../platform/clock/clock.ts';
import { readMarkdown } from '../../platform/rich-text/accept-markdown.ts';
import { findHtmlTag } from '../../platform/rich-text/html-tags.ts';
import { acceptSkills } from '../../talent/freelancers/accept-skills.ts';
import { isCountry, timezoneNamed } from '../../talent/freelancers/places.ts';
import type { Refusals } from '../../talent/freelancers/refusals.ts';
import type { SkillFinder } from '../../talent/skills/known-skills.ts';
import { findSkillCategory } from '../../talent/skills/taxonomy.ts';
import { acceptCustomValues } from '../custom-fields/accept-values.ts';
import type { CustomField, CustomValues } from '../custom-fields/custom-field.ts';
import { acceptBudget } from './accept-budget.ts';
import { type PurchaseOrderRef, type Question, questionsMax } from './job-post.ts';
import type { JobPostsPolicy } from './policy.ts';
import { budgetColumns } from './post-of-row.ts';
import type { JobPostFields } from './schema.ts';
import type { PostChange } from './store.ts';

const shortLengthMax = 100;

/** What a tenant's rules and the taxonomy say while fields are accepted. */
export type FieldContext = {
  policy: JobPostsPolicy;
  findSkill: SkillFinder;
  /** Pools that the tenant's plan opens. */
  poolIds: ReadonlySet<string>;
  customFields: readonly CustomField[];
  newId: NewId;
  /** For batches, whose rows often share a text. */
  readText?: typeof readMarkdown;
};
export type FieldsBefore = { questions: readonly Question[]; customFields: CustomValues };

/** The columns that the given fields change, cleaned and within the policy. A draft may lack anything. */
export function acceptFields(
  fields: JobPostFields,
  before: FieldsBefore,
  context: FieldContext,
  refusals: Refusals,
): PostChange {
  const { policy, findSkill } = context;
  const line = (name: 'team' | 'costCenter') => {
    const typed = fields[name];
    return typed === undefined ? {} : { [name]: typed && (refusals.line(`/${name}`, typed, shortLengthMax) || null) };
  };
  return {
    ...(fields.title !== undefined && { title: acceptTitle(fields.title, policy, refusals) }),
    ...(fields.description !== undefined && { description: acceptDescription(fields.description, context, refusals) }),
    ...(fields.categoryId !== undefined && { categoryId: acceptCategory(fields.categoryId, refusals) }),
    ...(fields.skills !== undefined && {
      skills: JSON.stringify(
        acceptSkills(fields.skills.map(chosenSkill(findSkill)), policy.skillsMax, refusals, findSkill),
      ),
    }),
    ...(fields.budget !== undefined && budgetColumns(acceptBudget(fields.budget, policy, refusals))),
    ...(fields.duration !== undefined && { duration: fields.duration }),
    ...(fields.weeklyHours !== undefined && {
      weeklyHours: bounded('weeklyHours', fields.weeklyHours, 1, policy.weeklyHoursMax, refusals),
    }),
    ...(fields.experienceLevel !== undefined && { experienceLevel: fields.experienceLevel }),
    ...(fields.countries !== undefined && { countries: JSON.stringify(acceptCountries(fields.countries, refusals)) }),
    ...(fields.timezone !== undefined && { timezone: acceptTimezone(fields.timezone, refusals) }),
    ...(fields.overlapHours !== undefined && {
      overlapHours: bounded('overlapHours', fields.overlapHours, 1, policy.overlapHoursMax, refusals),
    }),
    ...(fields.visibility !== undefined && { visibility: fields.visibility }),
    ...(fields.poolIds !== undefined && { poolIds: JSON.stringify(acceptPools(fields.poolIds, context, refusals)) }),
    ...(fields.questions !== undefined && {
      questions: JSON.stringify(acceptQuestions(fields.questions, before, context, refusals)),
    }),
    ...line('team'),
    ...line('costCenter'),
    ...(fields.purchaseOrder !== undefined && { purchaseOrder: acceptOrder(fields.purchaseOrder, refusals) }),
    ...(fields.customFields !== undefined && {
      customFields: JSON.stringify(
        acceptCustomValues(fields.customFields, context.customFields, before.customFields, refusals),
      ),
    }),
    ...(fields.hires !== undefined && { hires: bounded('hires', fields.hires, 1, policy.hiresMax, refusals) ?? 1 }),
  };
}

function acceptTitle(typed: string, { titleLengthMax }: JobPostsPolicy, refusals: Refusals): string {
  const title = refusals.line('/title', typed, titleLengthMax);
  if (findHtmlTag(title)) refusals.add('/title', 'html_in_text', 'A title is plain words: HTML is not accepted.');
  return title;
}

function acceptDescription(
  typed: string,
  { policy, readText = readMarkdown }: FieldContext,
  refusals: Refusals,
): string {
  const { markdown, problem } = readText(typed, policy.descriptionLengthMax);
  if (problem) refusals.add('/description', problem.code, problem.message);
  return markdown;
}

function acceptCategory(id: string | null, refusals: Refusals): string | null {
  if (id !== null && !findSkillCategory(id))
    refusals.add('/categoryId', 'unknown_category', 'There is no such category.');
  return id;
}

/** A free addition was given its id from its name: it is found by its name again. */
function chosenSkill(findSkill: SkillFinder) {
  return ({ id, name }: { id?: string | undefined; name: string }) =>
    id !== undefined && findSkill({ id }) ? { id } : { name };
}

function acceptCountries(codes: readonly string[], refusals: Refusals): string[] {
  const countries = [...new Set(codes.map((code) => code.toUpperCase()))];
  countries.forEach((code, at) => {
    if (!isCountry(code)) refusals.add(`/countries/${at}`, 'unknown_country', 'This is no ISO 3166 country code.');
  });
  return countries;
}

function acceptTimezone(name: string | null, refusals: Refusals): string | null {
  if (name === null) return null;
  const timezone = timezoneNamed(name);
  if (!timezone) refusals.add('/timezone', 'unknown_timezone', 'This is no IANA time zone, as Europe/Berlin is.');
  return timezone ?? null;
}

function acceptPools(ids: readonly string[], { poolIds }: FieldContext, refusals: Refusals): string[] {
  const chosen = [...new Set(ids)];
  chosen.forEach((id, at) => {
    if (!poolIds.has(id)) refusals.add(`/poolIds/${at}`, 'unknown_pool', 'There is no such pool that you can use.');
  });
  return chosen;
}

type TypedQuestions = NonNullable<JobPostFields['questions']>;

function acceptQuestions(
  typed: TypedQuestions,
  before: FieldsBefore,
  { policy, newId }: FieldContext,
  refusals: Refusals,
): Question[] {
  refusals.count('/questions', typed, questionsMax);
  const known = new Set(before.questions.map(({ id }) => id));
  return typed.map(({ id, kind, text, choices, isRequired }, at) => {
    const pointer = `/questions/${at}`;
    const named = kind === 'choice' ? choices : [];
    refusals.count(`${pointer}/choices`, named, policy.choicesMax);
    return {
      id: id !== undefined && known.delete(id) ? id : newId('qu'),
      kind,
      text: refusals.line(`${pointer}/text`, text, policy.questionLengthMax),
      choices: named.map((choice, nth) => refusals.line(`${pointer}/choices/${nth}`, choice, shortLengthMax * 2)),
      isRequired,
    };
  });
}

function acceptOrder(order: PurchaseOrderRef | null, refusals: Refusals): string | null {
  if (order?.kind !== 'number') return order && JSON.stringify(order);
  const number = refusals.line('/purchaseOrder/number', order.number, shortLengthMax, { required: true });
  return JSON.stringify({ kind: 'number', number });
}

function bounded(
  name: 'weeklyHours' | 'overlapHours' | 'hires',
  value: number | null,
  min: number,
  max: number,
  refusals: Refusals,
): number | null {
  const codes = {
    weeklyHours: 'weekly_hours_out_of_range',
    overlapHours: 'overlap_out_of_range',
    hires: 'hires_out_of_range',
  };
  if (value !== null && (value < min || value > max || Object.is(value, -0)))
    refusals.add(`/${name}`, codes[name], `This lies between ${min} and ${max}.`);
  return value;
}
