import { createRoute } from '@hono/zod-openapi';
import { elevationScopes } from '../auth/require-role.ts';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { elevatedSecondsMax } from './elevation.ts';
import { featuresOfWidget, widgetNames } from './widget-features.ts';

export const sessionSecondsMax = 900;

/** `{ talentSearch: { invite: true } }`: a widget that is not named cannot be used, a feature that is not named is off. */
const widgets = z
  .strictObject(
    Object.fromEntries(
      widgetNames.map((name) => [
        name,
        z
          .strictObject(Object.fromEntries(featuresOfWidget(name).map((feature) => [feature, z.boolean().optional()])))
          .optional(),
      ]),
    ),
  )
  .openapi('EmbedWidgets');

export const elevate = z
  .array(z.enum(elevationScopes))
  .min(1)
  .max(elevationScopes.length)
  .openapi({ description: `What the session is raised for; it then lives ${elevatedSecondsMax} seconds at most` });

export const embedSessionSchema = z
  .strictObject({
    id: z.string(),
    token: z.string(),
    expiresAt: z.iso.datetime(),
    apiBase: z.string().openapi({ description: 'What comes before /v1 in every call with this token' }),
  })
  .openapi('EmbedSession');

export const postSession = createRoute({
  method: 'post',
  path: '/v1/embed/sessions',
  tags: ['Embed sessions'],
  summary: 'A widget session for one of your members; called by your server with its secret key',
  request: {
    body: jsonBody(
      z
        .strictObject({
          member: z.strictObject({ email: z.email().max(254) }),
          origins: z.array(z.string().max(255)).min(1).max(10),
          widgets,
          ttlSeconds: z.number().int().min(60).max(sessionSecondsMax).default(sessionSecondsMax),
          elevate: elevate.optional(),
          confirmedAt: z.iso.datetime({ offset: true }).optional().openapi({
            description:
              'With elevate: when this person confirmed to your server who they are, by password or your sign-on; five minutes ago at most',
          }),
        })
        .openapi('NewEmbedSession'),
    ),
  },
  responses: { 201: json(embedSessionSchema, 'The session'), ...problems(401, 403, 404) },
});

export const postOwnSession = createRoute({
  method: 'post',
  path: '/v1/embed/sessions/own',
  tags: ['Embed sessions'],
  summary: 'A widget session for whoever is signed in at the portal; raised only shortly after a sign-in',
  request: {
    body: {
      required: false,
      content: { 'application/json': { schema: z.strictObject({ elevate: elevate.optional() }) } },
    },
  },
  responses: { 201: json(embedSessionSchema, 'The session'), ...problems(401, 403, 404) },
});

export const deleteSession = createRoute({
  method: 'delete',
  path: '/v1/embed/sessions/{id}',
  tags: ['Embed sessions'],
  summary: 'End a widget session now',
  request: { params: z.strictObject({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Ended' }, ...problems(401, 403, 404) },
});
