import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TalentPoolMemberRow, TalentPoolRow } from './table.ts';

/** Which pools a tenant may see: its own, the installation's, both or none. */
export type PoolReach = { own: boolean; installation: boolean };

export type CountedPool = TalentPoolRow & { memberCount: number };

export function listPools(db: Executor, scope: TenantScope, reach: PoolReach): Promise<TalentPoolRow[]> {
  return reachablePools(db, scope, reach).selectAll().orderBy('name').orderBy('id').execute();
}

export function listCountedPools(db: Executor, scope: TenantScope, reach: PoolReach): Promise<CountedPool[]> {
  return reachablePools(db, scope, reach)
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('talentPoolMembers')
        .select((members) => members.fn.countAll<number>().as('count'))
        .whereRef('talentPoolMembers.poolId', '=', 'talentPools.id')
        .where('removedAt', 'is', null)
        .as('memberCount'),
    )
    .$narrowType<{ memberCount: number }>()
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function findPool(
  db: Executor,
  scope: TenantScope,
  reach: PoolReach,
  id: string,
): Promise<TalentPoolRow | undefined> {
  return reachablePools(db, scope, reach).selectAll().where('id', '=', id).executeTakeFirst();
}

function reachablePools(db: Executor, scope: TenantScope, reach: PoolReach) {
  return db
    .selectFrom('talentPools')
    .where((eb) =>
      eb.or([
        ...(reach.own ? [eb('tenantId', '=', scope.tenantId)] : []),
        ...(reach.installation ? [eb('tenantId', 'is', null)] : []),
      ]),
    );
}

export async function insertPool(db: Executor, row: TalentPoolRow): Promise<void> {
  await db.insertInto('talentPools').values(row).execute();
}

/** Takes somebody in, or back in. */
export async function putMember(db: Executor, row: Omit<TalentPoolMemberRow, 'removedAt'>): Promise<void> {
  await db
    .insertInto('talentPoolMembers')
    .values({ ...row, removedAt: null })
    .onConflict((conflict) =>
      conflict
        .columns(['poolId', 'freelancerId'])
        .doUpdateSet({ addedBy: row.addedBy, addedAt: row.addedAt, removedAt: null, updatedAt: row.updatedAt })
        .where('talentPoolMembers.removedAt', 'is not', null),
    )
    .execute();
}

export async function removeMember(db: Executor, poolId: string, freelancerId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('talentPoolMembers')
    .set({ removedAt: nowMs, updatedAt: nowMs })
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .where('removedAt', 'is', null)
    .execute();
}

/** Of every tenant: the index keeps them all and each search names the pools it may use. */
export function listMembershipsOf(
  db: Executor,
  freelancerIds: readonly string[],
): Promise<{ poolId: string; freelancerId: string }[]> {
  return db
    .selectFrom('talentPoolMembers')
    .select(['poolId', 'freelancerId'])
    .where('freelancerId', 'in', freelancerIds)
    .where('removedAt', 'is', null)
    .execute();
}

export function listMembershipChanges(
  db: Executor,
  sinceMs: number,
): Promise<{ poolId: string; freelancerId: string; updatedAt: number; removedAt: number | null }[]> {
  return db
    .selectFrom('talentPoolMembers')
    .select(['poolId', 'freelancerId', 'updatedAt', 'removedAt'])
    .where('updatedAt', '>=', sinceMs)
    .orderBy('updatedAt')
    .limit(5000)
    .execute();
}
