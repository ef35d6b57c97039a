import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { personSchema } from './shared-schema.ts';

const tags = ['Approval delegation'];
const instant = z.iso.datetime();

export const delegationSchema = z
  .strictObject({
    id: z.string(),
    from: personSchema,
    to: personSchema,
    startsAt: instant,
    endsAt: instant,
    state: z.enum(['planned', 'active', 'over', 'ended']),
    reason: z.string(),
    createdBy: personSchema,
    createdAt: instant,
    endedAt: instant.nullable(),
    endedBy: personSchema.nullable(),
    mayEnd: z.boolean(),
  })
  .openapi('ApprovalDelegation');
export type ApprovalDelegation = z.infer<typeof delegationSchema>;

export const listDelegationsRoute = createRoute({
  method: 'get',
  path: '/v1/approval-delegations',
  tags,
  summary: 'Who decides for whom, and when: of the reader, or of everybody; the newest first',
  request: { query: z.strictObject({ view: z.enum(['mine', 'all']).default('mine') }) },
  responses: {
    200: json(
      z.strictObject({
        items: z.array(delegationSchema),
        people: z.array(personSchema).openapi({ description: 'Who can be given this' }),
        mayDelegate: z.boolean(),
        mayDelegateForOthers: z.boolean(),
      }),
      'Delegations',
    ),
    ...problems(401, 403),
  },
});

export const createDelegationRoute = createRoute({
  method: 'post',
  path: '/v1/approval-delegations',
  tags,
  summary: 'Let somebody decide in one’s place for some time; an account admin does it for others',
  request: {
    body: jsonBody(
      z.strictObject({
        fromPersonId: z.string().min(1).max(64).optional().openapi({ description: 'The caller, unless an admin' }),
        toPersonId: z.string().min(1).max(64),
        startsAt: instant,
        endsAt: instant,
        reason: z.string().trim().max(300).default(''),
      }),
    ),
  },
  responses: { 201: json(delegationSchema, 'Delegated'), ...problems(401, 403, 409) },
});

export const endDelegationRoute = createRoute({
  method: 'post',
  path: '/v1/approval-delegations/{id}/end',
  tags,
  summary: 'End a delegation before its time',
  request: { params: z.strictObject({ id: z.string().min(1).max(64) }) },
  responses: { 200: json(delegationSchema, 'Ended'), ...problems(401, 403, 404, 409) },
});
