import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { endReasons } from './contract.ts';
import { contractSchema, freelancerContractSchema, contractParams as params, reasonSchema } from './schema.ts';

/* What people do with a contract that is under way. */

const tags = ['Contracts'];
const mine = '/v1/freelancers/me/contracts';
const teamAnswers = (description: string) => ({
  200: json(contractSchema, description),
  ...problems(401, 403, 404, 409),
});
const ownAnswers = (description: string) => ({
  200: json(freelancerContractSchema, description),
  ...problems(401, 403, 404, 409),
});

export const endingSchema = z
  .strictObject({ reason: z.enum(endReasons), note: z.string().trim().max(1000).optional() })
  .openapi('ContractEnding');
export type ContractEnding = z.infer<typeof endingSchema>;

export const pauseContractRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/pause',
  tags,
  summary: 'Let work rest; what is in escrow stays there',
  request: { params, body: jsonBody(reasonSchema) },
  responses: teamAnswers('Paused'),
});

export const resumeContractRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/resumption',
  tags,
  summary: 'Let work go on; not what a bank or the marketplace holds',
  request: { params },
  responses: teamAnswers('Active'),
});

export const endContractRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/end',
  tags,
  summary: 'End it: nothing new begins, what is open is settled, then it has ended',
  request: { params, body: jsonBody(endingSchema) },
  responses: teamAnswers('Ending, or ended where no money was open'),
});

export const endMyContractRoute = createRoute({
  method: 'post',
  path: `${mine}/{id}/end`,
  tags,
  summary: 'End it: what nobody earned goes back, what was handed in is decided first',
  request: { params, body: jsonBody(endingSchema) },
  responses: ownAnswers('Ending, or ended where no money was open'),
});

const heldSchema = z.strictObject({ id: z.string(), state: z.string(), isOnHold: z.boolean() }).openapi('HeldContract');

export const holdContractRoute = createRoute({
  method: 'post',
  path: '/v1/operator/contracts/{id}/hold',
  tags,
  summary: 'Hold a contract; both sides are told the reason',
  request: { params, body: jsonBody(reasonSchema) },
  responses: { 200: json(heldSchema, 'On hold'), ...problems(401, 403, 404, 409) },
});

export const liftHoldRoute = createRoute({
  method: 'post',
  path: '/v1/operator/contracts/{id}/hold/lifting',
  tags,
  summary: 'Lift the hold; work goes on unless something else pauses it',
  request: { params, body: jsonBody(reasonSchema) },
  responses: { 200: json(heldSchema, 'Lifted'), ...problems(401, 403, 404, 409) },
});
