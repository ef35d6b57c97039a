import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { richBlockSchema } from '../../platform/rich-text/schema.ts';
import { classificationResults } from '../classification/questionnaire.ts';
import { answersSchema, classifiedSchema, definitionSchema } from '../classification/schema.ts';
import { documentKinds } from '../compliance-documents/compliance-document.ts';
import { complianceDocumentSchema } from '../compliance-documents/schema.ts';
import { reasonMaxLength, taskKinds, taskOwners, taskStates } from './onboarding-task.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const reason = z.string().trim().min(1).max(reasonMaxLength);
const result = z.enum(classificationResults);

export const taskSchema = z
  .strictObject({
    id: z.string(),
    contract: z.strictObject({ id: z.string(), title: z.string() }),
    freelancer: z.strictObject({ id: z.string(), name: z.string() }),
    client: z.string().openapi({ description: 'As the freelancer knows it' }),
    team: z.string().nullable(),
    kind: z.enum(taskKinds),
    title: z.string(),
    instructions: z.string(),
    owner: z.enum(taskOwners),
    state: z.enum(taskStates),
    waitsFor: z.enum(taskOwners).nullable().openapi({ description: 'null when nothing is left to be done' }),
    dueAt: instant,
    isLate: z.boolean(),
    needsDocument: z.boolean(),
    needsSignature: z.boolean(),
    content: z.array(richBlockSchema).openapi({ description: 'What is to be read, and signed where it is' }),
    textHash: hash.nullable(),
    validMonths: z.int().nullable(),
    validUntil: instant.nullable(),
    completedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    submittedBy: z.string().nullable(),
    note: z.string().nullable(),
    returnReason: z.string().nullable(),
    signature: z
      .strictObject({ typedName: z.string(), textHash: hash, signedAt: instant })
      .nullable()
      .openapi({ description: 'Of this task, or of the one whose papers count here' }),
    documents: z.array(complianceDocumentSchema),
    areDocumentsHidden: z.boolean().openapi({ description: 'There are some, for other roles to read' }),
    classification: z
      .strictObject({
        questionnaireId: z.string(),
        version: z.int(),
        ruleHash: hash,
        definition: definitionSchema,
        answers: answersSchema.nullable(),
        classified: classifiedSchema.nullable(),
        result: result.nullable().openapi({ description: 'What a person made of it' }),
        isOverridden: z.boolean(),
        reviewedBy: z.string().nullable(),
        reviewReason: z.string().nullable(),
      })
      .nullable(),
    override: z.strictObject({ by: z.string(), reason: z.string(), at: instant }).nullable(),
    reusedFrom: z.string().nullable().openapi({ description: 'The task whose papers still hold' }),
    renewalOf: z.string().nullable(),
    mayDo: z.boolean(),
    mayDecide: z.boolean(),
    mayOverride: z.boolean(),
    signerName: z.string().openapi({ description: 'What the asker types to sign' }),
  })
  .openapi('OnboardingTask');
export type OnboardingTask = z.infer<typeof taskSchema>;

export const taskFilters = ['open', 'submitted', 'late', 'done', 'expired', 'all'] as const;
export type TaskFilter = (typeof taskFilters)[number];

export const taskPageSchema = z
  .strictObject({
    items: z.array(taskSchema),
    nextCursor: z.string().nullable(),
    counts: z.array(z.strictObject({ filter: z.enum(taskFilters), count: z.int() })),
  })
  .openapi('OnboardingTaskPage');
export type OnboardingTaskPage = z.infer<typeof taskPageSchema>;

export const contractOnboardingSchema = z
  .strictObject({
    contractId: z.string(),
    state: z
      .enum(['none', 'open', 'complete', 'lapsed', 'closed'])
      .openapi({ description: 'none: nothing was asked; lapsed: something is no longer valid' }),
    completedAt: instant.nullable(),
    tasks: z.array(taskSchema),
    documents: z.array(complianceDocumentSchema).openapi({ description: 'Added beside the tasks' }),
  })
  .openapi('ContractOnboarding');
export type ContractOnboarding = z.infer<typeof contractOnboardingSchema>;

export const submissionSchema = z
  .strictObject({
    typedName: z.string().max(200).optional(),
    textHash: hash.optional().openapi({ description: 'Of the text that was read; exactly that is signed' }),
    documents: z
      .array(
        z.strictObject({
          fileId: id,
          validUntil: z.iso.date().nullable().default(null).openapi({ description: 'Written on the paper itself' }),
        }),
      )
      .max(10)
      .default([]),
    answers: answersSchema.optional(),
    note: z.string().trim().max(reasonMaxLength).default(''),
  })
  .openapi('OnboardingSubmission');
export type OnboardingSubmission = z.infer<typeof submissionSchema>;
export type SubmissionInput = z.input<typeof submissionSchema>;

export const acceptanceSchema = z
  .strictObject({
    result: result.optional().openapi({ description: 'For a classification: what you make of the answers' }),
    reason: reason.optional().openapi({ description: 'Needed where it is not what the rules say' }),
  })
  .openapi('OnboardingAcceptance');

export const checkResultSchema = z
  .strictObject({
    outcome: z.enum(['clear', 'notClear']),
    reason,
    documents: submissionSchema.shape.documents,
  })
  .openapi('BackgroundCheckResult');
export type CheckResult = z.infer<typeof checkResultSchema>;

