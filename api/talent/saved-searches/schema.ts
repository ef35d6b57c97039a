import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { savedQuerySchema } from '../search/query-schema.ts';
import { alerts, savedSearchNameMaxLength } from './saved-search.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const name = z.string().trim().min(1).max(savedSearchNameMaxLength);

export const savedSearchSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    query: savedQuerySchema,
    alert: z.enum(alerts),
    createdAt: z.string(),
    newCount: z
      .number()
      .int()
      .openapi({ description: 'People who came to match since it was last looked at; counted to 1,000' }),
  })
  .openapi('SavedSearch');
export type SavedSearch = z.infer<typeof savedSearchSchema>;

const tags = ['Saved searches'];

export const listSavedSearchesRoute = createRoute({
  method: 'get',
  path: '/v1/talent/saved-searches',
  tags,
  summary: 'The member’s saved searches in this tenant',
  responses: { 200: json(z.strictObject({ items: z.array(savedSearchSchema) }), 'All of them'), ...problems(401, 403) },
});

export const createSavedSearchRoute = createRoute({
  method: 'post',
  path: '/v1/talent/saved-searches',
  tags,
  summary: 'Save a search',
  request: { body: jsonBody(z.strictObject({ name, query: savedQuerySchema, alert: z.enum(alerts).default('none') })) },
  responses: { 201: json(savedSearchSchema, 'Saved'), ...problems(401, 403, 409) },
});

export const changeSavedSearchRoute = createRoute({
  method: 'patch',
  path: '/v1/talent/saved-searches/{id}',
  tags,
  summary: 'Rename it, change its alert, or mark its new people as seen',
  request: {
    params,
    body: jsonBody(
      z.strictObject({ name: name.optional(), alert: z.enum(alerts).optional(), seen: z.literal(true).optional() }),
    ),
  },
  responses: { 200: json(savedSearchSchema, 'Changed'), ...problems(401, 403, 404) },
});

export const deleteSavedSearchRoute = createRoute({
  method: 'delete',
  path: '/v1/talent/saved-searches/{id}',
  tags,
  summary: 'Forget a saved search',
  request: { params },
  responses: { 204: { description: 'Forgotten' }, ...problems(401, 403, 404) },
});

export const stopAlertRoute = createRoute({
  method: 'post',
  path: '/v1/talent/saved-searches/unsubscribe',
  tags,
  summary: 'End a search’s mails with the token of their link, without signing in',
  request: { query: z.strictObject({ token: z.string().min(1).max(500) }) },
  responses: {
    200: json(z.strictObject({ name: z.string() }), 'No more mails for this search'),
    ...problems(400, 404),
  },
});
