import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { payoutRails } from '../payout-methods/payout-method.ts';
import { amountOf, moneySchema } from '../schema.ts';
import { payoutFrequencies, payoutStates, wireBatchStates } from './payout.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);
const currency = z.string().length(3);

export const payoutSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(payoutStates),
    amount: moneySchema.openapi({ description: 'What leaves the balance' }),
    fee: moneySchema,
    withheld: moneySchema.openapi({ description: 'Tax of the United States' }),
    net: moneySchema.openapi({ description: 'What arrives' }),
    method: z.strictObject({ id: z.string(), rail: z.enum(payoutRails), label: z.string(), isSandbox: z.boolean() }),
    origin: z.enum(['request', 'schedule']),
    isHeld: z.boolean().openapi({ description: 'The marketplace’s operator has stopped it' }),
    isInBatch: z.boolean().openapi({ description: 'In a file for the bank: it cannot be cancelled' }),
    reason: z.string().nullable().openapi({ description: 'Why it failed or came back: `account_closed`' }),
    createdAt: instant,
    submittedAt: instant.nullable(),
    arrivesAt: instant.nullable().openapi({ description: 'When it arrives, as the rail expects' }),
    paidAt: instant.nullable(),
    endedAt: instant.nullable(),
  })
  .openapi('Payout');
export type Payout = z.infer<typeof payoutSchema>;

export const payoutPageSchema = z
  .strictObject({ items: z.array(payoutSchema), nextCursor: z.string().nullable() })
  .openapi('PayoutPage');
export type PayoutPage = z.infer<typeof payoutPageSchema>;

export const payoutQuoteSchema = z
  .strictObject({
    amount: moneySchema,
    fee: moneySchema,
    withheld: moneySchema,
    withholdingBasisPoints: z.int(),
    net: moneySchema,
    available: moneySchema,
    left: moneySchema.openapi({ description: 'What stays available after it' }),
    arrivesAt: instant.openapi({ description: 'As the rail usually takes' }),
    refusal: z
      .strictObject({ code: z.string(), detail: z.string() })
      .nullable()
      .openapi({ description: 'Why it could not be requested now' }),
  })
  .openapi('PayoutQuote');
export type PayoutQuote = z.infer<typeof payoutQuoteSchema>;

export const payoutScheduleSchema = z
  .strictObject({
    currency: z.string(),
    methodId: z.string().nullable(),
    frequency: z.enum(payoutFrequencies),
    minimum: moneySchema.openapi({ description: 'Less than this waits for the next day' }),
    nextRunAt: instant.nullable(),
  })
  .openapi('PayoutSchedule');
export type PayoutSchedule = z.infer<typeof payoutScheduleSchema>;

const tags = ['Payouts'];
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const newPayout = z.strictObject({ methodId: id, amount: amountOf({ minMinor: 1 }) });

export const listPayoutsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/payouts',
  tags,
  summary: 'A freelancer’s payouts, the newest first',
  request: {
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(25),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: { 200: json(payoutPageSchema, 'A page'), ...problems(401, 403) },
});

export const getPayoutRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/payouts/{id}',
  tags,
  summary: 'How a payout stands',
  request: { params: z.strictObject({ id }) },
  responses: { 200: json(payoutSchema, 'The payout'), ...problems(401, 403, 404) },
});

export const quotePayoutRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payouts/quote',
  tags,
  summary: 'What a payout would cost and what would arrive; nothing is moved',
  request: { body: jsonBody(newPayout) },
  responses: { 200: json(payoutQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const requestPayoutRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payouts',
  tags,
  summary: 'Take money out',
  request: { headers: keyed, body: jsonBody(newPayout) },
  responses: { 201: json(payoutSchema, 'On its way, or waiting for the rail'), ...problems(401, 403, 404, 409) },
});

export const cancelPayoutRoute = createRoute({
  method: 'post',
  path: '/v1/freelancers/me/payouts/{id}/cancellation',
  tags,
  summary: 'Cancel a payout that no rail has been asked for',
  request: { headers: keyed, params: z.strictObject({ id }), body: jsonBody(z.strictObject({})) },
  responses: { 200: json(payoutSchema, 'Cancelled; the money is available again'), ...problems(401, 403, 404, 409) },
});

export const listSchedulesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/payout-schedules',
  tags,
  summary: 'How often money goes out by itself, a currency each',
  responses: {
    200: json(z.strictObject({ items: z.array(payoutScheduleSchema) }), 'The schedules'),
    ...problems(401, 403),
  },
});

export const getScheduleRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/payout-schedules/{currency}',
  tags,
  summary: 'The schedule of one currency, with its ETag',
  request: { params: z.strictObject({ currency }) },
  responses: { 200: json(payoutScheduleSchema, 'The schedule'), ...problems(401, 403) },
});

export const setScheduleRoute = createRoute({
  method: 'put',
  path: '/v1/freelancers/me/payout-schedules/{currency}',
  tags,
  summary: 'Set how often, where to and from which sum on money goes out by itself',
  request: {
    headers: keyed,
    params: z.strictObject({ currency }),
    body: jsonBody(
      z.strictObject({
        methodId: id.nullable(),
        frequency: z.enum(payoutFrequencies),
        minimum: amountOf({ minMinor: 0 }),
      }),
    ),
  },
  responses: { 200: json(payoutScheduleSchema, 'Set'), ...problems(401, 403, 404, 409, 412, 428) },
});

/* The money desk. */

export const deskPayoutSchema = payoutSchema
  .extend({
    freelancer: z.strictObject({ id: z.string(), name: z.string() }),
    batchId: z.string().nullable(),
    externalId: z.string().nullable(),
  })
  .openapi('DeskPayout');
