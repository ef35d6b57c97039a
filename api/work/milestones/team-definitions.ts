import { createRoute } from '@hono/zod-openapi';
import { fundingSourceSchema } from '../../money/payments/schema.ts';
import { amountOf } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { approvalAsked } from '../payment-requests/schema.ts';
import { paymentQuoteSchema } from './money-schema.ts';
import {
  milestoneChangeSchema,
  milestoneListSchema,
  milestonePlanSchema,
  milestoneSchema,
  releaseQuoteSchema,
} from './schema.ts';

const id = z.string().min(1).max(64);
export const params = z.strictObject({ id });
const inContract = z.strictObject({ id, milestoneId: id });
export const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const ifMatch = z.object({ 'if-match': z.string().optional() });
export const reason = z.string().trim().min(1).max(1000);
/** Bounded here by what is exact, and by each command by what there is. */
export const positiveAmount = amountOf({ minMinor: 1 });
const sourceKind = z.enum(['method', 'balance', 'credit']);
const tags = ['Milestones'];

export const listMilestonesRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/milestones',
  tags,
  summary: 'A contract’s milestones in their order, with what is in escrow',
  request: { params },
  responses: { 200: json(milestoneListSchema, 'All milestones'), ...problems(401, 403, 404) },
});

export const addMilestoneRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/milestones',
  tags,
  summary: 'Plan one more, within the total that both signed',
  request: { params, headers: keyed, body: jsonBody(milestonePlanSchema) },
  responses: { 201: json(milestoneSchema, 'Planned'), ...problems(401, 403, 404, 409) },
});

export const changeMilestoneRoute = createRoute({
  method: 'patch',
  path: '/v1/contracts/{id}/milestones/{milestoneId}',
  tags,
  summary: 'Change one that nobody has paid for',
  request: { params: inContract, headers: ifMatch, body: jsonBody(milestoneChangeSchema) },
  responses: { 200: json(milestoneSchema, 'Changed'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const deleteMilestoneRoute = createRoute({
  method: 'delete',
  path: '/v1/contracts/{id}/milestones/{milestoneId}',
  tags,
  summary: 'Delete one that nobody has paid for',
  request: { params: inContract, headers: ifMatch },
  responses: { 204: { description: 'Deleted' }, ...problems(401, 403, 404, 409, 412, 428) },
});

export const getMilestoneRoute = createRoute({
  method: 'get',
  path: '/v1/milestones/{id}',
  tags,
  summary: 'A milestone with its deliverables',
  request: { params },
  responses: { 200: json(milestoneSchema, 'The milestone; its ETag is for editing'), ...problems(401, 403, 404) },
});

export const milestoneTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/milestones/{id}/timeline',
  tags,
  summary: 'Who did what with the milestone, when and why',
  request: { params },
  responses: timelineResponses,
});

export const fundingQuoteRoute = createRoute({
  method: 'get',
  path: '/v1/milestones/{id}/funding-quote',
  tags,
  summary: 'What funding costs, from which account to which, before it is paid',
  request: { params, query: z.strictObject({ source: sourceKind.optional() }) },
  responses: { 200: json(paymentQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const fundMilestoneRoute = createRoute({
  method: 'post',
  path: '/v1/milestones/{id}/funding',
  tags,
  summary: 'Pay it into escrow',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ source: fundingSourceSchema.optional() })) },
  responses: {
    200: json(milestoneSchema, 'Funded, under way while its state is funding, or planned again with the refusal'),
    202: approvalAsked,
    ...problems(401, 402, 403, 404, 409),
  },
});

export const releaseQuoteRoute = createRoute({
  method: 'get',
  path: '/v1/milestones/{id}/release-quote',
  tags,
  summary: 'What a release does, before it is done',
  request: {
    params,
    query: z.strictObject({
      amountMinor: z.coerce.number().int().min(1).max(1e12).optional(),
      source: sourceKind.optional(),
    }),
  },
  responses: { 200: json(releaseQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const releaseMilestoneRoute = createRoute({
  method: 'post',
  path: '/v1/milestones/{id}/release',
  tags,
  summary: 'Accept the work and release it: whole, a part, or more',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.strictObject({
        amount: positiveAmount.optional().openapi({ description: 'Left out: the whole milestone' }),
        source: fundingSourceSchema.optional().openapi({ description: 'Pays what is above the milestone' }),
      }),
    ),
  },
  responses: {
    200: json(milestoneSchema, 'Released, or under way while the difference is charged'),
    ...problems(401, 402, 403, 404, 409),
  },
});

export const requestChangesRoute = createRoute({
  method: 'post',
  path: '/v1/milestones/{id}/change-request',
  tags,
  summary: 'Send the work back with what is missing; the automatic release stops',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ reason })) },
  responses: { 200: json(milestoneSchema, 'Sent back'), ...problems(401, 403, 404, 409) },
});

export const requestRefundRoute = createRoute({
  method: 'post',
  path: '/v1/milestones/{id}/refund-request',
  tags,
  summary: 'Ask for what is in escrow, whole or a part; without an answer it comes back after 7 days',
  request: {
    params,
    headers: keyed,
    body: jsonBody(z.strictObject({ amount: positiveAmount.optional(), reason })),
  },
  responses: { 200: json(milestoneSchema, 'Asked'), ...problems(401, 403, 404, 409) },
});

export const resolveMilestoneRoute = createRoute({
  method: 'post',
  path: '/v1/operator/milestones/{id}/resolution',
  tags,
  summary: 'Split disputed money: what the freelancer does not get goes back to the client',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.strictObject({
        toFreelancer: amountOf().openapi({ description: 'From nothing to all of it' }),
        reason,
      }),
    ),
  },
  responses: { 200: json(milestoneSchema, 'Resolved'), ...problems(401, 403, 404, 409) },
});
