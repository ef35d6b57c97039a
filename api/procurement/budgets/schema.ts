import { createRoute } from '@hono/zod-openapi';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { budgetPeriods } from './budget.ts';

const tags = ['Budgets'];
const path = '/v1/budgets';
const one = `${path}/{id}`;
const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const code = z.string().trim().min(1).max(60);
const day = z.iso.date();
const thresholds = z.array(z.int().min(1).max(200)).max(5);
const reason = z.string().trim().min(1).max(1000);

export const newBudgetSchema = z
  .strictObject({
    costCenter: code,
    period: z.enum(budgetPeriods),
    startsOn: day.openapi({ description: 'The first of a month' }),
    amount: amountOf({ minMinor: 1 }),
    thresholds: thresholds.optional(),
  })
  .openapi('NewBudget');
export type NewBudget = z.infer<typeof newBudgetSchema>;

export const budgetSchema = z
  .strictObject({
    id,
    costCenter: z.string(),
    costCenterName: z.string(),
    period: z.enum(budgetPeriods),
    startsOn: day,
    endsOn: day,
    isCurrent: z.boolean(),
    budget: moneySchema,
    committed: moneySchema.openapi({ description: 'Still to be charged in this time: open offers and contracts' }),
    actual: moneySchema.openapi({ description: 'Charged in this time and not given back' }),
    variance: moneySchema.openapi({ description: 'Budget less actual and committed; below zero it is overdrawn' }),
    forecast: moneySchema.openapi({
      description: 'At its end: actual, and the larger of committed and what the rate so far would bring',
    }),
    usedPercent: z.int(),
    threshold: z.int().nullable(),
    thresholds: z.array(z.int()),
    etag: z.string(),
  })
  .openapi('Budget');
export type Budget = z.infer<typeof budgetSchema>;

export const budgetRevisionSchema = z
  .strictObject({
    version: z.int(),
    at: z.iso.datetime(),
    person: z.string(),
    reason: z.string().nullable(),
    amount: moneySchema,
  })
  .openapi('BudgetRevision');
export type BudgetRevision = z.infer<typeof budgetRevisionSchema>;

export const budgetLineSchema = z
  .strictObject({
    commitmentId: id,
    subject: z.strictObject({ kind: z.string(), id }),
    title: z.string(),
    actual: moneySchema,
    committed: moneySchema,
  })
  .openapi('BudgetLine');
export type BudgetLine = z.infer<typeof budgetLineSchema>;

export const listBudgetsRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Budgets that the reader may see with what of them is gone, the newest time first',
  request: {
    query: z.strictObject({
      costCenter: code.optional(),
      when: z.enum(['now', 'all']).default('now'),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(budgetSchema), mayChange: z.boolean() }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const createBudgetRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Give a cost center a budget for a month, a quarter or a year',
  request: { body: jsonBody(newBudgetSchema) },
  responses: { 201: json(budgetSchema, 'The budget'), ...problems(401, 403, 404, 409) },
});

export const changeBudgetRoute = createRoute({
  method: 'patch',
  path: one,
  tags,
  summary: 'Raise or cut it, with a reason that is kept',
  request: {
    params,
    body: jsonBody(
      z.strictObject({ amount: amountOf({ minMinor: 1 }).optional(), thresholds: thresholds.optional(), reason }),
    ),
  },
  responses: { 200: json(budgetSchema, 'The budget'), ...problems(401, 403, 404, 409, 412, 428) },
});

export const listBudgetRevisionsRoute = createRoute({
  method: 'get',
  path: `${one}/revisions`,
  tags,
  summary: 'How it was changed, by whom and why; the newest first',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(budgetRevisionSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const listBudgetLinesRoute = createRoute({
  method: 'get',
  path: `${one}/lines`,
  tags,
  summary: 'The offers and contracts behind its figures, the dearest first; they sum to them',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(budgetLineSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});
