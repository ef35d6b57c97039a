import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PeopleQuery } from '../../talent/talent-pools/people-query.ts';
import type { ContractState } from './contract.ts';

/** Whose hours are taken or soon will be. */
const running = ['pendingOnboarding', 'ready', 'active', 'paused'] as const satisfies ContractState[];

/** Of every tenant, without the terms: those are read once for each version. */
export function listRunning(db: Executor, people: PeopleQuery) {
  return db
    .selectFrom('contracts')
    .select(['id', 'freelancerId', 'termsVersion', 'startsAt', 'createdAt'])
    .where('freelancerId', 'in', people)
    .where('state', 'in', running)
    .execute();
}

export function findTermsOf(db: Executor, ids: readonly string[]) {
  return db.selectFrom('contracts').select(['id', 'termsVersion', 'terms']).where('id', 'in', ids).execute();
}

export function countByFreelancer(db: Executor, scope: TenantScope, freelancerIds: readonly string[]) {
  return db
    .selectFrom('contracts')
    .select((eb) => ['freelancerId', 'state', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', 'in', freelancerIds)
    .where('state', '!=', 'cancelled')
    .groupBy(['freelancerId', 'state'])
    .execute();
}
