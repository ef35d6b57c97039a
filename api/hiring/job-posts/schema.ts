import { moneySchema } from '../../money/schema.ts';
import { fileRefSchema } from '../../platform/files/schema.ts';
import { json, z } from '../../platform/http/routes.ts';
import { formattedTextSchema } from '../../platform/rich-text/schema.ts';
import { skillRefSchema } from '../../talent/freelancers/schema.ts';
import { customValuesSchema } from '../custom-fields/schema.ts';
import { durations, experienceLevels, jobPostStates, questionKinds, visibilities } from './job-post.ts';

/* Wire shapes. Shapes only: a limit of the policy is refused by name (`too_many_skills`), in accept-fields.ts. */

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const longest = 50_000;

export const personRefSchema = z.strictObject({ id: z.string(), name: z.string() }).openapi('PersonRef');

export const budgetSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), amount: moneySchema }),
    z.strictObject({ kind: z.literal('hourly'), min: moneySchema, max: moneySchema }),
  ])
  .openapi('Budget');

const questionFields = {
  kind: z.enum(questionKinds),
  text: z.string().max(longest),
  choices: z.array(z.string().max(1000)).max(100),
  isRequired: z.boolean(),
};
export const questionSchema = z.strictObject({ id: z.string(), ...questionFields }).openapi('ScreeningQuestion');

export const purchaseOrderRefSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), number: z.string().max(1000) }),
    z.strictObject({ kind: z.literal('notYet') }),
  ])
  .openapi('PurchaseOrderRef');

/** What freelancers see of a post and its client's team alike. */
const advertised = {
  title: z.string(),
  categoryId: z.string().nullable(),
  skills: z.array(skillRefSchema),
  budget: budgetSchema.nullable(),
  duration: z.enum(durations).nullable(),
  weeklyHours: z.int().nullable(),
  experienceLevel: z.enum(experienceLevels).nullable(),
  countries: z.array(z.string()).openapi({ description: 'ISO 3166-1 alpha-2; empty: everywhere' }),
  timezone: z.string().nullable(),
  overlapHours: z.int().nullable().openapi({ description: 'Working hours shared with `timezone`, at least' }),
  visibility: z.enum(visibilities),
  questions: z.array(questionSchema),
  hires: z.int().openapi({ description: 'How many people are wanted' }),
};

/** What only the client's team sees. */
const internal = {
  poolIds: z.array(z.string()).openapi({ description: 'Whose members see it, when visibility is poolOnly' }),
  team: z.string().nullable(),
  costCenter: z.string().nullable(),
  purchaseOrder: purchaseOrderRefSchema.nullable(),
  customFields: customValuesSchema,
  templateId: z.string().nullable(),
};

export const jobPostSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(jobPostStates),
    ...advertised,
    ...internal,
    description: formattedTextSchema,
    attachments: z.array(fileRefSchema),
    hired: z.int(),
    owner: personRefSchema,
    approvalId: z.string().nullable(),
    repostOf: z.string().nullable(),
    mayEdit: z.boolean(),
    createdAt: instant,
    updatedAt: instant,
    publishedAt: instant.nullable(),
    expiresAt: instant.nullable(),
    endedAt: instant.nullable(),
    endReason: z.string().nullable(),
  })
  .openapi('JobPost');
export type JobPost = z.infer<typeof jobPostSchema>;

export const jobPostSummarySchema = jobPostSchema
  .pick({
    id: true,
    state: true,
    title: true,
    categoryId: true,
    budget: true,
    visibility: true,
    hires: true,
    hired: true,
    owner: true,
    team: true,
    createdAt: true,
    updatedAt: true,
    publishedAt: true,
    expiresAt: true,
    endedAt: true,
  })
  .extend({ proposals: z.strictObject({ total: z.int(), unread: z.int() }) })
  .openapi('JobPostSummary');
export type JobPostSummary = z.infer<typeof jobPostSummarySchema>;

/** A post as freelancers see it. */
export const jobViewSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(jobPostStates),
    ...advertised,
    description: formattedTextSchema,
    attachments: z.array(fileRefSchema),
    hired: z.int(),
    client: z.strictObject({ name: z.string(), logoUrl: z.string().nullable() }),
    connects: z.int().nullable().openapi({ description: 'What a proposal costs; null before the post has a budget' }),
    publishedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  })
  .openapi('JobView');
export type JobView = z.infer<typeof jobViewSchema>;

export const fieldProblemSchema = z.strictObject({ pointer: z.string(), code: z.string(), message: z.string() });

export const jobPostPreviewSchema = z
  .strictObject({
    job: jobViewSchema,
    problems: z.array(fieldProblemSchema).openapi({ description: 'What publishing would refuse, as it stands' }),
  })
  .openapi('JobPostPreview');
export type JobPostPreview = z.infer<typeof jobPostPreviewSchema>;

/** Everything optional: a draft saves itself field by field. `null` empties a field. */
export const jobPostFieldsSchema = z
  .strictObject({
    title: z.string().max(longest),
    description: z.string().max(longest).openapi({ description: 'Markdown' }),
    categoryId: id.nullable(),
    skills: z.array(z.strictObject({ id: id.optional(), name: z.string().min(1).max(200) })).max(100),
    budget: budgetSchema.nullable(),
    duration: z.enum(durations).nullable(),
    weeklyHours: z.int().nullable(),
    experienceLevel: z.enum(experienceLevels).nullable(),
    countries: z.array(z.string().max(10)).max(250),
    timezone: z.string().max(100).nullable(),
    overlapHours: z.int().nullable(),
    visibility: z.enum(visibilities),
    poolIds: z.array(id).max(50),
    questions: z
      .array(
        z.strictObject({
          id: id.optional(),
          ...questionFields,
          choices: questionFields.choices.default([]),
          isRequired: questionFields.isRequired.default(true),
        }),
      )
      .max(100),
    attachmentIds: z.array(id).max(100),
    team: z.string().max(1000).nullable(),
    costCenter: z.string().max(1000).nullable(),
    purchaseOrder: purchaseOrderRefSchema.nullable(),
    customFields: customValuesSchema,
    hires: z.int(),
    templateId: id.nullable(),
  })
  .partial()
  .openapi('JobPostFields');
export type JobPostFields = z.infer<typeof jobPostFieldsSchema>;

export const guidanceSchema = z
  .union([
    z.strictObject({
      n: z.int(),
      currency: z.string(),
      p25: z.int().openapi({ description: 'Minor units' }),
      median: z.int(),
      p75: z.int(),
    }),
    z.strictObject({ n: z.int(), hidden: z.literal(true) }),
  ])
  .openapi('BudgetGuidance');
export type BudgetGuidance = z.infer<typeof guidanceSchema>;

export const jobPostPageSchema = z
  .strictObject({
    items: z.array(jobPostSummarySchema),
    counts: z
      .strictObject(
        Object.fromEntries(jobPostStates.map((state) => [state, z.int()])) as Record<JobPost['state'], z.ZodInt>,
      )
      .openapi({ description: 'By state, of everything that fits the other filters' }),
    nextCursor: z.string().nullable(),
  })
  .openapi('JobPostPage');
export type JobPostPage = z.infer<typeof jobPostPageSchema>;

export const jobPostResponse = (description: string) => json(jobPostSchema, `${description}; its ETag is for changing`);
