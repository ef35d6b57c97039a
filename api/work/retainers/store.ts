import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { RetainerState } from './retainer.ts';
import type { RetainerRow } from './table.ts';

export async function insertRetainer(trx: Executor, row: RetainerRow): Promise<void> {
  await trx.insertInto('retainers').values(row).execute();
}

export function findRetainer(db: Executor, scope: TenantScope, id: string): Promise<RetainerRow | undefined> {
  return db
    .selectFrom('retainers')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, its retainers only */
export function findRetainerOf(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<RetainerRow | undefined> {
  return db
    .selectFrom('retainers')
    .selectAll()
    .where('freelancerId', '=', freelancer.freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** The newest first. The caller has made sure that the contracts may be seen. */
export async function listRetainersOf(db: Executor, contractIds: readonly string[]): Promise<RetainerRow[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('retainers')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** A guarded change of a retainer as it was read. @returns false when somebody was faster */
export async function updateRetainer(
  trx: Executor,
  { tenantId, id, state, revision }: RetainerRow,
  change: Partial<RetainerRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('retainers')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** ⏱ Of every tenant: the clock has none. */
export function listDuePeriods(db: Executor, nowMs: EpochMs, limit: number): Promise<RetainerRow[]> {
  return db
    .selectFrom('retainers')
    .selectAll()
    .where('state', '=', 'active')
    .where('nextPeriodAt', '<=', nowMs)
    .orderBy('nextPeriodAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** ⏱ */
export function listInState(
  db: Executor,
  state: RetainerState,
  afterId: string,
  limit: number,
): Promise<RetainerRow[]> {
  return db
    .selectFrom('retainers')
    .selectAll()
    .where('state', '=', state)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}
