import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { closeReasons, experienceLevels, jobPostStates } from './job-post.ts';
import {
  guidanceSchema,
  jobPostFieldsSchema,
  jobPostPageSchema,
  jobPostPreviewSchema,
  jobPostResponse,
} from './schema.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const ifMatch = z.object({ 'if-match': z.string().optional() });
const idempotencyKey = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const many = <T extends z.ZodType>(item: T, max: number) =>
  z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(item).max(max)).optional();

const tags = ['Job posts'];

export const jobPostSorts = ['updated', 'newest', 'title', 'expires'] as const;

export const listJobPostsRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts',
  tags,
  summary: 'The tenant’s job posts',
  request: {
    query: z.strictObject({
      state: many(z.enum(jobPostStates), jobPostStates.length).openapi({ description: 'Repeat for several' }),
      q: z.string().max(200).optional().openapi({ description: 'Words of the title' }),
      owner: id.optional().openapi({ description: 'A member’s person id, or `me`' }),
      sort: z.enum(jobPostSorts).default('updated'),
      limit: z.coerce.number().int().min(1).max(100).default(25),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: { 200: json(jobPostPageSchema, 'One page'), ...problems(401, 403, 404) },
});

export const createJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts',
  tags,
  summary: 'Begin a draft',
  description: 'With `templateId` it begins with the template’s fields; fields sent along go before them.',
  request: { headers: idempotencyKey, body: jsonBody(jobPostFieldsSchema) },
  responses: { 201: jobPostResponse('The draft'), ...problems(401, 403, 404) },
});

export const getJobPostRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/{id}',
  tags,
  summary: 'A job post',
  request: { params },
  responses: { 200: jobPostResponse('The post'), ...problems(401, 403, 404) },
});

export const changeJobPostRoute = createRoute({
  method: 'patch',
  path: '/v1/job-posts/{id}',
  tags,
  summary: 'Change fields of a draft, or of a post that is open or paused',
  request: { params, headers: ifMatch, body: jsonBody(jobPostFieldsSchema) },
  responses: { 200: jobPostResponse('Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteJobPostRoute = createRoute({
  method: 'delete',
  path: '/v1/job-posts/{id}',
  tags,
  summary: 'Throw a draft away; who does it may take it back for a day',
  request: { params },
  responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404, 409) },
});

export const restoreJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/restoration',
  tags,
  summary: 'Take back a draft that one threw away less than a day ago, with its files',
  request: { params },
  responses: { 200: jobPostResponse('Back'), ...problems(401, 403, 404) },
});

export const previewJobPostRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/{id}/preview',
  tags,
  summary: 'A job post as freelancers see it, and what publishing would refuse',
  request: { params },
  responses: { 200: json(jobPostPreviewSchema, 'The preview'), ...problems(401, 403, 404) },
});

export const jobPostTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/{id}/timeline',
  tags,
  summary: 'Who did what with a job post, when and why',
  request: { params },
  responses: timelineResponses,
});

export const publishJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/publish',
  tags,
  summary: 'Publish a draft, or ask for its approval where the tenant’s rules want one',
  description:
    'Refused, each by its own code and with a pointer to the field: what is missing, contact_details_in_text, unpaid_work, fee_to_apply, identical_open_post, and every limit.',
  request: { params, headers: ifMatch },
  responses: { 200: jobPostResponse('Open, or waiting for approval'), ...problems(401, 403, 404, 409, 412) },
});

export const pauseJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/pause',
  tags,
  summary: 'Take no proposals for now',
  request: { params },
  responses: { 200: jobPostResponse('Paused'), ...problems(401, 403, 404, 409) },
});

export const resumeJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/resume',
  tags,
  summary: 'Take proposals again',
  request: { params },
  responses: { 200: jobPostResponse('Open'), ...problems(401, 403, 404, 409) },
});

export const closeJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/close',
  tags,
  summary: 'Close a post for good; its open proposals close with it',
  request: {
    params,
    body: jsonBody(z.strictObject({ reason: z.enum(closeReasons), note: z.string().max(1000).default('') })),
  },
  responses: { 200: jobPostResponse('Closed'), ...problems(401, 403, 404, 409) },
});

export const duplicateJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/duplicate',
  tags,
  summary: 'Begin a draft with the same fields',
  request: { params, headers: idempotencyKey },
  responses: { 201: jobPostResponse('The draft'), ...problems(401, 403, 404) },
});

export const repostJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/job-posts/{id}/repost',
  tags,
  summary: 'Begin a draft that posts an ended post again',
  request: { params, headers: idempotencyKey },
  responses: { 201: jobPostResponse('The draft'), ...problems(401, 403, 404, 409) },
});

export const removeJobPostRoute = createRoute({
  method: 'post',
  path: '/v1/operator/job-posts/{id}/removal',
  tags: ['Operator'],
  summary: 'Remove a post that breaks the rules',
  request: { params, body: jsonBody(z.strictObject({ reason: z.string().trim().min(1).max(1000) })) },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404, 409) },
});

export const guidanceRoute = createRoute({
  method: 'get',
  path: '/v1/job-posts/guidance',
  tags,
  summary: 'What comparable posts paid in the last twelve months',
  description: 'Of all tenants together, and hidden while fewer than five compare.',
  request: {
    query: z.strictObject({
      categoryId: id,
      skill: many(id, 20).openapi({ description: 'Skill ids; repeat for several' }),
      kind: z.enum(['fixed', 'hourly']),
      level: z.enum(experienceLevels).optional(),
      currency: z.string().length(3).default('USD'),
    }),
  },
  responses: { 200: json(guidanceSchema, 'Figures in minor units'), ...problems(401, 403, 404) },
});
