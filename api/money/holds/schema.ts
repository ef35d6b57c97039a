import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { holdStates, holdSubjects } from './hold.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const reason = z.string().trim().min(3).max(500);

export const holdSchema = z
  .strictObject({
    id: z.string(),
    subject: z.strictObject({ kind: z.enum(holdSubjects), id: z.string() }),
    freelancer: z.strictObject({ id: z.string(), name: z.string() }),
    state: z.enum(holdStates),
    reason: z.string(),
    placedAt: instant,
    liftedAt: instant.nullable(),
    liftReason: z.string().nullable(),
  })
  .openapi('MoneyHold');
export type MoneyHold = z.infer<typeof holdSchema>;

const tags = ['Money holds'];
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

export const listHoldsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/holds',
  tags,
  summary: 'Holds, the oldest first',
  request: {
    query: z.strictObject({
      state: z.enum(holdStates).default('placed'),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: { 200: json(z.strictObject({ items: z.array(holdSchema) }), 'The holds'), ...problems(401, 403) },
});

export const placeHoldRoute = createRoute({
  method: 'post',
  path: '/v1/operator/holds',
  tags,
  summary: 'Stop all payouts of a freelancer, or one, until somebody lifts it',
  request: {
    headers: keyed,
    body: jsonBody(z.strictObject({ subject: z.strictObject({ kind: z.enum(holdSubjects), id }), reason })),
  },
  responses: { 201: json(holdSchema, 'Placed'), ...problems(401, 403, 404, 409) },
});

export const liftHoldRoute = createRoute({
  method: 'post',
  path: '/v1/operator/holds/{id}/lifting',
  tags,
  summary: 'Lift a hold, with a reason',
  request: { headers: keyed, params: z.strictObject({ id }), body: jsonBody(z.strictObject({ reason })) },
  responses: { 200: json(holdSchema, 'Lifted'), ...problems(401, 403, 404, 409) },
});
