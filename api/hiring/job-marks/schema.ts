import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { jobPagingParams } from '../job-search/query-schema.ts';
import { jobHitSchema, jobParams } from '../job-search/schema.ts';
import { hideReasons } from './job-mark.ts';

const tags = ['Job search'];

export const savedJobsSchema = z
  .strictObject({
    items: z.array(jobHitSchema),
    goneCount: z.int().openapi({ description: 'Saved posts that are no longer open, or no longer for the asker' }),
    nextCursor: z.string().nullable(),
  })
  .openapi('SavedJobs');
export type SavedJobs = z.infer<typeof savedJobsSchema>;

export const listSavedJobsRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/saved',
  tags,
  summary: 'Posts that the freelancer saved, the last saved first',
  request: { query: z.strictObject(jobPagingParams).partial() },
  responses: { 200: json(savedJobsSchema, 'One page of posts'), ...problems(401, 403) },
});

export const saveJobRoute = createRoute({
  method: 'put',
  path: '/v1/jobs/{id}/saved',
  tags,
  summary: 'Save a post',
  request: { params: jobParams },
  responses: { 204: { description: 'Saved' }, ...problems(401, 403, 404, 409) },
});

export const unsaveJobRoute = createRoute({
  method: 'delete',
  path: '/v1/jobs/{id}/saved',
  tags,
  summary: 'Save a post no longer',
  request: { params: jobParams },
  responses: { 204: { description: 'No longer saved' }, ...problems(401, 403) },
});

export const hideJobRoute = createRoute({
  method: 'put',
  path: '/v1/jobs/{id}/hidden',
  tags,
  summary: 'Mark a post as not interesting: it leaves the feed and searches',
  request: { params: jobParams, body: jsonBody(z.strictObject({ reason: z.enum(hideReasons) })) },
  responses: { 204: { description: 'Hidden' }, ...problems(401, 403, 404) },
});

export const showJobRoute = createRoute({
  method: 'delete',
  path: '/v1/jobs/{id}/hidden',
  tags,
  summary: 'Show a hidden post again',
  request: { params: jobParams },
  responses: { 204: { description: 'Shown again' }, ...problems(401, 403) },
});