export type DeskPayout = z.infer<typeof deskPayoutSchema>;

export const payeeMoveSchema = z
  .strictObject({
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    move: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    by: z.string(),
    reason: z.string().nullable(),
    requestId: z.string(),
    at: instant,
  })
  .openapi('PayeeMove');
export type PayeeMove = z.infer<typeof payeeMoveSchema>;

export const deskPayoutDetailSchema = deskPayoutSchema
  .extend({ history: z.array(payeeMoveSchema), holdReason: z.string().nullable() })
  .openapi('DeskPayoutDetail');
export type DeskPayoutDetail = z.infer<typeof deskPayoutDetailSchema>;

export const wireBatchSchema = z
  .strictObject({
    id: z.string(),
    messageId: z.string(),
    currency: z.string(),
    day: z.iso.date(),
    state: z.enum(wireBatchStates),
    payoutCount: z.int(),
    controlSum: moneySchema,
    preparedAt: instant,
    sentAt: instant.nullable(),
  })
  .openapi('WireBatch');
export type WireBatch = z.infer<typeof wireBatchSchema>;

const wireBatchWithPayouts = wireBatchSchema.extend({ payouts: z.array(deskPayoutSchema) }).openapi('WireBatchDetail');
export type WireBatchDetail = z.infer<typeof wireBatchWithPayouts>;

export const listDeskPayoutsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/payouts',
  tags,
  summary: 'Payouts that an operator looks at, by what they wait for',
  request: {
    query: z.strictObject({
      view: z.enum(['ended', 'held', 'wires', 'late']).openapi({
        description:
          'ended: failed or returned in the last 30 days; wires: not yet in a file; late: the rail is silent',
      }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
  },
  responses: { 200: json(z.strictObject({ items: z.array(deskPayoutSchema) }), 'The payouts'), ...problems(401, 403) },
});

export const getDeskPayoutRoute = createRoute({
  method: 'get',
  path: '/v1/operator/payouts/{id}',
  tags,
  summary: 'One payout with all that happened to it',
  request: { params: z.strictObject({ id }) },
  responses: { 200: json(deskPayoutDetailSchema, 'The payout'), ...problems(401, 403, 404) },
});

export const answerWireRoute = createRoute({
  method: 'post',
  path: '/v1/operator/payouts/{id}/bank-answer',
  tags,
  summary: 'Write down what the bank says of one wire',
  request: {
    headers: keyed,
    params: z.strictObject({ id }),
    body: jsonBody(
      z.strictObject({
        outcome: z.enum(['paid', 'failed', 'returned']),
        reason: z.string().trim().min(1).max(200).optional().openapi({ description: 'Required unless paid' }),
      }),
    ),
  },
  responses: { 200: json(deskPayoutDetailSchema, 'The payout'), ...problems(401, 403, 404, 409) },
});

export const listBatchesRoute = createRoute({
  method: 'get',
  path: '/v1/operator/wire-batches',
  tags,
  summary: 'Files for the bank, the newest first',
  request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) }) },
  responses: { 200: json(z.strictObject({ items: z.array(wireBatchSchema) }), 'The files'), ...problems(401, 403) },
});

export const prepareBatchRoute = createRoute({
  method: 'post',
  path: '/v1/operator/wire-batches',
  tags,
  summary: 'Put the wires that wait, of one currency, into a file for the bank',
  request: { headers: keyed, body: jsonBody(z.strictObject({ currency })) },
  responses: { 201: json(wireBatchSchema, 'The file'), ...problems(401, 403, 409) },
});

export const getBatchRoute = createRoute({
  method: 'get',
  path: '/v1/operator/wire-batches/{id}',
  tags,
  summary: 'A file with its payouts',
  request: { params: z.strictObject({ id }) },
  responses: { 200: json(wireBatchWithPayouts, 'The file'), ...problems(401, 403, 404) },
});

export const downloadBatchRoute = createRoute({
  method: 'get',
  path: '/v1/operator/wire-batches/{id}/file',
  tags,
  summary: 'The file: ISO 20022 pain.001.001.09',
  request: { params: z.strictObject({ id }) },
  responses: {
    200: { description: 'The file', content: { 'application/xml': { schema: z.string() } } },
    ...problems(401, 403, 404),
  },
});

export const moveBatchRoute = createRoute({
  method: 'post',
  path: '/v1/operator/wire-batches/{id}/{move}',
  tags,
  summary: 'Say that the file is at the bank, or discard it and let its payouts wait for another one',
  request: {
    headers: keyed,
    params: z.strictObject({ id, move: z.enum(['sending', 'discarding']) }),
    body: jsonBody(z.strictObject({})),
  },
  responses: { 200: json(wireBatchSchema, 'The file'), ...problems(401, 403, 404, 409) },
});

export const bankReportSchema = z
  .strictObject({
    applied: z.int(),
    skipped: z.array(z.strictObject({ endToEndId: z.string(), status: z.string(), why: z.string() })),
  })
  .openapi('BankReportResult');
export type BankReportResult = z.infer<typeof bankReportSchema>;

export const applyBankReportRoute = createRoute({
  method: 'post',
  path: '/v1/operator/wire-batches/{id}/bank-report',
  tags,
  summary: 'Read the bank’s status report (ISO 20022 pain.002) and move each payout as it says',
  request: {
    headers: keyed,
    params: z.strictObject({ id }),
    body: jsonBody(z.strictObject({ report: z.string().min(1).max(900_000) })),
  },
  responses: { 200: json(bankReportSchema, 'What was moved and what was not'), ...problems(401, 403, 404, 409) },
});
