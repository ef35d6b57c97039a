import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { invoiceKinds, invoiceStates } from './invoice.ts';
import * as schema from './schema.ts';

const id = z.string().min(1).max(64);
export const invoiceParams = z.strictObject({ id });
const lineParams = z.strictObject({
  id,
  // Anything that is no number of a line is a line that does not exist: 404.
  number: z.string().min(1).max(16).openapi({ example: '1' }),
});
const ifMatch = z.object({ 'if-match': z.string().optional() });
const key = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const tags = ['Invoices'];
const pdf = {
  description: 'The document as a PDF; the same bytes each time while it stands as it does',
  content: { 'application/pdf': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
};
const page = json(
  z
    .strictObject({ items: z.array(schema.invoiceSummarySchema), nextCursor: z.string().nullable() })
    .openapi('InvoicePage'),
  'A page of invoices, the newest first',
);
const day = z.iso.date();
const listQuery = z.strictObject({
  state: z.enum(invoiceStates).optional(),
  kind: z.enum(invoiceKinds).optional(),
  from: day.optional(),
  to: day.optional().openapi({ description: 'The last day, included; days are UTC’s' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});

export const billingRoute = createRoute({
  method: 'get',
  path: '/v1/billing/overview',
  tags,
  summary: 'Prefunded balance, credit, and what is due',
  responses: { 200: json(schema.billingOverviewSchema, 'The overview'), ...problems(401, 403, 404) },
});

export const spendRoute = createRoute({
  method: 'get',
  path: '/v1/billing/spend',
  tags,
  summary: 'What was spent each month by team, fees and tax included, refunds taken off',
  request: {
    query: z.strictObject({
      months: z.coerce.number().int().min(1).max(24).default(6),
      currency: z.string().length(3).optional().openapi({ description: 'Without it the one most was spent in' }),
    }),
  },
  responses: { 200: json(schema.spendSchema, 'One sum a team and month'), ...problems(401, 403, 404) },
});

export const getBillingDetailsRoute = createRoute({
  method: 'get',
  path: '/v1/billing/details',
  tags,
  summary: 'Who invoices are made out to',
  responses: {
    200: json(schema.billingDetailsSchema, 'The details; their ETag is for saving'),
    ...problems(401, 403, 404),
  },
});

export const putBillingDetailsRoute = createRoute({
  method: 'put',
  path: '/v1/billing/details',
  tags,
  summary: 'Change who invoices are made out to, from the next one on',
  request: { headers: ifMatch, body: jsonBody(schema.billingDetailsFieldsSchema) },
  responses: { 200: json(schema.billingDetailsSchema, 'Saved'), ...problems(401, 403, 404, 412, 428) },
});

export const listInvoicesRoute = createRoute({
  method: 'get',
  path: '/v1/invoices',
  tags,
  summary: 'The tenant’s invoices, receipts and credit notes, the newest first',
  request: { query: listQuery },
  responses: { 200: page, ...problems(401, 403, 404) },
});

export const getInvoiceRoute = createRoute({
  method: 'get',
  path: '/v1/invoices/{id}',
  tags,
  summary: 'An invoice with its lines and payments',
  request: { params: invoiceParams },
  responses: { 200: json(schema.invoiceSchema, 'The invoice; its ETag is for editing'), ...problems(401, 403, 404) },
});

export const invoiceDocumentRoute = createRoute({
  method: 'get',
  path: '/v1/invoices/{id}/document',
  tags,
  summary: 'The invoice as a PDF',
  request: { params: invoiceParams },
  responses: { 200: pdf, ...problems(401, 403, 404) },
});

export const invoiceEntriesRoute = createRoute({
  method: 'get',
  path: '/v1/invoices/{id}/lines/{number}/entries',
  tags,
  summary: 'The ledger entries behind a line; they sum to it',
  request: { params: lineParams },
  responses: { 200: json(schema.lineEntriesSchema, 'The entries'), ...problems(401, 403, 404) },
});

export const invoiceTimelineRoute = createRoute({
  method: 'get',
  path: '/v1/invoices/{id}/timeline',
  tags,
  summary: 'What happened to the invoice, when and why',
  request: { params: invoiceParams },
  responses: timelineResponses,
});

export const setPurchaseOrderRoute = createRoute({
  method: 'put',
  path: '/v1/invoices/{id}/purchase-order',
  tags,
  summary: 'Name the purchase order that was to follow',
  request: { params: invoiceParams, headers: ifMatch, body: jsonBody(schema.purchaseOrderRequestSchema) },
  responses: { 200: json(schema.invoiceSchema, 'Saved'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const payInvoiceRoute = createRoute({
  method: 'post',
  path: '/v1/invoices/{id}/payments',
  tags,
  summary: 'Pay an invoice, whole or in part, with a saved method or from the balance',
  request: { params: invoiceParams, headers: key, body: jsonBody(schema.invoicePaymentRequestSchema) },
  responses: {
    201: json(schema.invoiceSchema, 'Paid, or under way while its payment is pending'),
    ...problems(401, 402, 403, 404, 409),
  },
});

export const listOwnInvoicesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invoices',
  tags,
  summary: 'One’s own invoices: service fees of each earning, and what one bought',
  request: { query: listQuery },
  responses: { 200: page, ...problems(401, 403) },
});

export const getOwnInvoiceRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invoices/{id}',
  tags,
  summary: 'One of one’s own invoices',
  request: { params: invoiceParams },
  responses: { 200: json(schema.invoiceSchema, 'The invoice'), ...problems(401, 403, 404) },
});

export const ownInvoiceDocumentRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invoices/{id}/document',
  tags,
  summary: 'One of one’s own invoices as a PDF',
  request: { params: invoiceParams },
  responses: { 200: pdf, ...problems(401, 403, 404) },
});

export const ownInvoiceEntriesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/invoices/{id}/lines/{number}/entries',
  tags,
  summary: 'The ledger entries behind a line of one’s own invoice',
  request: { params: lineParams },
  responses: { 200: json(schema.lineEntriesSchema, 'The entries'), ...problems(401, 403, 404) },
});
