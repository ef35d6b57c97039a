import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

export function listBilled(db: Executor, scope: TenantScope, freelancerIds: readonly string[]) {
  return db
    .selectFrom('relationshipBilling')
    .select(['freelancerId', 'currency', 'billedMinor'])
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', 'in', freelancerIds)
    .where('billedMinor', '>', 0)
    .orderBy('currency')
    .execute();
}

export function listLastEarned(db: Executor, scope: TenantScope, freelancerIds: readonly string[]) {
  return db
    .selectFrom('earnings')
    .select((eb) => ['freelancerId', eb.fn.max<number>('earnedAt').as('earnedAt')])
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', 'in', freelancerIds)
    .groupBy('freelancerId')
    .execute();
}
