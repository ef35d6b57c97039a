import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import type { PoolMemberState } from './pool-member.ts';
import { instantOf } from './present-members.ts';
import { readPoolsById } from './read-membership.ts';
import type { OwnPool, OwnShare } from './schema.ts';
import { listOwnShares } from './share-store.ts';
import { findOwnPlace, listOwnPlaces } from './store.ts';
import type { TalentPoolMemberRow, TalentPoolRow, TalentPoolShareRow } from './table.ts';

type Names = Pick<TenantDirectory, 'byId'>;

/** What waits for the freelancer first, then where they are, then what ended. */
const order: Record<PoolMemberState, number> = {
  invited: 0,
  active: 1,
  suspended: 2,
  expired: 3,
  left: 4,
  removed: 4,
  declined: 5,
};

export async function readOwnPools(
  db: Executor,
  directory: Names,
  { freelancer, tenant }: ActingFreelancer,
): Promise<{ items: OwnPool[]; shares: OwnShare[] }> {
  const places = await listOwnPlaces(db, freelancer, tenant);
  const shares = await listOwnShares(db, freelancer, tenant);
  const items = await Promise.all(places.map((place) => presentOwnPool(directory, place)));
  items.sort((one, other) => order[one.state] - order[other.state]);
  return { items, shares: await presentOwnShares(db, directory, shares) };
}

/** @throws 404 */
export async function readOwnPool(
  db: Executor,
  directory: Names,
  { freelancer, tenant }: ActingFreelancer,
  poolId: string,
): Promise<OwnPool> {
  const place = await findOwnPlace(db, freelancer, tenant, poolId);
  if (!place) throw notFound();
  return presentOwnPool(directory, place);
}

/** Field by field, so that what a company keeps about somebody can never come along. */
async function presentOwnPool(
  directory: Names,
  { pool, ...place }: TalentPoolMemberRow & { pool: TalentPoolRow },
): Promise<OwnPool> {
  return {
    poolId: pool.id,
    name: pool.name,
    description: pool.description,
    criteria: pool.criteria,
    client: pool.tenantId === null ? null : ((await directory.byId(pool.tenantId))?.brandName ?? ''),
    state: place.state,
    admittedBy: place.admittedBy,
    message: place.message,
    invitedUntil: place.state === 'invited' ? instantOf(place.invitationExpiresAt) : null,
    since: instantOf(place.memberSince),
    expiresAt: instantOf(place.expiresAt),
    vettedAt: instantOf(place.vettedAt),
  };
}

export async function presentOwnShares(
  db: Executor,
  directory: Names,
  shares: readonly TalentPoolShareRow[],
): Promise<OwnShare[]> {
  const pools = await readPoolsById(
    db,
    shares.map(({ poolId }) => poolId),
  );
  const nameOf = async (id: string) => (await directory.byId(id))?.brandName ?? '';
  return Promise.all(
    shares.map(async (share) => ({
      id: share.id,
      pool: pools.get(share.poolId)?.name ?? '',
      client: await nameOf(share.tenantId),
      company: await nameOf(share.toTenantId),
      state: share.state,
      message: share.message,
      requestedAt: isoInstant(share.createdAt),
      expiresAt: isoInstant(share.expiresAt),
      answeredAt: instantOf(share.answeredAt),
    })),
  );
}
