import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PoolShareState } from './pool-share.ts';
import type { TalentPoolShareRow } from './table.ts';

/** @returns false when one is open already */
export async function insertShareOnce(trx: Executor, row: TalentPoolShareRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('talentPoolShares')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it is in none of the states any more */
export async function moveShare(
  trx: Executor,
  id: string,
  from: readonly PoolShareState[],
  change: Partial<TalentPoolShareRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('talentPoolShares')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of the tenant that shares. */
export function findShare(db: Executor, scope: TenantScope, id: string): Promise<TalentPoolShareRow | undefined> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Of the tenant that is to see. */
export function findShareTo(db: Executor, scope: TenantScope, id: string): Promise<TalentPoolShareRow | undefined> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('toTenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listConsentedTo(db: Executor, scope: TenantScope): Promise<TalentPoolShareRow[]> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('toTenantId', '=', scope.tenantId)
    .where('state', '=', 'consented')
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function listSharesOfMember(db: Executor, poolId: string, freelancerId: string): Promise<TalentPoolShareRow[]> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('poolId', '=', poolId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}

export function listOwnShares(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<TalentPoolShareRow[]> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
}

export function findOwnShare(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<TalentPoolShareRow | undefined> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** Whose consent was waited for too long. */
export function listUnanswered(db: Executor, nowMs: number, limit: number): Promise<TalentPoolShareRow[]> {
  return db
    .selectFrom('talentPoolShares')
    .selectAll()
    .where('state', '=', 'requested')
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}
