import type { Executor } from '../../../platform/database/database.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { DeliveryState, ScheduleState } from './schedule.ts';
import type { ReportDeliveryRow, ReportScheduleRow } from './table.ts';

export function listSchedules(
  db: Executor,
  { tenantId }: TenantScope,
  personId: string | null,
): Promise<ReportScheduleRow[]> {
  return db
    .selectFrom('reportSchedules')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .$if(personId !== null, (query) => query.where('personId', '=', personId!))
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function findSchedule(
  db: Executor,
  { tenantId }: TenantScope,
  id: string,
): Promise<ReportScheduleRow | undefined> {
  return db
    .selectFrom('reportSchedules')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Of any tenant: for the clock. */
export function listDue(db: Executor, nowMs: number, limit: number): Promise<ReportScheduleRow[]> {
  return db
    .selectFrom('reportSchedules')
    .selectAll()
    .where('state', '=', 'active')
    .where('nextRunAt', '<=', nowMs)
    .orderBy('nextRunAt')
    .limit(limit)
    .execute();
}

export async function insertSchedule(trx: Executor, row: ReportScheduleRow): Promise<void> {
  await trx.insertInto('reportSchedules').values(row).execute();
}

/** @returns false when it was changed meanwhile */
export async function updateSchedule(
  trx: Executor,
  { tenantId, id, revision }: ReportScheduleRow,
  from: readonly ScheduleState[],
  change: Partial<ReportScheduleRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reportSchedules')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What deliveries count leaves the revision, so that nobody's change of the plan collides with one. */
export async function countDelivery(trx: Executor, id: string, failedInARow: number): Promise<void> {
  await trx.updateTable('reportSchedules').set({ failedInARow }).where('id', '=', id).execute();
}

export async function deleteSchedule(trx: Executor, { tenantId }: TenantScope, id: string): Promise<void> {
  await trx.deleteFrom('reportDeliveries').where('tenantId', '=', tenantId).where('scheduleId', '=', id).execute();
  await trx.deleteFrom('reportSchedules').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}

/** @returns false when it is there already */
export async function insertDeliveryOnce(trx: Executor, row: ReportDeliveryRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reportDeliveries')
    .values(row)
    .onConflict((conflict) => conflict.columns(['scheduleId', 'dueAt', 'isTest']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findDelivery(db: Executor, id: string): Promise<ReportDeliveryRow | undefined> {
  return db.selectFrom('reportDeliveries').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listDeliveries(
  db: Executor,
  scheduleIds: readonly string[],
  limit: number,
): Promise<ReportDeliveryRow[]> {
  if (scheduleIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('reportDeliveries')
    .selectAll()
    .where('scheduleId', 'in', scheduleIds)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** @returns false when somebody else was at it */
export async function updateDelivery(
  trx: Executor,
  { id, attempts }: ReportDeliveryRow,
  from: readonly DeliveryState[],
  change: Partial<ReportDeliveryRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reportDeliveries')
    .set(change)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listToSend(db: Executor, nowMs: number, limit: number): Promise<ReportDeliveryRow[]> {
  return db
    .selectFrom('reportDeliveries')
    .selectAll()
    .where('state', '=', 'sending')
    .where('nextAttemptAt', '<=', nowMs)
    .orderBy('nextAttemptAt')
    .limit(limit)
    .execute();
}

/** Whose file was decided about while nobody listened. */
export function listMade(db: Executor, limit: number): Promise<{ exportId: string | null }[]> {
  return db
    .selectFrom('reportDeliveries as d')
    .innerJoin('reportExports as e', 'e.id', 'd.exportId')
    .select('d.exportId')
    .where('d.state', '=', 'making')
    .where('e.state', 'in', ['ready', 'failed', 'cancelled', 'expired'])
    .limit(limit)
    .execute();
}
