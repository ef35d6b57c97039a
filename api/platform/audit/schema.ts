import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../http/routes.ts';

export const auditEntrySchema = z
  .strictObject({
    id: z.string(),
    action: z.string(),
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
    object: z.strictObject({ kind: z.string(), id: z.string() }),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
    occurredAt: z.iso.datetime(),
  })
  .openapi('AuditEntry');
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const listAudit = createRoute({
  method: 'get',
  path: '/v1/audit',
  tags: ['Audit'],
  summary: 'What was changed in this tenant, newest first',
  request: {
    query: z.strictObject({
      action: z.string().max(100).optional(),
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
