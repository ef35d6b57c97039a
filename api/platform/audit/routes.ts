import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireRole } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpEnv, requireScope } from '../http/environment.ts';
import type { Cursors } from '../http/paging.ts';
import { newRoutes } from '../http/routes.ts';
import { type AuditEntry, listAudit } from './schema.ts';
import { listEntries } from './store.ts';
import type { AuditEntryRow } from './table.ts';

export function auditRoutes({ database, cursors }: { database: Database; cursors: Cursors }): OpenAPIHono<HttpEnv> {
  return newRoutes().openapi(listAudit, async (c) => {
    const scope = requireScope(c);
    requireRole(c, 'owner', 'accountAdmin', 'auditor');
    const { action, limit, cursor } = c.req.valid('query');
    const binding = `audit ${scope.tenantId} ${action ?? ''}`;
    const beforeSequence = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as number);
    const rows = await listEntries(database.db, scope, { action, beforeSequence }, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = rows.length > limit && last ? cursors.encode(binding, last.sequence) : null;
    return c.json({ items: items.map(presentEntry), nextCursor }, 200);
  });
}

function presentEntry(row: AuditEntryRow): AuditEntry {
  return {
    id: row.id,
    action: row.action,
    actor: { kind: row.actorKind, id: row.actorId },
    object: { kind: row.objectKind, id: row.objectId },
    details: JSON.parse(row.details),
    requestId: row.requestId,
    occurredAt: isoInstant(row.occurredAt),
  };
}
