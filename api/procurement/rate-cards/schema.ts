import { createRoute } from '@hono/zod-openapi';
import { amountOf, moneySchema } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { rateExceptionStates, rateLevels } from './rate-card.ts';

const tags = ['Rate cards'];
const path = '/v1/rate-cards';
const exceptions = `${path}/exceptions`;
const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const day = z.iso.date();
const reason = z.string().trim().min(1).max(1000);
const rate = amountOf({ minMinor: 1 });

const fields = z.strictObject({
  title: z.string().trim().min(1).max(120),
  categoryId: id.nullable(),
  skill: z.string().trim().min(1).max(60).nullable(),
  level: z.enum(rateLevels).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .openapi({ description: 'ISO 3166-1 alpha-2, of the freelancer', example: 'DE' }),
  min: rate.openapi({ description: 'An hour' }),
  max: rate,
  validFrom: day,
  validThrough: day.nullable(),
  isActive: z.boolean(),
});

export const newRateCardSchema = fields
  .partial()
  .required({ title: true, min: true, max: true, validFrom: true })
  .openapi('NewRateCard');
export type NewRateCard = z.infer<typeof newRateCardSchema>;
export const rateCardChangeSchema = fields.partial().openapi('RateCardChange');
export type RateCardChange = z.infer<typeof rateCardChangeSchema>;

export const rateCardSchema = z
  .strictObject({
    id,
    version: z.int(),
    title: z.string(),
    categoryId: z.string().nullable(),
    skill: z.string().nullable(),
    level: z.enum(rateLevels).nullable(),
    country: z.string().nullable(),
    min: moneySchema,
    max: moneySchema,
    validFrom: day,
    validThrough: day.nullable(),
    isActive: z.boolean(),
    etag: z.string(),
  })
  .openapi('RateCard');
export type RateCardWire = z.infer<typeof rateCardSchema>;

export const rateCardVersionSchema = rateCardSchema
  .omit({ title: true, isActive: true, etag: true, id: true })
  .extend({ at: z.iso.datetime(), person: z.string() })
  .openapi('RateCardVersion');
export type RateCardVersion = z.infer<typeof rateCardVersionSchema>;

export const rateExceptionSchema = z
  .strictObject({
    id,
    state: z.enum(rateExceptionStates),
    card: z.strictObject({ id, title: z.string(), max: moneySchema }),
    freelancer: z.strictObject({ id, name: z.string() }),
    role: z.string(),
    rate: moneySchema,
    validThrough: day,
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: z.iso.datetime(),
    approvalId: z.string().nullable().openapi({ description: 'Decided there; null: by somebody of finance' }),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
  })
  .openapi('RateException');
export type RateException = z.infer<typeof rateExceptionSchema>;

const card = json(rateCardSchema, 'The rate card');
const exception = json(rateExceptionSchema, 'The exception');

export const listRateCardsRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What an hour of each kind of work may cost',
  responses: {
    200: json(z.strictObject({ items: z.array(rateCardSchema), mayChange: z.boolean() }), 'All of them, by title'),
    ...problems(401, 403, 404),
  },
});

export const createRateCardRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Put a rate card in',
  request: { body: jsonBody(newRateCardSchema) },
  responses: { 201: card, ...problems(401, 403, 404, 409) },
});

export const changeRateCardRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Put another version of it in force; the earlier ones stay readable',
  request: { params, body: jsonBody(rateCardChangeSchema) },
  responses: { 200: card, ...problems(401, 403, 404, 409, 412, 428) },
});

export const listRateCardVersionsRoute = createRoute({
  method: 'get',
  path: `${path}/{id}/versions`,
  tags,
  summary: 'Every version of it, the newest first',
  request: { params },
  responses: {
    200: json(z.strictObject({ items: z.array(rateCardVersionSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const listRateExceptionsRoute = createRoute({
  method: 'get',
  path: exceptions,
  tags,
  summary: 'Rates above a card that somebody asked for, the newest first',
  request: { query: z.strictObject({ state: z.enum(rateExceptionStates).optional() }) },
  responses: {
    200: json(z.strictObject({ items: z.array(rateExceptionSchema) }), 'All of them'),
    ...problems(401, 403, 404),
  },
});

export const requestRateExceptionRoute = createRoute({
  method: 'post',
  path: exceptions,
  tags,
  summary: 'Ask for a rate above the card, for one person, up to a day',
  request: {
    body: jsonBody(
      z.strictObject({
        cardId: id,
        freelancerId: id,
        role: z.string().trim().min(1).max(160),
        rate,
        validThrough: day,
        reason,
      }),
    ),
  },
  responses: { 201: exception, ...problems(401, 403, 404, 409) },
});

export const decideRateExceptionRoute = createRoute({
  method: 'post',
  path: `${exceptions}/{id}/decision`,
  tags,
  summary: 'Decide where no approval rule does; nobody decides on what they asked for',
  request: {
    params,
    body: jsonBody(z.strictObject({ decision: z.enum(['approved', 'rejected']), reason: reason.optional() })),
  },
  responses: { 200: exception, ...problems(401, 403, 404, 409) },
});

export const withdrawRateExceptionRoute = createRoute({
  method: 'post',
  path: `${exceptions}/{id}/withdrawal`,
  tags,
  summary: 'Ask for it no more',
  request: { params },
  responses: { 200: exception, ...problems(401, 403, 404, 409) },
});
