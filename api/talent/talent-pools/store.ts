import type { ExpressionBuilder } from 'kysely';
import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PoolState } from './pool.ts';
import type { PoolMemberState } from './pool-member.ts';
import type { TalentPoolMemberRow, TalentPoolRateRow, TalentPoolRow } from './table.ts';

/** Which pools a tenant may see: its own, the installation's, both or none. */
export type PoolReach = { own: boolean; installation: boolean };

export type CountedPool = TalentPoolRow & { memberCount: number; invitedCount: number };

export function listPools(db: Executor, scope: TenantScope, reach: PoolReach): Promise<TalentPoolRow[]> {
  return reachablePools(db, scope, reach)
    .selectAll()
    .where('state', '=', 'active')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function listCountedPools(
  db: Executor,
  scope: TenantScope,
  reach: PoolReach,
  state: PoolState,
): Promise<CountedPool[]> {
  const inState = (eb: ExpressionBuilder<Tables, 'talentPools'>, memberState: PoolMemberState) =>
    eb
      .selectFrom('talentPoolMembers')
      .select((members) => members.fn.countAll<number>().as('count'))
      .whereRef('talentPoolMembers.poolId', '=', 'talentPools.id')
      .where('talentPoolMembers.state', '=', memberState);
  return reachablePools(db, scope, reach)
    .selectAll()
    .select((eb) => [inState(eb, 'active').as('memberCount'), inState(eb, 'invited').as('invitedCount')])
    .$narrowType<{ memberCount: number; invitedCount: number }>()
    .where('talentPools.state', '=', state)
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

/** Whoever's it is: for commands of the vetting desk, the clock and freelancers, who were let through already. */
export function findPoolAnywhere(db: Executor, id: string): Promise<TalentPoolRow | undefined> {
  return db.selectFrom('talentPools').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listPoolsAnywhere(db: Executor, ids: readonly string[]): Promise<TalentPoolRow[]> {
  return db.selectFrom('talentPools').selectAll().where('id', 'in', ids).execute();
}

export async function insertPool(db: Executor, row: TalentPoolRow): Promise<void> {
  await db.insertInto('talentPools').values(row).execute();
}

/** @returns false when it has another revision by now */
export async function updatePool(
  trx: Executor,
  id: string,
  revision: number,
  change: Partial<TalentPoolRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('talentPools')
    .set({ ...change, revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function countPools(db: Executor, scope: TenantScope): Promise<number> {
  const { count } = await db
    .selectFrom('talentPools')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', scope.tenantId)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function listFirstContractPools(db: Executor, scope: TenantScope): Promise<TalentPoolRow[]> {
  return db
    .selectFrom('talentPools')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('admitsFirstContract', '=', 1)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
}

/** Of an archived pool, so that every node's index looks at its members again. */
export async function touchMembers(trx: Executor, poolId: string, nowMs: number): Promise<void> {
  await trx
    .updateTable('talentPoolMembers')
    .set({ updatedAt: nowMs })
    .where('poolId', '=', poolId)
    .where('state', '=', 'active')
    .execute();
}

export function listRates(db: Executor, poolId: string): Promise<TalentPoolRateRow[]> {
  return db.selectFrom('talentPoolRates').selectAll().where('poolId', '=', poolId).orderBy('position').execute();
}

export async function replaceRates(trx: Executor, poolId: string, rows: readonly TalentPoolRateRow[]): Promise<void> {
  await trx.deleteFrom('talentPoolRates').where('poolId', '=', poolId).execute();
  if (rows.length > 0) await trx.insertInto('talentPoolRates').values(rows).execute();
}

export async function countMembers(db: Executor, poolId: string): Promise<{ state: PoolMemberState; count: number }[]> {
  const rows = await db
    .selectFrom('talentPoolMembers')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('poolId', '=', poolId)
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => ({ state, count: Number(count) }));
}

export function findMember(
  db: Executor,
  poolId: string,
  freelancerId: string,
): Promise<TalentPoolMemberRow | undefined> {
  return db
    .selectFrom('talentPoolMembers')
    .selectAll()
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .executeTakeFirst();
}

export function listMembersAmong(
  db: Executor,
  poolId: string,
  freelancerIds: readonly string[],
): Promise<TalentPoolMemberRow[]> {
  return db
    .selectFrom('talentPoolMembers')
    .selectAll()
    .where('poolId', '=', poolId)
    .where('freelancerId', 'in', freelancerIds)
    .execute();
}

/** @returns false when somebody put them there first */
export async function insertMemberOnce(trx: Executor, row: TalentPoolMemberRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('talentPoolMembers')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it is in none of the states any more */
export async function moveMember(
  trx: Executor,
  { poolId, freelancerId, revision }: Pick<TalentPoolMemberRow, 'poolId' | 'freelancerId' | 'revision'>,
  from: readonly PoolMemberState[],
  change: Partial<TalentPoolMemberRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('talentPoolMembers')
    .set({ ...change, revision: revision + 1 })
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What is kept about somebody; it changes no state, so that no index looks again. @returns false for another revision */
export async function keepAboutMember(
  trx: Executor,
  { poolId, freelancerId, revision }: Pick<TalentPoolMemberRow, 'poolId' | 'freelancerId' | 'revision'>,
  change: Partial<TalentPoolMemberRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('talentPoolMembers')
    .set({ ...change, revision: revision + 1 })
    .where('poolId', '=', poolId)
    .where('freelancerId', '=', freelancerId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of every tenant: the index keeps them all and each search names the pools it may use. */
export function listMembershipsOf(
  db: Executor,
  freelancerIds: readonly string[],
): Promise<{ poolId: string; freelancerId: string }[]> {
  return db
    .selectFrom('talentPoolMembers')
    .innerJoin('talentPools', 'talentPools.id', 'talentPoolMembers.poolId')
    .select(['talentPoolMembers.poolId', 'talentPoolMembers.freelancerId'])
    .where('talentPoolMembers.freelancerId', 'in', freelancerIds)
    .where('talentPoolMembers.state', '=', 'active')
    .where('talentPools.state', '=', 'active')
    .execute();
}

/** Of one tenant's own pools, whatever the state. */
export function listPlacesIn(db: Executor, scope: TenantScope, freelancerIds: readonly string[]) {
  return db
    .selectFrom('talentPoolMembers')
    .innerJoin('talentPools', 'talentPools.id', 'talentPoolMembers.poolId')
    .selectAll('talentPoolMembers')
    .select('talentPools.name')
    .where('talentPoolMembers.freelancerId', 'in', freelancerIds)
    .where('talentPools.tenantId', '=', scope.tenantId)
    .orderBy('talentPools.name')
    .execute();
}

export function listMembershipChanges(
  db: Executor,
  sinceMs: number,
): Promise<Pick<TalentPoolMemberRow, 'poolId' | 'freelancerId' | 'updatedAt' | 'state'>[]> {
  return db
    .selectFrom('talentPoolMembers')
    .select(['poolId', 'freelancerId', 'updatedAt', 'state'])
    .where('updatedAt', '>=', sinceMs)
    .orderBy('updatedAt')
    .limit(5000)
    .execute();
}

/* For the clock. */

export function listLapsed(db: Executor, nowMs: number, limit: number): Promise<TalentPoolMemberRow[]> {
  return db
    .selectFrom('talentPoolMembers')
    .selectAll()
    .where('state', '=', 'invited')
    .where('invitationExpiresAt', '<=', nowMs)
    .orderBy('invitationExpiresAt')
    .limit(limit)
    .execute();
}

export function listEndedPlaces(db: Executor, nowMs: number, limit: number): Promise<TalentPoolMemberRow[]> {
  return db
    .selectFrom('talentPoolMembers')
    .selectAll()
    .where('state', 'in', ['active', 'suspended'])
    .where('expiresAt', '<=', nowMs)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/* What belongs to one freelancer, in the tenant of the address or in all of them. */

export function listOwnPlaces(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
): Promise<(TalentPoolMemberRow & { pool: TalentPoolRow })[]> {
  return ownPlaces(db, freelancerId, tenant);
}

async function ownPlaces(db: Executor, freelancerId: string, tenant: TenantScope | undefined, poolId?: string) {
  const places = await db
    .selectFrom('talentPoolMembers')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .$if(poolId !== undefined, (query) => query.where('poolId', '=', poolId!))
    .orderBy('updatedAt', 'desc')
    .limit(500)
    .execute();
  if (places.length === 0) return [];
  const pools = new Map(
    (
      await listPoolsAnywhere(
        db,
        places.map((place) => place.poolId),
      )
    ).map((pool) => [pool.id, pool]),
  );
  return places
    .map((place) => ({ ...place, pool: pools.get(place.poolId)! }))
    .filter(({ pool }) => !tenant || pool.tenantId === null || pool.tenantId === tenant.tenantId);
}

export async function findOwnPlace(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  poolId: string,
): Promise<(TalentPoolMemberRow & { pool: TalentPoolRow }) | undefined> {
  return (await ownPlaces(db, freelancerId, tenant, poolId))[0];
}
