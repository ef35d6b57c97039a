import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../../platform/http/routes.ts';
import { reportFiltersSchema } from '../filters-schema.ts';
import { reportSlugs } from '../report.ts';
import { tags } from '../schema.ts';

const fields = {
  name: z.string().trim().min(1).max(80),
  filters: reportFiltersSchema,
  isShared: z.boolean().openapi({ description: 'With everybody of the tenant who may open the report' }),
};

export const viewSchema = z
  .strictObject({
    id: z.string(),
    report: z.enum(reportSlugs),
    ...fields,
    isOwn: z.boolean(),
    owner: z.strictObject({ id: z.string(), name: z.string() }),
    etag: z.string(),
    link: z.string(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('ReportView');
export type ReportView = z.infer<typeof viewSchema>;

const param = z.strictObject({ id: z.string().min(1).max(64) });
const one = json(viewSchema, 'The view');

export const listViewsRoute = createRoute({
  method: 'get',
  path: '/v1/reports/views',
  tags,
  summary: 'Saved filters: one’s own and those shared with the tenant',
  request: { query: z.strictObject({ report: z.enum(reportSlugs).optional() }) },
  responses: { 200: json(z.strictObject({ items: z.array(viewSchema) }), 'By name'), ...problems(401, 403, 404) },
});

export const saveViewRoute = createRoute({
  method: 'post',
  path: '/v1/reports/views',
  tags,
  summary: 'Save filters under a name',
  request: {
    body: jsonBody(
      z.strictObject({ report: z.enum(reportSlugs), ...fields, isShared: fields.isShared.default(false) }),
    ),
  },
  responses: { 201: one, ...problems(401, 403, 404, 409) },
});

export const changeViewRoute = createRoute({
  method: 'put',
  path: '/v1/reports/views/{id}',
  tags,
  summary: 'Change a view of one’s own',
  request: { params: param, body: jsonBody(z.strictObject(fields)) },
  responses: { 200: one, ...problems(401, 403, 404, 409, 412, 428) },
});

export const removeViewRoute = createRoute({
  method: 'delete',
  path: '/v1/reports/views/{id}',
  tags,
  summary: 'Remove a view of one’s own; it can be put back for a day',
  request: { params: param },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
});

export const restoreViewRoute = createRoute({
  method: 'post',
  path: '/v1/reports/views/{id}/restoration',
  tags,
  summary: 'Put a view back that one removed less than a day ago',
  request: { params: param },
  responses: { 200: one, ...problems(401, 403, 404, 409) },
});
