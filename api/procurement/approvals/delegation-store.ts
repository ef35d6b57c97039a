import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDelegationRow } from './table.ts';

export async function insertDelegation(trx: Executor, row: ApprovalDelegationRow): Promise<void> {
  await trx.insertInto('approvalDelegations').values(row).execute();
}

export function findDelegation(
  db: Executor,
  { tenantId }: TenantScope,
  id: string,
): Promise<ApprovalDelegationRow | undefined> {
  return db
    .selectFrom('approvalDelegations')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What has not ended by `nowMs`: active or planned. */
export function listOpenDelegations(
  db: Executor,
  { tenantId }: TenantScope,
  nowMs: EpochMs,
): Promise<ApprovalDelegationRow[]> {
  return db
    .selectFrom('approvalDelegations')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('endsAt', '>', nowMs)
    .where('endedAt', 'is', null)
    .orderBy('startsAt')
    .orderBy('id')
    .execute();
}

/** The newest first. @param personId of one person, given or received */
export function listDelegations(
  db: Executor,
  { tenantId }: TenantScope,
  personId: string | undefined,
  limit: number,
): Promise<ApprovalDelegationRow[]> {
  let query = db.selectFrom('approvalDelegations').selectAll().where('tenantId', '=', tenantId);
  if (personId !== undefined)
    query = query.where((eb) => eb.or([eb('fromPersonId', '=', personId), eb('toPersonId', '=', personId)]));
  return query.orderBy('startsAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** @returns false when it was over or ended already */
export async function endDelegationRow(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  { endedAt, endedBy }: { endedAt: EpochMs; endedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('approvalDelegations')
    .set({ endedAt, endedBy })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('endsAt', '>', endedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