export const addedDocumentSchema = z
  .strictObject({
    fileId: id,
    kind: z.enum(documentKinds),
    title: z.string().trim().min(1).max(160),
    validUntil: z.iso.date().nullable(),
    renews: id.nullable().default(null).openapi({ description: 'The document whose place it takes' }),
  })
  .openapi('AddedComplianceDocument');
export type AddedDocument = z.infer<typeof addedDocumentSchema>;

const tags = ['Onboarding'];
const params = z.strictObject({ id });
const query = z.strictObject({
  filter: z.enum(taskFilters).default('open'),
  owner: z.enum(taskOwners).optional(),
  contract: id.optional(),
  freelancer: id.optional(),
  kind: z.enum(taskKinds).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
export type TaskQuery = z.infer<typeof query>;
const page = json(taskPageSchema, 'By what is due first');
const task = json(taskSchema, 'The task');
const mine = '/v1/freelancers/me/onboarding';
const operators = '/v1/operator/onboarding';

export const listTasksRoute = createRoute({
  method: 'get',
  path: '/v1/onboarding/tasks',
  tags,
  summary: 'What is to be done before work, over all contracts of the tenant',
  request: { query },
  responses: { 200: page, ...problems(401, 403, 404) },
});

export const getTaskRoute = createRoute({
  method: 'get',
  path: '/v1/onboarding/tasks/{id}',
  tags,
  summary: 'One task with its papers, answers and what may be done with it',
  request: { params },
  responses: { 200: task, ...problems(401, 403, 404) },
});

export const taskTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/onboarding/tasks/{id}/timeline',
  tags,
  summary: 'Who did what with a task, when and why',
  request: { params },
  responses: timelineResponses,
});

export const submitTaskRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/tasks/{id}/submission',
  tags,
  summary: 'Do a task that is the client’s: sign, hand in papers, answer',
  request: { params, body: jsonBody(submissionSchema) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const acceptTaskRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/tasks/{id}/acceptance',
  tags,
  summary: 'Accept what was handed in; the last one lets the contract start',
  request: { params, body: jsonBody(acceptanceSchema) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const returnTaskRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/tasks/{id}/return',
  tags,
  summary: 'Give it back with a reason',
  request: { params, body: jsonBody(z.strictObject({ reason, result: result.optional() })) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const overrideTaskRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/tasks/{id}/override',
  tags,
  summary: 'Let the contract go on without it, by name and with a reason',
  request: { params, body: jsonBody(z.strictObject({ reason })) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const checkResultRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/tasks/{id}/check-result',
  tags,
  summary: 'Say how a background check came out, with a reason and the paper it stands on',
  request: { params, body: jsonBody(checkResultSchema) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const contractOnboardingRoute = createRoute({
  method: 'get',
  path: '/v1/onboarding/contracts/{id}',
  tags,
  summary: 'Everything that a contract was asked for before work',
  request: { params },
  responses: { 200: json(contractOnboardingSchema, 'The tasks, by what is due first'), ...problems(401, 403, 404) },
});

export const addDocumentRoute = createRoute({
  method: 'post',
  path: '/v1/onboarding/contracts/{id}/documents',
  tags,
  summary: 'Keep a paper with a contract: an insurance, a licence',
  request: { params, body: jsonBody(addedDocumentSchema) },
  responses: { 201: json(complianceDocumentSchema, 'Kept'), ...problems(401, 403, 404, 409) },
});

export const listOwnTasksRoute = createRoute({
  method: 'get',
  path: mine,
  tags,
  summary: 'What you have to do before work, and what you did, over all your contracts',
  request: { query: query.omit({ freelancer: true }) },
  responses: { 200: page, ...problems(401, 403) },
});

export const getOwnTaskRoute = createRoute({
  method: 'get',
  path: `${mine}/{id}`,
  tags,
  summary: 'One task with its text to read',
  request: { params },
  responses: { 200: task, ...problems(401, 403, 404) },
});

export const submitOwnTaskRoute = createRoute({
  method: 'post',
  path: `${mine}/{id}/submission`,
  tags,
  summary: 'Do a task: sign its text by hash and name, hand in papers, answer',
  request: { params, body: jsonBody(submissionSchema) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});

export const ownContractOnboardingRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/contracts/{id}/onboarding',
  tags,
  summary: 'Everything that one of your contracts was asked for before work',
  request: { params },
  responses: { 200: json(contractOnboardingSchema, 'The tasks, by what is due first'), ...problems(401, 403, 404) },
});

export const addOwnDocumentRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/contracts/{id}/documents',
  tags,
  summary: 'Keep a paper of yours with a contract, or renew one',
  request: { params, body: jsonBody(addedDocumentSchema) },
  responses: { 201: json(complianceDocumentSchema, 'Kept'), ...problems(401, 403, 404, 409) },
});

export const listOperatorTasksRoute = createRoute({
  method: 'get',
  path: operators,
  tags,
  summary: 'What the marketplace itself has to do before work',
  request: { query: query.omit({ owner: true }) },
  responses: { 200: page, ...problems(401, 403) },
});

export const submitOperatorTaskRoute = createRoute({
  method: 'post',
  path: `${operators}/{id}/submission`,
  tags,
  summary: 'Hand in what the marketplace was asked for',
  request: { params, body: jsonBody(submissionSchema) },
  responses: { 200: task, ...problems(401, 403, 404, 409) },
});
