import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { jobPostFieldsSchema, personRefSchema } from '../job-posts/schema.ts';

const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const name = z.string().trim().min(1).max(80);

export const jobTemplateSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    fields: jobPostFieldsSchema,
    owner: personRefSchema,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('JobTemplate');
export type JobTemplate = z.infer<typeof jobTemplateSchema>;

const tags = ['Job templates'];

export const listJobTemplatesRoute = createRoute({
  method: 'get',
  path: '/v1/job-templates',
  tags,
  summary: 'The tenant’s templates by name',
  responses: {
    200: json(z.strictObject({ items: z.array(jobTemplateSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createJobTemplateRoute = createRoute({
  method: 'post',
  path: '/v1/job-templates',
  tags,
  summary: 'Make a template from fields, or of a job post',
  request: {
    body: jsonBody(z.strictObject({ name, fields: jobPostFieldsSchema.optional(), jobPostId: id.optional() })),
  },
  responses: { 201: json(jobTemplateSchema, 'Made; its ETag is for changing'), ...problems(401, 403, 404, 409) },
});

export const getJobTemplateRoute = createRoute({
  method: 'get',
  path: '/v1/job-templates/{id}',
  tags,
  summary: 'A template',
  request: { params },
  responses: { 200: json(jobTemplateSchema, 'The template; its ETag is for changing'), ...problems(401, 403, 404) },
});

export const changeJobTemplateRoute = createRoute({
  method: 'patch',
  path: '/v1/job-templates/{id}',
  tags,
  summary: 'Rename a template, or change fields of it',
  request: {
    params,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(z.strictObject({ name: name.optional(), fields: jobPostFieldsSchema.optional() })),
  },
  responses: { 200: json(jobTemplateSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteJobTemplateRoute = createRoute({
  method: 'delete',
  path: '/v1/job-templates/{id}',
  tags,
  summary: 'Delete a template; posts begun from it stay, and who does it may put it back for a day',
  request: { params },
  responses: { 204: { description: 'Gone' }, ...problems(401, 403, 404) },
});

export const restoreJobTemplateRoute = createRoute({
  method: 'post',
  path: '/v1/job-templates/{id}/restoration',
  tags,
  summary: 'Put a template back that one deleted less than a day ago',
  request: { params },
  responses: { 200: json(jobTemplateSchema, 'Back'), ...problems(401, 403, 404, 409) },
});
