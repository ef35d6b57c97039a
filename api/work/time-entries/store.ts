import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TimeEntryRow, TimeSegmentRow } from './table.ts';

export async function insertEntry(trx: Executor, row: TimeEntryRow): Promise<void> {
  await trx.insertInto('timeEntries').values(row).execute();
}

export function findEntry(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<TimeEntryRow | undefined> {
  return db
    .selectFrom('timeEntries')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** Of weeks that the caller may see. */
export function listEntriesOfWeeks(db: Executor, timesheetIds: readonly string[]): Promise<TimeEntryRow[]> {
  return db.selectFrom('timeEntries').selectAll().where('timesheetId', 'in', timesheetIds).execute();
}

/** @returns false when it changed since `revision` */
export async function updateEntry(
  trx: Executor,
  { tenantId }: TenantScope,
  { id, revision }: Pick<TimeEntryRow, 'id' | 'revision'>,
  change: Partial<Pick<TimeEntryRow, 'memo' | 'activityCodeId' | 'updatedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timeEntries')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Its segments are gone before. */
export async function deleteEntry(trx: Executor, { tenantId }: TenantScope, id: string): Promise<void> {
  await trx.deleteFrom('timeEntries').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}

const rowsAtOnce = 200;

/** @returns how many were written: not those whose ten minutes are counted already */
export async function insertSegmentsOnce(trx: Executor, rows: readonly TimeSegmentRow[]): Promise<number> {
  let inserted = 0n;
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('timeSegments')
      .values(rows.slice(at, at + rowsAtOnce))
      .onConflict((taken) => taken.columns(['freelancerId', 'startsAt']).doNothing())
      .executeTakeFirst();
    inserted += numInsertedOrUpdatedRows ?? 0n;
  }
  return Number(inserted);
}

/** The earliest first; of all contracts of this freelancer. */
export function listSegmentsBetween(
  db: Executor,
  { freelancerId }: FreelancerScope,
  fromMs: EpochMs,
  beforeMs: EpochMs,
): Promise<TimeSegmentRow[]> {
  return db
    .selectFrom('timeSegments')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('startsAt', '>=', fromMs)
    .where('startsAt', '<', beforeMs)
    .orderBy('startsAt')
    .execute();
}

/** The earliest first; of weeks that the caller may see. */
export function listSegmentsOfWeeks(db: Executor, timesheetIds: readonly string[]): Promise<TimeSegmentRow[]> {
  return db
    .selectFrom('timeSegments')
    .selectAll()
    .where('timesheetId', 'in', timesheetIds)
    .orderBy('startsAt')
    .execute();
}

export function listSegmentsOfEntry(
  db: Executor,
  { tenantId }: TenantScope,
  entryId: string,
): Promise<TimeSegmentRow[]> {
  return db
    .selectFrom('timeSegments')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('entryId', '=', entryId)
    .orderBy('startsAt')
    .execute();
}

/** Of weeks that the caller may see: how many segments each has, whatever they are. */
export async function countSegments(db: Executor, timesheetIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('timeSegments')
    .select((eb) => ['timesheetId', eb.fn.countAll().as('segments')])
    .where('timesheetId', 'in', timesheetIds)
    .groupBy('timesheetId')
    .execute();
  return new Map(rows.map(({ timesheetId, segments }) => [timesheetId, Number(segments)]));
}

export function findSegment(
  db: Executor,
  { freelancerId }: FreelancerScope,
  by: { id: string } | { startsAt: EpochMs },
): Promise<TimeSegmentRow | undefined> {
  return db
    .selectFrom('timeSegments')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .$if('id' in by, (query) => query.where('id', '=', (by as { id: string }).id))
    .$if('startsAt' in by, (query) => query.where('startsAt', '=', (by as { startsAt: EpochMs }).startsAt))
    .executeTakeFirst();
}

export async function deleteSegments(trx: Executor, { tenantId }: TenantScope, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += rowsAtOnce)
    await trx
      .deleteFrom('timeSegments')
      .where('tenantId', '=', tenantId)
      .where('id', 'in', ids.slice(at, at + rowsAtOnce))
      .execute();
}

export async function setBilling(
  trx: Executor,
  { tenantId }: TenantScope,
  timesheetId: string,
  /** Segments from here on are over the limit; null: none. */
  overLimitFrom: EpochMs | null,
): Promise<void> {
  const week = () =>
    trx.updateTable('timeSegments').where('tenantId', '=', tenantId).where('timesheetId', '=', timesheetId);
  await week().set({ billing: 'billed' }).execute();
  if (overLimitFrom !== null)
    await week().set({ billing: 'overLimit' }).where('startsAt', '>=', overLimitFrom).execute();
}

/** @returns how many of them are billed segments of this week */
export async function markDisputed(
  trx: Executor,
  { tenantId }: TenantScope,
  timesheetId: string,
  ids: readonly string[],
): Promise<number> {
  let marked = 0n;
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const { numUpdatedRows } = await trx
      .updateTable('timeSegments')
      .set({ isDisputed: 1 })
      .where('tenantId', '=', tenantId)
      .where('timesheetId', '=', timesheetId)
      .where('billing', '=', 'billed')
      .where('isDisputed', '=', 0)
      .where('id', 'in', ids.slice(at, at + rowsAtOnce))
      .executeTakeFirst();
    marked += numUpdatedRows;
  }
  return Number(marked);
}

/** @returns false when its picture is not as it was read */
export async function setScreenshot(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  from: TimeSegmentRow['screenshot'],
  to: TimeSegmentRow['screenshot'],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('timeSegments')
    .set({ screenshot: to })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('screenshot', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Billed segments by week, for the proof. */
export async function countBilled(db: Executor, timesheetIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('timeSegments')
    .select((eb) => ['timesheetId', eb.fn.countAll().as('segments')])
    .where('timesheetId', 'in', timesheetIds)
    .where('billing', '=', 'billed')
    .groupBy('timesheetId')
    .execute();
  return new Map(rows.map(({ timesheetId, segments }) => [timesheetId, Number(segments)]));
}
