import type { EpochMs, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import { listSessionsSince, updateLastUse } from './store.ts';
import type { EmbedSessionRow } from './table.ts';

export type SeenSession = Omit<EmbedSessionRow, 'origins' | 'widgets' | 'tenantId'> & {
  origins: string[];
  widgets: string[];
};

/** Newest first, ended ones included. */
export async function readRecentSessions(
  db: Executor,
  scope: TenantScope,
  sinceMs: EpochMs,
  limit: number,
): Promise<SeenSession[]> {
  const rows = await listSessionsSince(db, scope, sinceMs, limit);
  return rows.map(({ tenantId: _, origins, widgets, ...row }) => ({
    ...row,
    origins: JSON.parse(origins) as string[],
    widgets: Object.keys(JSON.parse(widgets) as Record<string, unknown>),
  }));
}

/** That a page asked with it, and which. */
export function noteSessionUse(
  trx: Executor,
  scope: TenantScope,
  id: string,
  { origin, atMs }: { origin: string; atMs: EpochMs },
): Promise<void> {
  return updateLastUse(trx, scope, id, { lastUsedAt: atMs, lastOrigin: origin });
}
