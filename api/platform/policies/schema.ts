import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';

const settingsSchema = z.record(z.string().max(100), z.unknown());

export const policySchema = z
  .strictObject({
    name: z.string().openapi({ example: 'approvals' }),
    settings: settingsSchema.openapi({ description: 'What holds here' }),
    inherited: settingsSchema.openapi({ description: 'What would hold if nothing were set here' }),
    own: settingsSchema.openapi({ description: 'What is set here; send it back changed' }),
    changeable: z.array(z.string()).openapi({ description: 'Settings that may be set here' }),
    bounds: z.record(z.string(), z.unknown()).openapi({ description: 'JSON Schema of the settings' }),
    needsPlan: z.boolean().openapi({ description: 'The tenant’s plan does not include it' }),
    etag: z.string(),
  })
  .openapi('Policy');
export type PolicyBody = z.infer<typeof policySchema>;

const params = z.strictObject({ name: z.string().min(1).max(64) });
const body = jsonBody(z.strictObject({ settings: settingsSchema }));
const policies = json(z.strictObject({ items: z.array(policySchema) }), 'All policies');
const changed = { 200: json(policySchema, 'Saved'), ...problems(401, 403, 404, 412, 428) };

export const listTenantPolicies = createRoute({
  method: 'get',
  path: '/v1/tenant/policies',
  tags: ['Tenant'],
  summary: 'The numbers and rules this tenant may set, and what holds',
  responses: { 200: policies, ...problems(401, 403, 404) },
});

export const putTenantPolicy = createRoute({
  method: 'put',
  path: '/v1/tenant/policies/{name}',
  tags: ['Tenant'],
  summary: 'Set what this tenant may set of a policy; what is left out follows the installation again',
  request: { params, body },
  responses: changed,
});

export const listOperatorPolicies = createRoute({
  method: 'get',
  path: '/v1/operator/policies',
  tags: ['Operator'],
  summary: 'Every policy of the installation',
  responses: { 200: policies, ...problems(401, 403) },
});

export const getOperatorPolicy = createRoute({
  method: 'get',
  path: '/v1/operator/policies/{name}',
  tags: ['Operator'],
  summary: 'A policy of the installation',
  request: { params },
  responses: { 200: json(policySchema, 'The policy'), ...problems(401, 403, 404) },
});

export const putOperatorPolicy = createRoute({
  method: 'put',
  path: '/v1/operator/policies/{name}',
  tags: ['Operator'],
  summary: 'Set a policy for the installation; what is left out has its default again',
  request: { params, body },
  responses: changed,
});
