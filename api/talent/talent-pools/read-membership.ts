import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Admission, PoolMemberState } from './pool-member.ts';
import { findPoolAnywhere, listPlacesIn, listPoolsAnywhere } from './store.ts';
import type { TalentPoolRow } from './table.ts';

/* What other slices ask about pools and who is in them. */

export type PoolMembership = {
  poolId: string;
  poolName: string;
  state: PoolMemberState;
  admittedBy: Admission;
  since: number | null;
  expiresAt: number | null;
  vettingApplicationId: string | null;
  score: number | null;
};

/** By freelancer, in pools of this tenant, whatever their state. */
export async function readPoolMembership(
  db: Executor,
  scope: TenantScope,
  freelancerIds: readonly string[],
): Promise<Map<string, PoolMembership[]>> {
  const found = new Map<string, PoolMembership[]>();
  if (freelancerIds.length === 0) return found;
  for (const row of await listPlacesIn(db, scope, freelancerIds)) {
    const { freelancerId, poolId, name, state, admittedBy, memberSince, expiresAt, vettingApplicationId, score } = row;
    const place = {
      poolId,
      poolName: name,
      state,
      admittedBy,
      since: memberSince,
      expiresAt,
      vettingApplicationId,
      score,
    };
    const known = found.get(freelancerId);
    if (known) known.push(place);
    else found.set(freelancerId, [place]);
  }
  return found;
}

export type PoolFacts = Pick<TalentPoolRow, 'id' | 'tenantId' | 'name' | 'description' | 'criteria' | 'state'>;

/** A pool whoever keeps it: `tenantId` null is the installation's. */
export function readPool(db: Executor, id: string): Promise<PoolFacts | undefined> {
  return findPoolAnywhere(db, id);
}

/** By id, those that exist; for lists that name pools. */
export async function readPoolsById(db: Executor, ids: readonly string[]): Promise<Map<string, PoolFacts>> {
  if (ids.length === 0) return new Map();
  return new Map((await listPoolsAnywhere(db, [...new Set(ids)])).map((pool) => [pool.id, pool]));
}
