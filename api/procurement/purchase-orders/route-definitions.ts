import { createRoute } from '@hono/zod-openapi';
import { amountOf } from '../../money/schema.ts';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { timelineResponses } from '../../platform/moves/schema.ts';
import { purchaseOrderStates } from './purchase-order.ts';
import * as shapes from './schema.ts';

const tags = ['Purchase orders'];
const id = z.string().min(1).max(64);
const params = z.strictObject({ id });
const label = z.string().trim().min(1).max(120);
const path = '/v1/purchase-orders';
const one = `${path}/{id}`;
const itemsOf = <T extends z.ZodType>(item: T, description: string) =>
  json(z.strictObject({ items: z.array(item) }), description);
const whole = json(shapes.purchaseOrderSchema, 'The purchase order');

export const listPurchaseOrdersRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Purchase orders that the reader may see, those that end first first',
  request: {
    query: z.strictObject({
      state: z.enum(purchaseOrderStates).optional(),
      search: z.string().trim().max(100).optional(),
    }),
  },
  responses: { 200: itemsOf(shapes.purchaseOrderSummarySchema, 'All of them'), ...problems(401, 403, 404) },
});

export const createPurchaseOrderRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Put a purchase order in, as a draft or open at once',
  request: { body: jsonBody(shapes.newPurchaseOrderSchema) },
  responses: { 201: whole, ...problems(401, 403, 404, 409) },
});

export const choosePurchaseOrderRoute = createRoute({
  method: 'get',
  path: `${path}/choices`,
  tags,
  summary: 'Open ones to choose from for an offer or a post, with what is left of each',
  request: {
    query: z.strictObject({
      team: label.optional(),
      costCenter: label.optional(),
      currency: z.string().length(3).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({
        items: z.array(shapes.purchaseOrderChoiceSchema),
        keepsAny: z.boolean().openapi({ description: 'Then a number that is not among them is refused' }),
      }),
      'To choose from',
    ),
    ...problems(401, 403, 404),
  },
});

export const quoteCommitmentRoute = createRoute({
  method: 'post',
  path: `${path}/quote`,
  tags,
  summary: 'What terms would commit of a purchase order, and what would stay; nothing is bound',
  request: {
    body: jsonBody(
      z.strictObject({
        number: shapes.numberSchema,
        payment: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('fixed'), total: amountOf() }),
          z.strictObject({
            kind: z.literal('hourly'),
            rate: amountOf(),
            weeklyLimitHours: z.int().min(1).max(168).nullable(),
          }),
        ]),
        startsOn: z.iso.date().nullable(),
        endsOn: z.iso.date().nullable(),
        team: label.nullable(),
        costCenter: label.nullable(),
        offerId: id.nullable().openapi({ description: 'What it binds already is its own to bind again' }),
      }),
    ),
  },
  responses: { 200: json(shapes.commitmentQuoteSchema, 'What it comes to'), ...problems(401, 403, 404) },
});

export const listWaitingRoute = createRoute({
  method: 'get',
  path: `${path}/waiting`,
  tags,
  summary: 'Posts, offers and contracts that said “not yet”, the dearest first',
  responses: { 200: itemsOf(shapes.waitingSchema, 'All of them'), ...problems(401, 403, 404) },
});

export const assignRoute = createRoute({
  method: 'post',
  path: `${one}/assignments`,
  tags,
  summary: 'Name this number for several that wait for one; all or none',
  request: { params, body: jsonBody(z.strictObject({ waitingIds: z.array(id).min(1).max(200) })) },
  responses: { 200: whole, ...problems(401, 403, 404, 409) },
});

export const getPurchaseOrderRoute = createRoute({
  method: 'get',
  path: one,
  tags,
  summary: 'A purchase order with every part of what is used of it',
  request: { params },
  responses: { 200: whole, ...problems(401, 403, 404) },
});

export const changePurchaseOrderRoute = createRoute({
  method: 'patch',
  path: one,
  tags,
  summary: 'Change it; once open, with a reason that is kept with the change',
  request: { params, body: jsonBody(shapes.purchaseOrderChangeSchema) },
  responses: { 200: whole, ...problems(401, 403, 404, 409, 412, 428) },
});

export const openPurchaseOrderRoute = createRoute({
  method: 'post',
  path: `${one}/opening`,
  tags,
  summary: 'Open a draft: offers and contracts may be put on it',
  request: { params },
  responses: { 200: whole, ...problems(401, 403, 404, 409) },
});

export const closePurchaseOrderRoute = createRoute({
  method: 'post',
  path: `${one}/closing`,
  tags,
  summary: 'Close it: nothing new is put on it',
  request: { params, body: jsonBody(z.strictObject({ reason: shapes.reason })) },
  responses: { 200: whole, ...problems(401, 403, 404, 409) },
});

export const reopenPurchaseOrderRoute = createRoute({
  method: 'post',
  path: `${one}/reopening`,
  tags,
  summary: 'Reopen a closed or expired one, with a new last day where the old one has passed',
  request: {
    params,
    body: jsonBody(z.strictObject({ reason: shapes.reason, validThrough: z.iso.date().optional() })),
  },
  responses: { 200: whole, ...problems(401, 403, 404, 409) },
});

export const listCommitmentsRoute = createRoute({
  method: 'get',
  path: `${one}/commitments`,
  tags,
  summary: 'The offers and contracts behind its figures, the dearest first',
  request: { params },
  responses: { 200: itemsOf(shapes.commitmentSchema, 'All of them'), ...problems(401, 403, 404) },
});

export const listEntriesRoute = createRoute({
  method: 'get',
  path: `${one}/entries`,
  tags,
  summary: 'Every change of its figures, the newest first; they sum to them',
  request: {
    params,
    query: z.strictObject({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(shapes.spendingEntrySchema), nextCursor: z.string().nullable() }),
      'One page',
    ),
    ...problems(401, 403, 404),
  },
});

export const listRevisionsRoute = createRoute({
  method: 'get',
  path: `${one}/revisions`,
  tags,
  summary: 'How its amount and dates were changed, by whom and why; the newest first',
  request: { params },
  responses: { 200: itemsOf(shapes.revisionSchema, 'All of them'), ...problems(401, 403, 404) },
});

export const purchaseOrderTimelineRoute = createRoute({
  method: 'get',
  path: `${one}/timeline`,
  tags,
  summary: 'Who did what with it, when and why',
  request: { params },
  responses: timelineResponses,
});
