import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { savedJobQuerySchema } from '../job-search/query-schema.ts';
import { jobAlerts, jobSearchNameMaxLength } from './job-saved-search.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const name = z.string().trim().min(1).max(jobSearchNameMaxLength);

export const savedJobSearchSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    query: savedJobQuerySchema,
    alert: z.enum(jobAlerts),
    createdAt: z.string(),
    newCount: z.int().openapi({ description: 'Posts that came to match since it was last looked at; up to 1,000' }),
  })
  .openapi('SavedJobSearch');
export type SavedJobSearch = z.infer<typeof savedJobSearchSchema>;

const tags = ['Saved job searches'];

export const listSavedJobSearchesRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/saved-searches',
  tags,
  summary: 'The freelancer’s saved job searches',
  responses: {
    200: json(z.strictObject({ items: z.array(savedJobSearchSchema) }), 'All of them'),
    ...problems(401, 403),
  },
});

export const createSavedJobSearchRoute = createRoute({
  method: 'post',
  path: '/v1/jobs/saved-searches',
  tags,
  summary: 'Save a job search',
  request: {
    body: jsonBody(z.strictObject({ name, query: savedJobQuerySchema, alert: z.enum(jobAlerts).default('none') })),
  },
  responses: { 201: json(savedJobSearchSchema, 'Saved'), ...problems(401, 403, 409) },
});

export const changeSavedJobSearchRoute = createRoute({
  method: 'patch',
  path: '/v1/jobs/saved-searches/{id}',
  tags,
  summary: 'Rename it, change its alert, or mark its new posts as seen',
  request: {
    params,
    body: jsonBody(
      z.strictObject({ name: name.optional(), alert: z.enum(jobAlerts).optional(), seen: z.literal(true).optional() }),
    ),
  },
  responses: { 200: json(savedJobSearchSchema, 'Changed'), ...problems(401, 403, 404) },
});

export const deleteSavedJobSearchRoute = createRoute({
  method: 'delete',
  path: '/v1/jobs/saved-searches/{id}',
  tags,
  summary: 'Forget a saved job search',
  request: { params },
  responses: { 204: { description: 'Forgotten' }, ...problems(401, 403, 404) },
});

export const stopJobAlertRoute = createRoute({
  method: 'post',
  path: '/v1/jobs/saved-searches/unsubscribe',
  tags,
  summary: 'End a job search’s mails with the token of their link, without signing in',
  request: { query: z.strictObject({ token: z.string().min(1).max(500) }) },
  responses: {
    200: json(z.strictObject({ name: z.string() }), 'No more mails for this search'),
    ...problems(404),
  },
});
