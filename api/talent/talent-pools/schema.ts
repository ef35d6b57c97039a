import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';

const id = z.string().min(1).max(64);
const memberParams = z.strictObject({ id, freelancerId: id });

export const talentPoolSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    owner: z.enum(['tenant', 'installation']).openapi({ description: 'tenant: private; installation: the Pro pool' }),
    memberCount: z.number().int(),
    mayEdit: z.boolean(),
  })
  .openapi('TalentPool');
export type TalentPool = z.infer<typeof talentPoolSchema>;

const tags = ['Talent pools'];

export const listTalentPoolsRoute = createRoute({
  method: 'get',
  path: '/v1/talent/pools',
  tags,
  summary: 'The pools that the tenant’s plan opens',
  responses: {
    200: json(z.strictObject({ items: z.array(talentPoolSchema) }), 'Pools by name'),
    ...problems(401, 403),
  },
});

export const putPoolMemberRoute = createRoute({
  method: 'put',
  path: '/v1/talent/pools/{id}/members/{freelancerId}',
  tags,
  summary: 'Take somebody into a pool',
  request: { params: memberParams },
  responses: { 204: { description: 'A member' }, ...problems(401, 403, 404, 409) },
});

export const deletePoolMemberRoute = createRoute({
  method: 'delete',
  path: '/v1/talent/pools/{id}/members/{freelancerId}',
  tags,
  summary: 'Take somebody out of a pool',
  request: { params: memberParams },
  responses: { 204: { description: 'No member' }, ...problems(401, 403, 404) },
});
