import type { Executor } from '../database/database.ts';
import type { ApiKeyRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export type UsableKey = Pick<ApiKeyRow, 'id' | 'tenantId' | 'kind' | 'expiresAt'>;

/** The key itself names its tenant, so this comes before there is a scope. */
export function findUsableKey(db: Executor, hash: string): Promise<UsableKey | undefined> {
  return db
    .selectFrom('apiKeys')
    .select(['id', 'tenantId', 'kind', 'expiresAt'])
    .where('hash', '=', hash)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
}

export async function touchKey(
  db: Executor,
  id: string,
  use: Pick<ApiKeyRow, 'lastUsedAt' | 'lastOperation' | 'lastUsedFrom'>,
): Promise<void> {
  await db.updateTable('apiKeys').set(use).where('id', '=', id).execute();
}

/** Ended ones included. */
export function findKeyByHash(
  db: Executor,
  scope: TenantScope,
  hash: string,
): Promise<Pick<ApiKeyRow, 'revokedAt' | 'expiresAt'> | undefined> {
  return db
    .selectFrom('apiKeys')
    .select(['revokedAt', 'expiresAt'])
    .where('tenantId', '=', scope.tenantId)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

export async function insertKey(db: Executor, scope: TenantScope, row: Omit<ApiKeyRow, 'tenantId'>): Promise<void> {
  await db
    .insertInto('apiKeys')
    .values({ ...row, tenantId: scope.tenantId })
    .execute();
}

export function listKeys(db: Executor, scope: TenantScope): Promise<ApiKeyRow[]> {
  return db
    .selectFrom('apiKeys')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

export function findKey(db: Executor, scope: TenantScope, id: string): Promise<ApiKeyRow | undefined> {
  return db
    .selectFrom('apiKeys')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false when it was revoked before */
export async function updateLiveKey(
  db: Executor,
  scope: TenantScope,
  id: string,
  change: Partial<Pick<ApiKeyRow, 'revokedAt' | 'expiresAt' | 'replacedById'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('apiKeys')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
