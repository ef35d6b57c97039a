import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';
import { lineEntriesSchema } from '../invoices/schema.ts';
import { moneySchema } from '../schema.ts';
import { transactionTypes } from './transaction.ts';

const instant = z.iso.datetime();
const id = z.string().min(1).max(64);

export const transactionSchema = z
  .strictObject({
    id: z.string().openapi({ description: 'Of the payment, refund, earning or payout' }),
    type: z.enum(transactionTypes),
    description: z.string(),
    contract: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    freelancer: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    team: z.string().nullable(),
    costCenter: z.string().nullable(),
    purchaseOrder: z.string().nullable(),
    amount: moneySchema.openapi({ description: 'Of the work; below zero for what went out of the reader’s hands' }),
    fee: moneySchema.openapi({ description: 'The reader’s own, tax included' }),
    total: moneySchema,
    state: z.enum(['pending', 'actionNeeded', 'posted', 'voided']),
    paidWith: z.string().nullable(),
    balance: moneySchema.nullable().openapi({
      description: 'Of the prefunded balance, or of what is available to a freelancer, right after it',
    }),
    invoice: z.strictObject({ id: z.string(), number: z.string().nullable() }).nullable(),
    occurredAt: instant,
  })
  .openapi('Transaction');
export type Transaction = z.infer<typeof transactionSchema>;

const day = z.iso.date();
const filters = {
  type: z.enum(transactionTypes).optional(),
  contractId: id.optional(),
  team: z.string().max(1000).optional(),
  from: day.optional(),
  to: day.optional().openapi({ description: 'The last day, included; days are UTC’s' }),
};
const listQuery = z.strictObject({
  ...filters,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(500).optional(),
});
const page = json(
  z.strictObject({ items: z.array(transactionSchema), nextCursor: z.string().nullable() }).openapi('TransactionPage'),
  'A page of transactions, the newest first',
);
const csv = {
  description: 'All that the filters leave, as CSV; cells that a spreadsheet would run are neutralized',
  content: { 'text/csv': { schema: z.string() } },
};
const entries = json(lineEntriesSchema, 'The entries; of a pending one those it will make');
const tags = ['Transactions'];
const params = z.strictObject({ id });

export const listTransactionsRoute = createRoute({
  method: 'get',
  path: '/v1/transactions',
  tags,
  summary: 'What the tenant paid and got back, the newest first',
  request: { query: listQuery },
  responses: { 200: page, ...problems(401, 403, 404) },
});

export const exportTransactionsRoute = createRoute({
  method: 'get',
  path: '/v1/transactions/export',
  tags,
  summary: 'The same as CSV',
  request: { query: z.strictObject(filters) },
  responses: { 200: csv, ...problems(401, 403, 404) },
});

export const transactionEntriesRoute = createRoute({
  method: 'get',
  path: '/v1/transactions/{id}/entries',
  tags,
  summary: 'The ledger entries of one transaction',
  request: { params },
  responses: { 200: entries, ...problems(401, 403, 404) },
});

const { team: _team, ...ownFilters } = filters;

export const listOwnTransactionsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/transactions',
  tags,
  summary: 'What one earned, was paid out and bought, the newest first',
  request: {
    query: z.strictObject({
      ...ownFilters,
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: { 200: page, ...problems(401, 403) },
});

export const exportOwnTransactionsRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/transactions/export',
  tags,
  summary: 'The same as CSV',
  request: { query: z.strictObject(ownFilters) },
  responses: { 200: csv, ...problems(401, 403) },
});

export const ownTransactionEntriesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/transactions/{id}/entries',
  tags,
  summary: 'The entries of one transaction on one’s own accounts',
  request: { params },
  responses: { 200: entries, ...problems(401, 403, 404) },
});
