import { createRoute } from '@hono/zod-openapi';
import { widgetNames } from '../embed-sessions/widget-features.ts';
import { json, jsonBody, problems, z } from '../http/routes.ts';

const instant = z.iso.datetime();
const seen = {
  count: z.int(),
  firstAt: instant,
  lastAt: instant,
  isOver: z.boolean().openapi({ description: 'What it stood in the way of has worked since, or a day has passed' }),
};

const pageSchema = z
  .strictObject({
    origin: z.string(),
    isAllowed: z.boolean(),
    loads: z.int().openapi({ description: 'Times a page there asked for the tenant, as each does once' }),
    lastLoadAt: instant.nullable(),
    loaderVersion: z.string().nullable().openapi({ description: '`1.0.0`, or `1` where it rolls' }),
    loaderAt: instant.nullable(),
    lastUseAt: instant.nullable().openapi({ description: 'A widget there asked with a session or a publishable key' }),
  })
  .openapi('EmbedPageSeen');

const refusalSchema = z
  .strictObject({
    of: z.enum(['session', 'request']),
    code: z.string(),
    origin: z.string().nullable(),
    detail: z.string().nullable().openapi({ description: 'What was refused, without naming a person' }),
    ...seen,
  })
  .openapi('EmbedRefusal');

const blockedSchema = z
  .strictObject({
    origin: z.string(),
    directive: z.string(),
    blocked: z.string(),
    isEnforced: z.boolean(),
    fix: z.string().nullable().openapi({ description: 'What to add to the page’s policy; null when it is not ours' }),
    ...seen,
  })
  .openapi('EmbedBlocked');

export const statusSchema = z
  .strictObject({
    checkedAt: instant,
    base: z.string().openapi({ description: 'What comes before /v1 and /embed at the tenant’s own address' }),
    pages: z.array(pageSchema),
    lastSession: z
      .strictObject({
        at: instant,
        key: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
        origins: z.array(z.string()),
      })
      .nullable(),
    lastUse: z.strictObject({ at: instant, origin: z.string() }).nullable(),
    liveSessions: z.int(),
    refusals: z.array(refusalSchema),
    blocked: z.array(blockedSchema),
  })
  .openapi('EmbedStatus');
export type EmbedStatus = z.infer<typeof statusSchema>;

export const getEmbedStatus = createRoute({
  method: 'get',
  path: '/v1/tenant/embed/status',
  tags: ['Embed console'],
  summary: 'What was seen of the pages that show widgets, and what was refused, in the last 30 days',
  responses: { 200: json(statusSchema, 'What was seen'), ...problems(401, 403, 404) },
});

const day = z.iso.date();
const widget = z.enum(widgetNames as [string, ...string[]]);
const countsSchema = z.strictObject({
  sessions: z.int(),
  people: z.int(),
  requests: z.int(),
  actions: z.int().openapi({ description: 'What was changed or sent' }),
  errors: z.int(),
});

export const usageSchema = z
  .strictObject({
    from: day,
    to: day,
    days: z.array(z.strictObject({ day, pageLoads: z.int(), sessions: z.int(), actions: z.int(), errors: z.int() })),
    widgets: z.array(countsSchema.extend({ widget })),
    origins: z.array(countsSchema.extend({ origin: z.string(), pageLoads: z.int() })),
    errors: z.array(z.strictObject({ widget: widget.nullable(), code: z.string(), count: z.int() })),
    versions: z.array(z.strictObject({ version: z.string(), loads: z.int() })).openapi({
      description: 'Loaders fetched; a browser that kept one does not fetch it again',
    }),
  })
  .openapi('EmbedUsage');
export type EmbedUsage = z.infer<typeof usageSchema>;

const usageQuery = z.strictObject({
  days: z.coerce.number().int().min(1).max(90).default(30),
  origin: z.string().max(255).optional(),
});

export const getEmbedUsage = createRoute({
  method: 'get',
  path: '/v1/tenant/embed/usage',
  tags: ['Embed console'],
  summary: 'How widgets were used, by day, widget and origin; days are UTC’s',
  request: { query: usageQuery },
  responses: { 200: json(usageSchema, 'Counts'), ...problems(401, 403, 404) },
});

export const getEmbedUsageFile = createRoute({
  method: 'get',
  path: '/v1/tenant/embed/usage.csv',
  tags: ['Embed console'],
  summary: 'The same counts, a line for each day, origin, widget and measure',
  request: { query: usageQuery },
  responses: {
    200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
    ...problems(401, 403, 404),
  },
});

const seenSessionSchema = z
  .strictObject({
    id: z.string(),
    person: z.strictObject({ id: z.string(), name: z.string() }),
    key: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    origins: z.array(z.string()),
    widgets: z.array(z.string()),
    createdAt: instant,
    expiresAt: instant,
    endedAt: instant.nullable(),
    lastUse: z.strictObject({ at: instant, origin: z.string() }).nullable(),
  })
  .openapi('EmbedSessionSeen');
export type EmbedSessionSeen = z.infer<typeof seenSessionSchema>;

export const listEmbedSessions = createRoute({
  method: 'get',
  path: '/v1/tenant/embed/sessions',
  tags: ['Embed console'],
  summary: 'Widget sessions of the last day, newest first; each can be ended',
  responses: {
    200: json(z.strictObject({ items: z.array(seenSessionSchema) }).openapi('EmbedSessionList'), 'At most 200'),
    ...problems(401, 403, 404),
  },
});

/** A browser sends what it likes, and nobody reads a refusal: what is not known to us is left unread. */
const told = z
  .unknown()
  .openapi({ description: 'A report, or a list of them, as CSP and the Reporting API define it' });

export const postCspReport = createRoute({
  method: 'post',
  path: '/v1/embed/csp-reports',
  tags: ['Embed console'],
  summary: 'What a page’s Content-Security-Policy blocked: as report-uri and the Reporting API send it',
  request: {
    body: {
      required: true,
      content: {
        'application/csp-report': { schema: told },
        'application/reports+json': { schema: told },
        'application/json': { schema: told },
      },
    },
  },
  responses: { 204: { description: 'Counted, or not ours' }, ...problems(404, 413) },
});

export const policyFindingSchema = z.strictObject({
  of: z.enum(['header', 'reportOnly', 'meta']),
  text: z.string(),
});

export const postPageCheck = createRoute({
  method: 'post',
  path: '/v1/tenant/embed/page-checks',
  tags: ['Embed console'],
  summary: 'Fetch a public page once and tell which policies it sends and whether it has the loader',
  request: { body: jsonBody(z.strictObject({ url: z.url().max(2000) })) },
  responses: {
    200: json(
      z
        .strictObject({
          url: z.string(),
          status: z.int(),
          policies: z.array(policyFindingSchema),
          loader: z
            .string()
            .nullable()
            .openapi({ description: 'The address of the loader’s script, where it was found' }),
        })
        .openapi('EmbedPageCheck'),
      'What the page sends',
    ),
    ...problems(401, 403, 404),
  },
});
