import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { planIncludes } from '../../platform/tenants/plan.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PoolMemberState } from './pool-member.ts';
import { listMembershipChanges, listMembershipsOf, listPools, type PoolReach } from './store.ts';

/** Pro browses the installation's vetted pool, enterprise keeps pools of its own too. */
export function poolReach(plan: RequestTenant['plan']): PoolReach {
  return { own: planIncludes(plan, 'talentPools'), installation: planIncludes(plan, 'vettedTalent') };
}

export type NamedPool = { id: string; name: string };

/** Those that are in use: an archived pool ranks nobody and is offered no post. */
export async function readPools(
  db: Executor,
  scope: TenantScope,
  tenant: Pick<RequestTenant, 'plan'>,
): Promise<NamedPool[]> {
  const reach = poolReach(tenant.plan);
  return reach.own || reach.installation ? await listPools(db, scope, reach) : [];
}

/** Pool ids by freelancer: where they are an active member. */
export async function readMemberships(db: Executor, freelancerIds: readonly string[]): Promise<Map<string, string[]>> {
  const pools = new Map<string, string[]>();
  for (const { poolId, freelancerId } of await listMembershipsOf(db, freelancerIds)) {
    const known = pools.get(freelancerId);
    if (known) known.push(poolId);
    else pools.set(freelancerId, [poolId]);
  }
  return pools;
}

export type MembershipChange = { poolId: string; freelancerId: string; updatedAt: number; state: PoolMemberState };

export function readMembershipChanges(db: Executor, sinceMs: number): Promise<MembershipChange[]> {
  return listMembershipChanges(db, sinceMs);
}
