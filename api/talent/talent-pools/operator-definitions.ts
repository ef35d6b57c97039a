import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { poolStates } from './pool.ts';
import { newPoolSchema, poolChangeSchema, talentPoolDetailSchema, talentPoolSchema } from './schema.ts';

const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Talent pools'];
const thePool = json(talentPoolDetailSchema, 'The pool; its ETag is for changing it');

export const listOperatorPoolsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/talent-pools',
  tags,
  summary: 'The installation’s pools, which Pro clients browse',
  request: { query: z.strictObject({ state: z.enum(poolStates).default('active') }) },
  responses: {
    200: json(z.strictObject({ items: z.array(talentPoolSchema) }), 'Pools by name'),
    ...problems(401, 403),
  },
});

export const createOperatorPoolRoute = createRoute({
  method: 'post',
  path: '/v1/operator/talent-pools',
  tags,
  summary: 'Make a pool of the installation',
  request: {
    headers: z.object({ 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(newPoolSchema.pick({ name: true, description: true, criteria: true })),
  },
  responses: { 201: json(talentPoolDetailSchema, 'Made'), ...problems(401, 403, 409) },
});

export const changeOperatorPoolRoute = createRoute({
  method: 'patch',
  path: '/v1/operator/talent-pools/{id}',
  tags,
  summary: 'Rename or describe a pool of the installation',
  request: {
    params,
    headers: z.object({ 'if-match': z.string().optional() }),
    body: jsonBody(poolChangeSchema.pick({ name: true, description: true, criteria: true })),
  },
  responses: { 200: thePool, ...problems(401, 403, 404, 409, 412, 428) },
});

export const getOperatorPoolRoute = createRoute({
  method: 'get',
  path: '/v1/operator/talent-pools/{id}',
  tags,
  summary: 'A pool of the installation',
  request: { params },
  responses: { 200: thePool, ...problems(401, 403, 404) },
});
