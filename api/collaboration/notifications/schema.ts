import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';

const tags = ['Notifications'];
const params = z.strictObject({ id: z.string().min(1).max(64) });

export const notificationSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string().openapi({ example: 'proposal.submitted' }),
    title: z.string().openapi({ description: 'One line, in the language asked for' }),
    body: z.string().openapi({ description: 'A sentence, in the language asked for' }),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    path: z.string().openapi({ description: 'Where it is looked at, from the portal’s root' }),
    tenant: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .openapi('Notification');
export type Notification = z.infer<typeof notificationSchema>;

const locale = z
  .string()
  .max(35)
  .optional()
  .openapi({ description: 'A language tag; else the reader’s own language, else English', example: 'de' });

export const listNotificationsRoute = createRoute({
  method: 'get',
  path: '/v1/notifications',
  tags,
  summary: 'What the reader was told, the newest first; at a tenant’s address that tenant’s and the installation’s',
  request: {
    query: z.strictObject({
      unread: z.enum(['true', 'false']).optional().openapi({ description: 'true: only what was not read' }),
      locale,
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(notificationSchema), nextCursor: z.string().nullable(), unread: z.int() }),
      'One page',
    ),
    ...problems(401),
  },
});

export const unreadCountRoute = createRoute({
  method: 'get',
  path: '/v1/notifications/unread-count',
  tags,
  summary: 'How many the reader has not read, counted to 100',
  responses: { 200: json(z.strictObject({ unread: z.int() }), 'The count'), ...problems(401) },
});

export const readNotificationRoute = createRoute({
  method: 'put',
  path: '/v1/notifications/{id}/read',
  tags,
  summary: 'Mark one as read',
  request: { params },
  responses: { 204: { description: 'Read' }, ...problems(401, 404) },
});

export const unreadNotificationRoute = createRoute({
  method: 'delete',
  path: '/v1/notifications/{id}/read',
  tags,
  summary: 'Mark one as not read',
  request: { params },
  responses: { 204: { description: 'Not read' }, ...problems(401, 404) },
});

export const readAllRoute = createRoute({
  method: 'post',
  path: '/v1/notifications/read-all',
  tags,
  summary: 'Mark all as read that came up to the newest one seen',
  request: { body: jsonBody(z.strictObject({ upTo: z.iso.datetime() })) },
  responses: { 200: json(z.strictObject({ unread: z.int() }), 'What came since'), ...problems(401) },
});

export const notificationStreamRoute = createRoute({
  method: 'get',
  path: '/v1/notifications/stream',
  tags,
  summary: 'Server-sent events: `unread` with the count, at once and whenever it changes',
  description:
    'Each event’s data is `{"unread": 3}`. A comment is sent every 25 seconds; the stream ends when the sign-in does. At most a few streams a person: further ones are refused and should poll the count.',
  responses: {
    200: { description: 'The stream', content: { 'text/event-stream': { schema: z.string() } } },
    ...problems(401, 429),
  },
});
