import { type Actor, hasRole, isOperator } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireVisible } from '../freelancers/require-visible.ts';
import { poolReach } from './read-for-search.ts';
import { findPool, insertPool, putMember, removeMember } from './store.ts';
import type { TalentPoolRow } from './table.ts';

/** A tenant's own pool is kept by its people who hire, the installation's by its vetting desk. */
export function mayEditPool(actor: Actor, { tenantId }: Pick<TalentPoolRow, 'tenantId'>): boolean {
  return tenantId === null
    ? isOperator(actor, 'vetter')
    : hasRole(actor, 'owner', 'accountAdmin', 'hiringManager', 'recruiter');
}

type PoolChange = {
  scope: TenantScope;
  tenant: RequestTenant;
  actor: Actor;
  personId: string;
  poolId: string;
  freelancerId: string;
  nowMs: number;
};

/** @throws 403, 404 */
export async function takeIntoPool(trx: Executor, change: PoolChange): Promise<void> {
  await requireEditable(trx, change);
  await requireVisible(trx, change.actor, change.freelancerId);
  const { poolId, freelancerId, personId, nowMs } = change;
  await putMember(trx, { poolId, freelancerId, addedBy: personId, addedAt: nowMs, updatedAt: nowMs });
}

/** @throws 403, 404 */
export async function takeOutOfPool(trx: Executor, change: PoolChange): Promise<void> {
  await requireEditable(trx, change);
  await removeMember(trx, change.poolId, change.freelancerId, change.nowMs);
}

/** A pool of the tenant, or of the installation with null. For seeds and, later, the vetting desk. */
export async function createPool(
  trx: Executor,
  pool: { id: string; tenantId: string | null; name: string },
  nowMs: number,
): Promise<void> {
  await insertPool(trx, { ...pool, createdAt: nowMs });
}

async function requireEditable(trx: Executor, { scope, tenant, actor, poolId }: PoolChange): Promise<void> {
  const pool = await findPool(trx, scope, poolReach(tenant.plan), poolId);
  if (!pool) throw notFound();
  if (!mayEditPool(actor, pool)) throw forbidden();
}

/** Takes many in at once, for seeds and imports; the caller answers for who they are. */
export async function fillPool(
  trx: Executor,
  { poolId, freelancerIds, addedBy }: { poolId: string; freelancerIds: readonly string[]; addedBy: string },
  nowMs: number,
): Promise<void> {
  for (const freelancerId of freelancerIds) {
    await putMember(trx, { poolId, freelancerId, addedBy, addedAt: nowMs, updatedAt: nowMs });
  }
}
