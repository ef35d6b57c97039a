import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { moneySchema } from '../schema.ts';
import { paymentStates, sourceKinds } from './payment.ts';

const instant = z.iso.datetime();

export const fundingSourceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('method'), methodId: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal('balance') }),
    z.strictObject({ kind: z.literal('credit') }),
  ])
  .openapi('FundingSource', { description: 'A saved method, the prefunded balance, or the credit line' });

export const nextActionSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sandbox') }),
    z.strictObject({ kind: z.literal('frame'), clientSecret: z.string(), publishableKey: z.string().nullable() }),
  ])
  .openapi('PaymentAction', {
    description: 'How its payer answers the bank: here in the sandbox, else in the processor’s frame',
  });

export const refundSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(['pending', 'posted', 'voided']),
    amount: moneySchema.openapi({ description: 'Of what was paid for' }),
    fee: moneySchema.openapi({ description: 'Our fee on that, which went back too' }),
    tax: moneySchema,
    reason: z.string(),
    refusal: z.string().nullable(),
    createdAt: instant,
    settledAt: instant.nullable(),
  })
  .openapi('Refund');

export const paymentSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(paymentStates).openapi({
      description: 'actionNeeded: its bank wants to hear from whoever pays; pending: the processor has not decided',
    }),
    purpose: z.string().openapi({ example: 'milestoneFunding' }),
    description: z.string(),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    contractId: z.string().nullable(),
    source: z.enum(sourceKinds),
    method: z.string().openapi({ example: 'Sandbox card ending in 4242' }),
    processor: z.string().openapi({ description: '`sandbox` moves no real money' }),
    amount: moneySchema.openapi({ description: 'What is paid for' }),
    fee: moneySchema,
    initiation: moneySchema,
    tax: moneySchema,
    total: moneySchema.openapi({ description: 'All that is taken from the source' }),
    refunded: moneySchema,
    isDisputed: z.boolean().openapi({ description: 'A bank took it back and has not decided' }),
    refusal: z.string().nullable().openapi({ example: 'insufficient_funds' }),
    nextAction: nextActionSchema.nullable(),
    confirmBy: instant.nullable().openapi({ description: 'Given up then, unless its payer answers the bank' }),
    refunds: z.array(refundSchema),
    createdAt: instant,
    settledAt: instant.nullable(),
  })
  .openapi('Payment');

export type FundingSourceShape = z.infer<typeof fundingSourceSchema>;
export type RefundShape = z.infer<typeof refundSchema>;
export type PaymentShape = z.infer<typeof paymentSchema>;

const tags = ['Payments'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const keyHeader = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

export const paymentPageSchema = z
  .strictObject({ items: z.array(paymentSchema), nextCursor: z.string().nullable() })
  .openapi('PaymentPage');

export const listPaymentsRoute = createRoute({
  method: 'get',
  path: '/v1/payments',
  tags,
  summary: 'What the tenant paid, the newest first',
  request: {
    query: z.strictObject({
      state: z.enum(paymentStates).optional(),
      contractId: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: { 200: json(paymentPageSchema, 'A page of payments'), ...problems(401, 403, 404) },
});

export const getPaymentRoute = createRoute({
  method: 'get',
  path: '/v1/payments/{id}',
  tags,
  summary: 'How a payment stands, and what its payer has to do',
  request: { params },
  responses: { 200: json(paymentSchema, 'The payment'), ...problems(401, 403, 404) },
});

export const paymentTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/payments/{id}/timeline',
  tags,
  summary: 'Every move of a payment',
  request: { params },
  responses: timelineResponses,
});

export const confirmPaymentRoute = createRoute({
  method: 'post',
  path: '/v1/payments/{id}/confirmation',
  tags,
  summary: 'The payer has answered the bank: look how the payment stands',
  request: {
    params,
    headers: keyHeader,
    body: jsonBody(
      z.strictObject({
        isConfirmed: z.boolean().optional().openapi({
          description:
            'In the sandbox, the answer; otherwise left out, as the bank was answered in the processor’s frame',
        }),
      }),
    ),
  },
  responses: { 200: json(paymentSchema, 'How it stands now'), ...problems(401, 403, 404, 409) },
});

export const giveUpPaymentRoute = createRoute({
  method: 'post',
  path: '/v1/payments/{id}/cancellation',
  tags,
  summary: 'Give up a payment that waits for its payer',
  request: { params, headers: keyHeader },
  responses: { 200: json(paymentSchema, 'How it stands now'), ...problems(401, 403, 404, 409) },
});
