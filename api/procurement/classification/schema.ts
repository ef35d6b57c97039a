import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import {
  answersMax,
  classificationResults,
  questionnaireStates,
  questionsMax,
  rulesMax,
  weightMax,
} from './questionnaire.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
/** Inside one definition. */
const key = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
const result = z.enum(classificationResults);
const weight = z.int().min(-weightMax).max(weightMax);
const sumMax = questionsMax * weightMax;
const bound = z.int().min(-sumMax).max(sumMax);

export const definitionSchema = z
  .strictObject({
    source: z.string().trim().min(1).max(500).openapi({ description: 'Whose test it is, and where it is written' }),
    questions: z
      .array(
        z.strictObject({
          id: key,
          text: z.string().trim().min(1).max(500),
          help: z.string().trim().max(1000),
          answers: z
            .array(
              z.strictObject({
                id: key,
                text: z.string().trim().min(1).max(200),
                weight: weight.openapi({ description: 'Above zero speaks for an employee, below it for independence' }),
              }),
            )
            .max(answersMax),
        }),
      )
      .max(questionsMax),
    rules: z
      .array(
        z.strictObject({
          when: z.array(z.strictObject({ questionId: key, answerId: key })).max(questionsMax),
          result,
          reason: z.string().trim().min(1).max(500),
        }),
      )
      .max(rulesMax)
      .openapi({ description: 'The first whose answers were all given decides, whatever the sum' }),
    independentAtMost: bound,
    employeeAtLeast: bound,
  })
  .openapi('ClassificationDefinition');
export type ClassificationDefinition = z.infer<typeof definitionSchema>;

export const answersSchema = z
  .record(key, key)
  .openapi('ClassificationAnswers', { description: 'One answer for each question, by their ids' });

export const classifiedSchema = z
  .strictObject({
    result,
    sum: z.int(),
    parts: z
      .array(z.strictObject({ questionId: key, answerId: key, weight: z.int() }))
      .openapi({ description: 'What the sum is made of, the heaviest first' }),
    decidedBy: z.string().nullable().openapi({ description: 'Of the rule that decided; null where the sum did' }),
  })
  .openapi('Classified');

export const questionnaireSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    state: z.enum(questionnaireStates).openapi({ description: 'draft: somebody works on the next version' }),
    publishedVersion: z.int().nullable(),
    publishedHash: z.string().nullable(),
    published: definitionSchema.nullable().openapi({ description: 'In force; never changed' }),
    draft: definitionSchema.nullable().openapi({ description: 'The next version, as far as it is' }),
    savedAt: instant,
  })
  .openapi('ClassificationQuestionnaire');
export type ClassificationQuestionnaire = z.infer<typeof questionnaireSchema>;

export const questionnaireVersionSchema = z
  .strictObject({
    version: z.int(),
    hash: z.string().openapi({ description: 'SHA-256 of the definition' }),
    definition: definitionSchema,
    publishedBy: z.string().nullable(),
    publishedAt: instant,
  })
  .openapi('ClassificationVersion');
export type ClassificationVersion = z.infer<typeof questionnaireVersionSchema>;

/** What a tenant can begin with. */
export const starterSchema = z
  .strictObject({ key: z.string(), name: z.string(), country: z.string(), definition: definitionSchema })
  .openapi('ClassificationStarter');
export type ClassificationStarter = z.infer<typeof starterSchema>;

const tags = ['Classification'];
const path = '/v1/classification/questionnaires';
const params = z.strictObject({ id });
const name = z.string().trim().min(1).max(120);
const ifMatch = z.object({ 'if-match': z.string().optional() });
const one = json(questionnaireSchema, 'The questionnaire; its ETag is for saving');

export const listStartersRoute = createRoute({
  method: 'get',
  path: '/v1/classification/starters',
  tags,
  summary: 'Questionnaires to begin with, each naming its source; none is legal advice',
  responses: {
    200: json(z.strictObject({ items: z.array(starterSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const listQuestionnairesRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Questionnaires of the tenant, by name',
  responses: {
    200: json(z.strictObject({ items: z.array(questionnaireSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createQuestionnaireRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Begin a questionnaire: a draft until it is published',
  request: { body: jsonBody(z.strictObject({ name, definition: definitionSchema })) },
  responses: { 201: one, ...problems(401, 403, 404, 409) },
});

export const getQuestionnaireRoute = createRoute({
  method: 'get',
  path: `${path}/{id}`,
  tags,
  summary: 'A questionnaire with the version in force and the draft of the next',
  request: { params },
  responses: { 200: one, ...problems(401, 403, 404) },
});

export const saveQuestionnaireRoute = createRoute({
  method: 'put',
  path: `${path}/{id}`,
  tags,
  summary: 'Save the draft of the next version; what was published stays as it is',
  request: { params, headers: ifMatch, body: jsonBody(z.strictObject({ name, definition: definitionSchema })) },
  responses: { 200: one, ...problems(401, 403, 404, 409, 412, 428) },
});

export const publishQuestionnaireRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/publication`,
  tags,
  summary: 'Put the draft in force as the next version; refused with the place of what is wrong in it',
  request: { params, headers: ifMatch },
  responses: { 200: one, ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteQuestionnaireRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Ask it no more; its versions stay with the answers that were given to them',
  request: { params },
  responses: { 204: { description: 'Put away' }, ...problems(401, 403, 404, 409) },
});

export const restoreQuestionnaireRoute = createRoute({
  method: 'post',
  path: `${path}/{id}/restoration`,
  tags,
  summary: 'Ask one again that was put away',
  request: { params },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});

export const listQuestionnaireVersionsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions`,
  tags,
  summary: 'Every version that was published, the newest first',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(questionnaireVersionSchema) }), 'All versions'),
    ...problems(401, 403, 404),
  },
});

export const tryQuestionnaireRoute = createRoute({
  method: 'post',
  path: '/v1/classification/trial',
  tags,
  summary: 'What answers would come to; nothing is kept',
  request: { body: jsonBody(z.strictObject({ definition: definitionSchema, answers: answersSchema })) },
  responses: { 200: json(classifiedSchema, 'The result and what it is made of'), ...problems(401, 403, 404) },
});
