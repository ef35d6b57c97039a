import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TimeAdjustmentRow, TimesheetDisputeRow } from './table.ts';

/** A second one for a week breaks the key. */
export async function insertDispute(trx: Executor, row: TimesheetDisputeRow): Promise<void> {
  await trx.insertInto('timesheetDisputes').values(row).execute();
}

/** By week; of weeks that the caller may see. */
export async function listDisputes(
  db: Executor,
  timesheetIds: readonly string[],
): Promise<Map<string, TimesheetDisputeRow>> {
  if (timesheetIds.length === 0) return new Map();
  const rows = await db.selectFrom('timesheetDisputes').selectAll().where('timesheetId', 'in', timesheetIds).execute();
  return new Map(rows.map((row) => [row.timesheetId, row]));
}

export function findDispute(
  db: Executor,
  { tenantId }: TenantScope,
  timesheetId: string,
): Promise<TimesheetDisputeRow | undefined> {
  return db
    .selectFrom('timesheetDisputes')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('timesheetId', '=', timesheetId)
    .executeTakeFirst();
}

export async function updateDispute(
  trx: Executor,
  { tenantId }: TenantScope,
  timesheetId: string,
  change: Partial<TimesheetDisputeRow>,
): Promise<void> {
  await trx
    .updateTable('timesheetDisputes')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('timesheetId', '=', timesheetId)
    .execute();
}

export async function insertAdjustment(trx: Executor, row: TimeAdjustmentRow): Promise<void> {
  await trx.insertInto('timeAdjustments').values(row).execute();
}

/** The oldest first; of weeks that the caller may see. */
export function listAdjustments(db: Executor, timesheetIds: readonly string[]): Promise<TimeAdjustmentRow[]> {
  return db
    .selectFrom('timeAdjustments')
    .selectAll()
    .where('timesheetId', 'in', timesheetIds)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export function findAdjustment(
  db: Executor,
  { tenantId }: TenantScope,
  id: string,
): Promise<TimeAdjustmentRow | undefined> {
  return db
    .selectFrom('timeAdjustments')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findAdjustmentOfRefund(
  db: Executor,
  { tenantId }: TenantScope,
  refundId: string,
): Promise<TimeAdjustmentRow | undefined> {
  return db
    .selectFrom('timeAdjustments')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('refundId', '=', refundId)
    .executeTakeFirst();
}

/** @returns false when it is not pending any more */
export async function updateAdjustment(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  change: Partial<TimeAdjustmentRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timeAdjustments')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
