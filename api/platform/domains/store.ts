import type { EpochMs, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { DomainClaimRow } from './table.ts';

export function listClaims(db: Executor, { tenantId }: TenantScope): Promise<DomainClaimRow[]> {
  return db
    .selectFrom('domainClaims')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt')
    .orderBy('host')
    .execute();
}

export function findClaim(db: Executor, { tenantId }: TenantScope, host: string): Promise<DomainClaimRow | undefined> {
  return db
    .selectFrom('domainClaims')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('host', '=', host)
    .executeTakeFirst();
}

export async function insertClaim(trx: Executor, { tenantId }: TenantScope, row: Omit<DomainClaimRow, 'tenantId'>) {
  await trx
    .insertInto('domainClaims')
    .values({ ...row, tenantId })
    .execute();
}

export async function updateClaim(
  trx: Executor,
  { tenantId }: TenantScope,
  host: string,
  change: Partial<Omit<DomainClaimRow, 'tenantId' | 'host' | 'token' | 'createdBy' | 'createdAt'>>,
): Promise<void> {
  await trx.updateTable('domainClaims').set(change).where('tenantId', '=', tenantId).where('host', '=', host).execute();
}

export async function deleteClaim(trx: Executor, { tenantId }: TenantScope, host: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('domainClaims')
    .where('tenantId', '=', tenantId)
    .where('host', '=', host)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Of every tenant, for the job that looks again. */
export function listClaimsCheckedBefore(
  db: Executor,
  beforeMs: EpochMs,
  limit: number,
): Promise<Pick<DomainClaimRow, 'tenantId' | 'host'>[]> {
  return db
    .selectFrom('domainClaims')
    .select(['tenantId', 'host'])
    .where((eb) => eb.or([eb('checkedAt', 'is', null), eb('checkedAt', '<', beforeMs)]))
    .orderBy('checkedAt')
    .limit(limit)
    .execute();
}
