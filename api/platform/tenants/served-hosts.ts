import type { EpochMs, Executor } from '../database/database.ts';
import type { TenantDomainRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export type ServedHost = TenantDomainRow;

/** Hosts whose requests are the tenant's. Callers change them in `authority.change` and record the tenant there. */
export function listServedHosts(db: Executor, { tenantId }: TenantScope): Promise<ServedHost[]> {
  return db
    .selectFrom('tenantDomains')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('isPrimary', 'desc')
    .orderBy('createdAt')
    .orderBy('host')
    .execute();
}

/** @returns whose it is, of all tenants: a name leads to one place */
export async function tenantIdServedAt(db: Executor, host: string): Promise<string | undefined> {
  return (await db.selectFrom('tenantDomains').select('tenantId').where('host', '=', host).executeTakeFirst())
    ?.tenantId;
}

/** @returns false when another tenant was first */
export async function serveHost(
  trx: Executor,
  { tenantId }: TenantScope,
  host: string,
  isActive: boolean,
  nowMs: EpochMs,
): Promise<boolean> {
  await trx
    .insertInto('tenantDomains')
    .values({ host, tenantId, createdAt: nowMs, isActive: isActive ? 1 : 0, isPrimary: 0 })
    .onConflict((at) => at.column('host').doNothing())
    .execute();
  return (await tenantIdServedAt(trx, host)) === tenantId;
}

export async function linkToHost(trx: Executor, { tenantId }: TenantScope, host: string): Promise<void> {
  await trx
    .updateTable('tenantDomains')
    .set({ isActive: 1 })
    .where('tenantId', '=', tenantId)
    .where('host', '=', host)
    .execute();
}

/** @returns false when it is not active */
export async function makeHostPrimary(trx: Executor, { tenantId }: TenantScope, host: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('tenantDomains')
    .set({ isPrimary: 1 })
    .where('tenantId', '=', tenantId)
    .where('host', '=', host)
    .where('isActive', '=', 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await trx
    .updateTable('tenantDomains')
    .set({ isPrimary: 0 })
    .where('tenantId', '=', tenantId)
    .where('host', '!=', host)
    .execute();
  return true;
}

export async function stopServing(trx: Executor, { tenantId }: TenantScope, host: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('tenantDomains')
    .where('tenantId', '=', tenantId)
    .where('host', '=', host)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
