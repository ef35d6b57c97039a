import { createRoute } from '@hono/zod-openapi';
import { fundingSourceSchema } from '../../money/payments/schema.ts';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { netSchema, paymentPartSchema, paymentQuoteSchema } from '../milestones/money-schema.ts';
import { approvalAsked } from '../payment-requests/schema.ts';
import { bonusNoteMaxLength, bonusStates } from './bonus.ts';

const instant = z.iso.datetime();
const tags = ['Bonuses'];
const params = z.strictObject({ id: z.string().min(1).max(64) });
const keyed = z.object({ 'idempotency-key': z.string().min(1).max(255).optional() });
const amountMinor = z.coerce.number().int().min(1).max(1e12);

export const bonusSchema = z
  .strictObject({
    id: z.string(),
    contractId: z.string(),
    amount: moneySchema,
    note: z.string(),
    state: z.enum(bonusStates),
    refusal: z.string().nullable(),
    payment: paymentPartSchema.nullable().openapi({ description: 'While it is under way' }),
    earning: netSchema.nullable(),
    createdAt: instant,
  })
  .openapi('Bonus');
export type Bonus = z.infer<typeof bonusSchema>;

const waitingBonusSchema = z
  .strictObject({ approvalId: z.string(), amount: moneySchema, note: z.string(), createdAt: instant })
  .openapi('WaitingBonus');
export type WaitingBonus = z.infer<typeof waitingBonusSchema>;

const bonuses = z
  .strictObject({
    items: z.array(bonusSchema),
    waiting: z.array(waitingBonusSchema).optional().openapi({ description: 'Not paid yet: they wait for an approval' }),
    isSandbox: z.boolean(),
  })
  .openapi('Bonuses');
export type Bonuses = z.infer<typeof bonuses>;

export const listBonusesRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/bonuses',
  tags,
  summary: 'Bonuses of a contract, the newest first',
  request: { params },
  responses: { 200: json(bonuses, 'All bonuses'), ...problems(401, 403, 404) },
});

export const bonusQuoteRoute = createRoute({
  method: 'get',
  path: '/v1/contracts/{id}/bonus-quote',
  tags,
  summary: 'What a bonus costs and what arrives, before it is paid',
  request: {
    params,
    query: z.strictObject({ amountMinor, source: z.enum(['method', 'balance', 'credit']).optional() }),
  },
  responses: { 200: json(paymentQuoteSchema, 'The quote'), ...problems(401, 403, 404, 409) },
});

export const payBonusRoute = createRoute({
  method: 'post',
  path: '/v1/contracts/{id}/bonuses',
  tags,
  summary: 'Pay a bonus, also up to 30 days after the end',
  request: {
    params,
    headers: keyed,
    body: jsonBody(
      z.strictObject({
        amount: amountOf({ minMinor: 1 }),
        note: z.string().trim().max(bonusNoteMaxLength).default(''),
        source: fundingSourceSchema.optional(),
      }),
    ),
  },
  responses: { 201: json(bonusSchema, 'Paid, or under way'), 202: approvalAsked, ...problems(401, 402, 403, 404, 409) },
});

export const listMyBonusesRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/contracts/{id}/bonuses',
  tags,
  summary: 'Bonuses of this freelancer’s contract, the newest first',
  request: { params },
  responses: { 200: json(bonuses, 'All that were paid'), ...problems(401, 403, 404) },
});
