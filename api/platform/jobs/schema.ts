import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../http/routes.ts';

export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    tenantId: z.string().nullable(),
    state: z.enum(['queued', 'running', 'done', 'dead']),
    runAt: z.iso.datetime(),
    attempts: z.number().int(),
    lastError: z.string().nullable(),
  })
  .openapi('Job');

export const listJobsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/jobs',
  summary: 'Jobs of the installation, newest first',
  tags: ['Operator'],
  request: {
    query: z.strictObject({
      state: jobSchema.shape.state.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json(z.strictObject({ items: z.array(jobSchema) }), 'Jobs'), ...problems(401, 403) },
});

export const retryJobRoute = createRoute({
  method: 'post',
  path: '/v1/operator/jobs/{id}/retry',
  summary: 'Put a dead job back into the queue',
  tags: ['Operator'],
  request: { params: z.strictObject({ id: z.string() }) },
  responses: { 204: { description: 'Queued again' }, ...problems(401, 403, 409) },
});
