import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { auditRunKinds, auditRunStates } from './audit-run.ts';

const instant = z.iso.datetime();
const hash = z.string().regex(/^[\w-]{43}$/);
const sequence = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const auditEntrySchema = z
  .strictObject({
    id: z.string(),
    sequence,
    action: z.string(),
    actor: z.strictObject({
      kind: z.string(),
      id: z.string().nullable(),
      name: z.string().nullable().openapi({ description: 'As it was then' }),
      role: z.string().nullable().openapi({ description: 'Roles held then; one held in a team is `role@team`' }),
    }),
    onBehalfOf: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
    object: z.strictObject({
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable().openapi({ description: 'As it is called now; null where it has no name or is gone' }),
    }),
    details: z.record(z.string(), z.unknown()),
    beforeHash: z.string().nullable(),
    afterHash: z.string().nullable(),
    origin: z.string().nullable().openapi({ description: '`portal`, a page that holds widgets, `apiKey` or `clock`' }),
    widget: z.string().nullable(),
    requestId: z.string(),
    occurredAt: instant,
    previousHash: z.string(),
    hash: z.string(),
  })
  .openapi('AuditEntry');
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditFilterSchema = z.strictObject({
  action: z.string().max(100).optional().openapi({ description: 'Whole, or the kind before its point: `member`' }),
  actor: z.string().max(100).optional().openapi({ description: 'The id of a person or key, or the kind `clock`' }),
  object: z.string().max(100).optional().openapi({ description: 'An id' }),
  from: instant.optional(),
  to: instant.optional().openapi({ description: 'Not included' }),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const listAudit = createRoute({
  method: 'get',
  path: '/v1/audit',
  tags: ['Audit'],
  summary: 'What was changed and looked into in this tenant, newest first',
  request: {
    query: auditFilterSchema.extend({
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(
      z.strictObject({ items: z.array(auditEntrySchema), nextCursor: z.string().nullable() }).openapi('AuditPage'),
      'A page of the audit log',
    ),
    ...problems(401, 403, 404),
  },
});

export const auditHeadSchema = z
  .strictObject({
    sequence: z.number().int().nonnegative(),
    hash: z.string(),
    at: instant,
    keyId: z.string(),
    signature: z.string(),
  })
  .openapi('AuditHead');
export type AuditHead = z.infer<typeof auditHeadSchema>;

export const getAuditHead = createRoute({
  method: 'get',
  path: '/v1/audit/head',
  tags: ['Audit'],
  summary: 'The end of the chain, signed',
  description: 'Kept elsewhere, it shows later whether the end of the log was cut off.',
  responses: { 200: json(auditHeadSchema, 'The newest entry’s place and hash'), ...problems(401, 403, 404) },
});

/** What the offline verifier found, or the walk over the database. */
export const auditRunSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(auditRunKinds),
    state: z.enum(auditRunStates),
    from: instant.nullable(),
    to: instant.nullable(),
    entries: z.number().int().nonnegative().openapi({ description: 'How many it covers' }),
    entriesDone: z.number().int().nonnegative(),
    firstBad: z.strictObject({ sequence: z.number().int(), reason: z.string() }).nullable(),
    head: z.strictObject({ sequence: z.number().int(), hash: z.string() }).nullable(),
    file: z
      .strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string(), keyId: z.string() })
      .nullable(),
    requestedBy: z.strictObject({ id: z.string(), name: z.string().nullable() }),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .openapi('AuditRun');
export type AuditRun = z.infer<typeof auditRunSchema>;

const runResponse = json(auditRunSchema, 'The run, with how far it is');
const runParam = { params: z.strictObject({ id: z.string().max(64) }) };

export const startAuditExport = createRoute({
  method: 'post',
  path: '/v1/audit/exports',
  tags: ['Audit'],
  summary: 'Export a period of the log, signed',
  description:
    'One entry a line, then a line that is signed over all of them. `GET /v1/audit/verifier` checks it offline.',
  request: { body: jsonBody(z.strictObject({ from: instant.optional(), to: instant.optional() })) },
  responses: { 202: runResponse, ...problems(401, 403, 404, 409) },
});

export const startAuditVerification = createRoute({
  method: 'post',
  path: '/v1/audit/verifications',
  tags: ['Audit'],
  summary: 'Walk the whole chain and name the first entry that is not what it was',
  request: {
    body: jsonBody(
      z.strictObject({
        anchor: z
          .strictObject({ sequence, hash })
          .optional()
          .openapi({ description: 'A head that was kept elsewhere; the chain must still hold it' }),
      }),
    ),
  },
  responses: { 202: runResponse, ...problems(401, 403, 404, 409) },
});

export const listAuditRuns = createRoute({
  method: 'get',
  path: '/v1/audit/runs',
  tags: ['Audit'],
  summary: 'The newest exports and verifications',
  responses: {
    200: json(z.strictObject({ items: z.array(auditRunSchema) }).openapi('AuditRuns'), 'The newest first'),
    ...problems(401, 403, 404),
  },
});

export const getAuditRun = createRoute({
  method: 'get',
  path: '/v1/audit/runs/{id}',
  tags: ['Audit'],
  summary: 'How far a run is',
  request: runParam,
  responses: { 200: runResponse, ...problems(401, 403, 404) },
});

export const cancelAuditRun = createRoute({
  method: 'delete',
  path: '/v1/audit/runs/{id}',
  tags: ['Audit'],
  summary: 'Stop a run',
  request: runParam,
  responses: { 200: runResponse, ...problems(401, 403, 404, 409) },
});

export const downloadAuditExport = createRoute({
  method: 'get',
  path: '/v1/audit/runs/{id}/file',
  tags: ['Audit'],
  summary: 'The exported file',
  request: runParam,
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problems(401, 403, 404, 409),
  },
});

export const getAuditVerifier = createRoute({
  method: 'get',
  path: '/v1/audit/verifier',
  tags: ['Audit'],
  summary: 'The program that checks an export without a network',
  description:
    'One file without dependencies: `node verify-audit.mjs export.ndjson --key audit-keys.json`, Node.js 20 or newer.',
  responses: {
    200: {
      description: 'JavaScript',
      content: { 'text/javascript': { schema: z.string() } },
    },
    ...problems(404),
  },
});

export const getAuditKeys = createRoute({
  method: 'get',
  path: '/.well-known/audit-keys.json',
  tags: ['Audit'],
  summary: 'The public keys that exports of the audit log are signed with (JWK set, RFC 8037)',
  responses: {
    200: json(
      z
        .strictObject({
          keys: z.array(
            z.strictObject({
              kty: z.literal('OKP'),
              crv: z.literal('Ed25519'),
              use: z.literal('sig'),
              kid: z.string(),
              x: z.string(),
            }),
          ),
        })
        .openapi('AuditKeys'),
      'Every key there was',
    ),
    ...problems(404),
  },
});
