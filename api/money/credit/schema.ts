import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { amountOf, moneySchema } from '../schema.ts';
import { netTermDays } from './credit-line.ts';

const instant = z.iso.datetime();
const days = z.union(netTermDays.map((day) => z.literal(day))).openapi({ type: 'integer', enum: [...netTermDays] });

export const creditLineSchema = z
  .strictObject({
    tenant: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
    limit: moneySchema.nullable().openapi({ description: 'Null: there is no credit line' }),
    days: days.nullable(),
    available: moneySchema.nullable(),
    used: moneySchema.nullable().openapi({ description: 'Gathered in a draft, and invoiced but not paid' }),
    isOverdue: z.boolean(),
    setAt: instant.nullable(),
  })
  .openapi('CreditLine');

export const openInvoiceSchema = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    tenant: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
    state: z.string(),
    total: moneySchema,
    open: moneySchema,
    dueAt: instant.nullable(),
  })
  .openapi('OpenInvoice');

export type CreditLine = z.infer<typeof creditLineSchema>;
export type OpenInvoice = z.infer<typeof openInvoiceSchema>;

const tags = ['Credit'];
const slug = z.strictObject({ slug: z.string().min(1).max(64) });
const key = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });

export const listCreditLinesRoute = createRoute({
  method: 'get',
  path: '/v1/operator/credit-lines',
  tags,
  summary: 'Every tenant that may buy on credit, and how much of it is used',
  responses: {
    200: json(z.strictObject({ items: z.array(creditLineSchema) }).openapi('CreditLines'), 'All credit lines'),
    ...problems(401, 403),
  },
});

export const getCreditLineRoute = createRoute({
  method: 'get',
  path: '/v1/operator/credit-lines/{slug}',
  tags,
  summary: 'The credit line of one tenant, by its address',
  request: { params: slug },
  responses: { 200: json(creditLineSchema, 'The line; its ETag is for setting it'), ...problems(401, 403, 404) },
});

export const putCreditLineRoute = createRoute({
  method: 'put',
  path: '/v1/operator/credit-lines/{slug}',
  tags,
  summary: 'Set what a tenant may buy before it pays; a limit of 0 ends it',
  request: {
    params: slug,
    headers: z.object({ 'if-match': z.string().optional(), 'idempotency-key': z.string().min(1).max(255).optional() }),
    body: jsonBody(z.strictObject({ limit: amountOf(), days })),
  },
  responses: { 200: json(creditLineSchema, 'Set'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const listOpenInvoicesRoute = createRoute({
  method: 'get',
  path: '/v1/operator/open-invoices',
  tags,
  summary: 'Invoices that are not paid, the soonest due first',
  request: { query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(100) }) },
  responses: {
    200: json(z.strictObject({ items: z.array(openInvoiceSchema) }).openapi('OpenInvoices'), 'Open invoices'),
    ...problems(401, 403),
  },
});

export const noteBankTransferRoute = createRoute({
  method: 'post',
  path: '/v1/operator/open-invoices/{id}/bank-transfers',
  tags,
  summary: 'Note money that came to the bank for an invoice',
  request: {
    params: z.strictObject({ id: z.string().min(1).max(64) }),
    headers: key,
    body: jsonBody(
      z.strictObject({
        amount: amountOf({ minMinor: 1 }),
        reference: z.string().trim().min(1).max(140).openapi({ description: 'The bank’s; used once' }),
      }),
    ),
  },
  responses: { 201: json(openInvoiceSchema, 'Noted'), ...problems(401, 403, 404, 409) },
});
