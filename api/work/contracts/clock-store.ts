import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractState } from './contract.ts';
import type { ContractRow } from './table.ts';

/* Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */

/** Nobody has done anything since, and nobody was told of it yet; or, with `toldByMs`, both were told by then. */
export function listIdle(
  db: Executor,
  sinceMs: EpochMs,
  toldByMs: EpochMs | undefined,
  limit: number,
): Promise<ContractRow[]> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('state', '=', 'active')
    .where('lastActivityAt', '<=', sinceMs)
    .where((eb) => (toldByMs === undefined ? eb('idleToldAt', 'is', null) : eb('idleToldAt', '<=', toldByMs)))
    .orderBy('lastActivityAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** @returns false when somebody has done something after all */
export async function markIdleTold(
  trx: Executor,
  scope: TenantScope,
  id: string,
  sinceMs: EpochMs,
  nowMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('contracts')
    .set({ idleToldAt: nowMs })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('lastActivityAt', '<=', sinceMs)
    .where('idleToldAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Holds the row for this transaction. @returns false when somebody has done something after all */
export async function isStillIdle(
  trx: Executor,
  scope: TenantScope,
  id: string,
  sinceMs: EpochMs,
  toldByMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('contracts')
    .set({ nextIsStale: 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('lastActivityAt', '<=', sinceMs)
    .where('idleToldAt', '<=', toldByMs)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** After an id, so that a contract that cannot move on yet holds nobody up. */
export function listInState(
  db: Executor,
  state: ContractState,
  afterId: string,
  limit: number,
): Promise<ContractRow[]> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('state', '=', state)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function listFeedbackOver(db: Executor, nowMs: EpochMs, limit: number): Promise<ContractRow[]> {
  return db
    .selectFrom('contracts')
    .selectAll()
    .where('state', '=', 'feedbackOpen')
    .where('feedbackUntil', '<=', nowMs)
    .orderBy('feedbackUntil')
    .orderBy('id')
    .limit(limit)
    .execute();
}
