import { createRoute } from '@hono/zod-openapi';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { moneyStepSchema } from '../milestones/money-schema.ts';
import { refundRequestStates } from './refund-request.ts';

const instant = z.iso.datetime();
const tags = ['Refunds'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const reason = z.string().trim().min(1).max(1000);
const amount = amountOf({ minMinor: 1 });
const mine = '/v1/freelancers/me';

export const refundRequestSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    earningId: z.string(),
    amount: moneySchema,
    given: moneySchema,
    reason: z.string(),
    state: z.enum(refundRequestStates),
    answer: z.string().nullable(),
    answerBy: instant.nullable(),
    createdAt: instant,
    answeredAt: instant.nullable(),
  })
  .openapi('RefundRequest');
export type RefundRequest = z.infer<typeof refundRequestSchema>;

const requests = z.strictObject({ items: z.array(refundRequestSchema) }).openapi('RefundRequests');

export const earningRefundQuoteSchema = z
  .strictObject({
    amount: moneySchema,
    net: moneySchema.openapi({ description: 'What leaves the freelancer’s account' }),
    left: moneySchema.openapi({ description: 'Of the earning, afterwards' }),
    steps: z.array(moneyStepSchema),
    isSandbox: z.boolean(),
  })
  .openapi('EarningRefundQuote');
export type EarningRefundQuote = z.infer<typeof earningRefundQuoteSchema>;

export const listRefundRequestsRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/refund-requests',
  tags,
  summary: 'What was asked back or given back of what was earned, the newest first',
  request: { params },
  responses: { 200: json(requests, 'All requests'), ...problems(401, 403, 404) },
});

export const askRefundRoute = createRoute({
  method: 'post',
  path: '/v1/payments/{id}/refunds',
  tags,
  summary: 'Ask the freelancer for a payment back that was earned, whole or a part',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ amount: amount.optional(), reason })) },
  responses: {
    201: json(refundRequestSchema, 'Asked; nothing moves until it is given'),
    ...problems(401, 403, 404, 409),
  },
});

export const withdrawRefundRequestRoute = createRoute({
  method: 'post',
  path: '/v1/refund-requests/{id}/withdrawal',
  tags,
  summary: 'Take a request back',
  request: { params, headers: keyed },
  responses: { 200: json(refundRequestSchema, 'Withdrawn'), ...problems(401, 403, 404, 409) },
});

export const listMyRefundRequestsRoute = createRoute({
  method: 'get',
  path: `${mine}/contracts/{id}/refund-requests`,
  tags,
  summary: 'What was asked back or given back in this freelancer’s contract, the newest first',
  request: { params },
  responses: { 200: json(requests, 'All requests'), ...problems(401, 403, 404) },
});

export const answerRefundRequestRoute = createRoute({
  method: 'post',
  path: `${mine}/refund-requests/{id}/answer`,
  tags,
  summary: 'Give back what was asked for, or a part of it, or refuse with a reason',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.discriminatedUnion('answer', [
        z.strictObject({ answer: z.literal('give'), amount: amount.optional() }),
        z.strictObject({ answer: z.literal('refuse'), reason }),
      ]),
    ),
  },
  responses: { 200: json(refundRequestSchema, 'Answered'), ...problems(401, 403, 404, 409) },
});

export const refundEarningQuoteRoute = createRoute({
  method: 'get',
  path: `${mine}/earnings/{id}/refund-quote`,
  tags,
  summary: 'What giving back does, before it is done',
  request: { params, query: z.strictObject({ amountMinor: z.coerce.number().int().min(1).max(1e12).optional() }) },
  responses: { 200: json(earningRefundQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const refundEarningRoute = createRoute({
  method: 'post',
  path: `${mine}/earnings/{id}/refunds`,
  tags,
  summary: 'Give back what was earned, whole or a part, unasked',
  request: { params, headers: keyed, body: jsonBody(z.strictObject({ amount: amount.optional(), reason })) },
  responses: { 201: json(refundRequestSchema, 'On its way back'), ...problems(401, 403, 404, 409) },
});
