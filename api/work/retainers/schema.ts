import { createRoute } from '@hono/zod-openapi';
import { fundingSourceSchema } from '../../money/payments/schema.ts';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { netSchema, paymentQuoteSchema } from '../milestones/money-schema.ts';
import { periodStates, retainerNoteMaxLength, retainerSpans, retainerStates } from './retainer.ts';

const id = z.string().min(1).max(64);
const instant = z.iso.datetime();
const tags = ['Retainers'];
const params = z.strictObject({ id });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const reason = jsonBody(z.strictObject({ reason: z.string().trim().min(1).max(1000) }));
const mine = '/v1/freelancers/me/retainers/{id}';

export const retainerPeriodSchema = z
  .strictObject({
    id: z.string(),
    number: z.int().min(1),
    startsAt: instant,
    endsAt: instant,
    amount: moneySchema,
    state: z.enum(periodStates),
    refusal: z.string().nullable(),
    earning: netSchema.nullable(),
  })
  .openapi('RetainerPeriod');

export const retainerSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    amount: moneySchema,
    span: z.enum(retainerSpans),
    note: z.string(),
    state: z.enum(retainerStates),
    startsAt: instant,
    nextPeriodAt: instant.nullable().openapi({ description: 'When the next period is charged' }),
    pauseReason: z.string().nullable(),
    stopReason: z.string().nullable(),
    periods: z.array(retainerPeriodSchema).openapi({ description: 'The newest first' }),
    createdAt: instant,
  })
  .openapi('Retainer');
export type Retainer = z.infer<typeof retainerSchema>;
export type RetainerPeriod = z.infer<typeof retainerPeriodSchema>;

const retainers = z.strictObject({ items: z.array(retainerSchema), isSandbox: z.boolean() }).openapi('Retainers');
export type Retainers = z.infer<typeof retainers>;

export const listRetainersRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/retainers',
  tags,
  summary: 'Retainers of a contract with their periods, the newest first',
  request: { params },
  responses: { 200: json(retainers, 'All retainers'), ...problems(401, 403, 404) },
});

export const retainerQuoteRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/retainer-quote',
  tags,
  summary: 'What each period costs and what arrives, before it is proposed',
  request: {
    params,
    query: z.strictObject({
      amountMinor: z.coerce.number().int().min(1).max(1e12),
      source: z.enum(['method', 'balance', 'credit']).optional(),
    }),
  },
  responses: { 200: json(paymentQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const proposeRetainerRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/retainers',
  tags,
  summary: 'Propose a fixed sum each week or month',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.strictObject({
        amount: amountOf({ minMinor: 1 }),
        span: z.enum(retainerSpans),
        startsOn: z.iso.date().nullable().default(null).openapi({ description: 'UTC; null: on acceptance' }),
        note: z.string().trim().max(retainerNoteMaxLength).default(''),
        source: fundingSourceSchema.optional().openapi({ description: 'Left out: whatever is the default then' }),
      }),
    ),
  },
  responses: { 201: json(retainerSchema, 'Proposed'), ...problems(401, 403, 404, 409) },
});

export const stopRetainerRoute = createRoute({
  method: 'post',
  path: '/v1/retainers/{id}/stop',
  tags,
  summary: 'Withdraw a proposal, or stop at the end of the period that is paid',
  request: { params, headers: keyed, body: reason },
  responses: { 200: json(retainerSchema, 'Stopping'), ...problems(401, 403, 404, 409) },
});

export const resumeRetainerRoute = createRoute({
  method: 'post',
  path: '/v1/retainers/{id}/resumption',
  tags,
  summary: 'Let it go on after a pause; the next period is charged at once',
  request: { params, headers: keyed },
  responses: { 200: json(retainerSchema, 'Goes on'), ...problems(401, 403, 404, 409) },
});

export const listMyRetainersRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/contracts/{id}/retainers',
  tags,
  summary: 'Retainers of this freelancer’s contract with their periods, the newest first',
  request: { params },
  responses: { 200: json(retainers, 'All retainers'), ...problems(401, 403, 404) },
});

export const acceptRetainerRoute = createRoute({
  method: 'post',
  path: `${mine}/acceptance`,
  tags,
  summary: 'Agree to it',
  request: { params, headers: keyed },
  responses: { 200: json(retainerSchema, 'Agreed'), ...problems(401, 403, 404, 409) },
});

export const declineRetainerRoute = createRoute({
  method: 'post',
  path: `${mine}/decline`,
  tags,
  summary: 'Decline it',
  request: { params, headers: keyed, body: reason },
  responses: { 200: json(retainerSchema, 'Declined'), ...problems(401, 403, 404, 409) },
});

export const stopMyRetainerRoute = createRoute({
  method: 'post',
  path: `${mine}/stop`,
  tags,
  summary: 'Stop at the end of the period that is paid',
  request: { params, headers: keyed, body: reason },
  responses: { 200: json(retainerSchema, 'Stopping'), ...problems(401, 403, 404, 409) },
});

export const giveBackPeriodRoute = createRoute({
  method: 'post',
  path: `${mine}/periods/{periodId}/refund`,
  tags,
  summary: 'Give back a period that was paid and has not ended',
  request: { params: z.strictObject({ id, periodId: id }), headers: keyed, body: reason },
  responses: { 200: json(retainerSchema, 'On its way back'), ...problems(401, 403, 404, 409) },
});
