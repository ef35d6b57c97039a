import type { EpochMs, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { EmbedSessionRow } from './table.ts';

export async function insertSession(trx: Executor, row: EmbedSessionRow): Promise<void> {
  await trx.insertInto('embedSessions').values(row).execute();
}

export function findSession(db: Executor, { tenantId }: TenantScope, id: string): Promise<EmbedSessionRow | undefined> {
  return db
    .selectFrom('embedSessions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false when it was revoked before */
export async function revokeLiveSession(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  nowMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('embedSessions')
    .set({ revokedAt: nowMs })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteSessionsExpiredBefore(db: Executor, beforeMs: EpochMs): Promise<void> {
  await db.deleteFrom('embedSessions').where('expiresAt', '<', beforeMs).execute();
}

/** Those that somebody else's page holds: by a key, or by a sign-in from the page. */
export function listSessionsSince(
  db: Executor,
  { tenantId }: TenantScope,
  sinceMs: EpochMs,
  limit: number,
): Promise<EmbedSessionRow[]> {
  return db
    .selectFrom('embedSessions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('createdAt', '>=', sinceMs)
    .where((eb) => eb.or([eb('keyId', 'is not', null), eb('embedSignInId', 'is not', null)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function updateLastUse(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  use: Pick<EmbedSessionRow, 'lastUsedAt' | 'lastOrigin'>,
): Promise<void> {
  await trx.updateTable('embedSessions').set(use).where('tenantId', '=', tenantId).where('id', '=', id).execute();
}
