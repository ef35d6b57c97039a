import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PeriodState } from './retainer.ts';
import type { RetainerPeriodRow } from './table.ts';

/** A second one with the same number breaks a unique index and with it the transaction. */
export async function insertPeriod(trx: Executor, row: RetainerPeriodRow): Promise<void> {
  await trx.insertInto('retainerPeriods').values(row).execute();
}

export function findPeriod(db: Executor, scope: TenantScope, id: string): Promise<RetainerPeriodRow | undefined> {
  return db
    .selectFrom('retainerPeriods')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The newest first. The caller has made sure that the contracts may be seen. */
export async function listPeriodsOf(db: Executor, contractIds: readonly string[]): Promise<RetainerPeriodRow[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('retainerPeriods')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('startsAt', 'desc')
    .orderBy('number', 'desc')
    .execute();
}

/** @returns false when it has left its state */
export async function updatePeriod(
  trx: Executor,
  { tenantId, id, state }: RetainerPeriodRow,
  change: Partial<RetainerPeriodRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('retainerPeriods')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** ⏱ Of every tenant: the clock has none. */
export function listEnded(db: Executor, nowMs: EpochMs, limit: number): Promise<RetainerPeriodRow[]> {
  return db
    .selectFrom('retainerPeriods')
    .selectAll()
    .where('state', '=', 'held')
    .where('endsAt', '<=', nowMs)
    .orderBy('endsAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function countPeriods(
  db: Executor,
  { tenantId, id }: { tenantId: string; id: string },
  states: readonly PeriodState[],
): Promise<number> {
  const { count } = await db
    .selectFrom('retainerPeriods')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('tenantId', '=', tenantId)
    .where('retainerId', '=', id)
    .where('state', 'in', states)
    .executeTakeFirstOrThrow();
  return Number(count);
}
