import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import {
  taskInstructionsMaxLength,
  taskKinds,
  taskOwners,
  tasksMax,
  taskTextMaxLength,
  taskTitleMaxLength,
  validMonthsMax,
} from './onboarding-task.ts';
import { contractTypes } from './onboarding-template.ts';

const instant = z.iso.datetime();
const country = z.string().regex(/^[A-Z]{2}$/);
const some = (one: z.ZodString) => z.array(one).max(200);

export const appliesSchema = z
  .strictObject({
    teams: some(z.string().min(1).max(100)).openapi({ description: 'Names; empty: whatever the team' }),
    categoryIds: some(z.string().min(1).max(64)),
    countries: some(country).openapi({ description: 'Where the freelancer lives, ISO 3166' }),
    contractTypes: z.array(z.enum(contractTypes)).max(contractTypes.length),
  })
  .openapi('OnboardingApplies', { description: 'An empty list asks nothing' });

export const templateTaskSchema = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z][a-zA-Z0-9]{0,39}$/)
      .openapi({ description: 'Stays the same over versions' }),
    kind: z.enum(taskKinds),
    title: z.string().trim().min(1).max(taskTitleMaxLength),
    instructions: z.string().trim().max(taskInstructionsMaxLength).default(''),
    owner: z.enum(taskOwners),
    dueDays: z.int().min(0).max(365),
    needsDocument: z.boolean().default(false),
    needsSignature: z.boolean().default(false).openapi({ description: 'A typed name over the hash of the text' }),
    text: z.string().max(taskTextMaxLength).default('').openapi({ description: 'Markdown; a newer text asks again' }),
    validMonths: z.int().min(1).max(validMonthsMax).nullable().default(null).openapi({
      description: 'How long it counts, also for the next contract; null: for its own contract only',
    }),
    questionnaireId: z.string().min(1).max(64).nullable().default(null),
    onlyWithNda: z.boolean().default(false).openapi({ description: 'Only where the offer has an NDA' }),
  })
  .openapi('OnboardingTemplateTask');

export const templateSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    applies: appliesSchema,
    tasks: z.array(templateTaskSchema.required()),
    savedBy: z.string().nullable(),
    savedAt: instant,
  })
  .openapi('OnboardingTemplate');
export type OnboardingTemplateBody = z.infer<typeof templateSchema>;

export const templateVersionSchema = templateSchema.omit({ id: true, name: true }).openapi('OnboardingTemplateVersion');

export const givenTemplateSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    applies: appliesSchema,
    tasks: z.array(templateTaskSchema).min(1).max(tasksMax),
  })
  .openapi('OnboardingTemplateEdit');
export type GivenTemplate = z.infer<typeof givenTemplateSchema>;
export type TemplateEdit = z.input<typeof givenTemplateSchema>;

const tags = ['Onboarding'];
const path = '/v1/onboarding/templates';
const params = z.strictObject({ id: z.string().min(1).max(64) });
const one = json(templateSchema, 'The template; its ETag is for saving');

export const listTemplatesRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Which tasks are asked for which contracts',
  responses: {
    200: json(z.strictObject({ items: z.array(templateSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createTemplateRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Write an onboarding template; contracts that open from now on follow it',
  request: { body: jsonBody(givenTemplateSchema) },
  responses: { 201: one, ...problems(401, 403, 404, 409) },
});

export const getTemplateRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'An onboarding template in its newest version',
  request: { params },
  responses: { 200: one, ...problems(401, 403, 404) },
});

export const saveTemplateRoute = createRoute({
  method: 'put',
  path: `${path}/{id}`,
  tags,
  summary: 'Save it as the next version; contracts keep the one they opened with',
  request: { params, headers: z.object({ 'if-match': z.string().optional() }), body: jsonBody(givenTemplateSchema) },
  responses: { 200: one, ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteTemplateRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Ask it of no further contract; its versions stay',
  request: { params },
  responses: { 204: { description: 'Put away' }, ...problems(401, 403, 404, 409) },
});

export const restoreTemplateRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restoration`,
  tags,
  summary: 'Ask one that was put away of contracts again that open from now on',
  request: { params },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});

export const listTemplateVersionsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions`,
  tags,
  summary: 'Every version of an onboarding template, the newest first',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(templateVersionSchema) }), 'All versions'),
    ...problems(401, 403, 404),
  },
});

export const previewRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/preview',
  tags,
  summary: 'What a contract of this kind would be asked for; nothing is kept',
  request: {
    body: jsonBody(
      z.strictObject({
        team: z.string().min(1).max(100).nullable(),
        categoryId: z.string().min(1).max(64).nullable(),
        country: country.nullable(),
        contractType: z.enum(contractTypes),
        nda: z.boolean(),
        freelancerId: z
          .string()
          .min(1)
          .max(64)
          .nullable()
          .default(null)
          .openapi({ description: 'Says what this person has done already and would not be asked for again' }),
      }),
    ),
  },
  responses: {
    200: json(
      z.strictObject({
        items: z.array(
          z.strictObject({
            templateId: z.string(),
            templateName: z.string(),
            task: templateTaskSchema.required(),
            reusedUntil: instant.nullable(),
          }),
        ),
      }),
      'In the order of the templates',
    ),
    ...problems(401, 403, 404),
  },
});
