import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { eventObjects } from '../payments/processor.ts';
import { processorEventStates } from './processor-event.ts';

export const processorEventSchema = z
  .strictObject({
    id: z.string(),
    processor: z.string(),
    externalId: z.string().openapi({ description: 'The processor’s id of the event' }),
    kind: z.string().openapi({ example: 'payment_intent.succeeded' }),
    object: z.strictObject({ kind: z.enum(eventObjects), id: z.string(), account: z.string().nullable() }),
    state: z.enum(processorEventStates).openapi({ description: 'unmatched: nothing here is known by that id' }),
    attempts: z.int(),
    reason: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    handledAt: z.iso.datetime().nullable(),
  })
  .openapi('ProcessorEvent');
export type ProcessorEventShape = z.infer<typeof processorEventSchema>;

const params = z.strictObject({ id: z.string().min(1).max(64) });
const tags = ['Money desk'];

export const webhookRoute = createRoute({
  method: 'post',
  path: '/v1/webhooks/{processor}',
  tags: ['Webhooks'],
  summary: 'News from the payment processor, signed; what it names is looked up, nothing else of it is believed',
  request: { params: z.strictObject({ processor: z.string().min(1).max(40) }) },
  responses: { 200: json(z.strictObject({ received: z.literal(true) }), 'Taken, once'), ...problems(404) },
});

export const listEventsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/processor-events',
  tags,
  summary: 'News from processors, the newest first',
  request: {
    query: z.strictObject({
      state: z.enum(processorEventStates).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z
        .strictObject({ items: z.array(processorEventSchema), nextCursor: z.string().nullable() })
        .openapi('ProcessorEventPage'),
      'A page of events',
    ),
    ...problems(401, 403),
  },
});

export const retryEventRoute = createRoute({
  method: 'post',
  path: '/v1/operator/processor-events/{id}/retry',
  tags,
  summary: 'Look once more at what an unmatched event names',
  request: { params },
  responses: { 200: json(processorEventSchema, 'How it stands now'), ...problems(401, 403, 404, 409) },
});

export const closeEventRoute = createRoute({
  method: 'post',
  path: '/v1/operator/processor-events/{id}/closure',
  tags,
  summary: 'Close an unmatched event with a reason',
  request: { params, body: jsonBody(z.strictObject({ reason: z.string().trim().min(3).max(500) })) },
  responses: { 200: json(processorEventSchema, 'Closed'), ...problems(401, 403, 404, 409) },
});
