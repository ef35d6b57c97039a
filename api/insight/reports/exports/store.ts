import type { Executor } from '../../../platform/database/database.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { ExportState } from './export.ts';
import type { ReportExportRow } from './table.ts';

export async function insertExport(trx: Executor, row: ReportExportRow): Promise<void> {
  await trx.insertInto('reportExports').values(row).execute();
}

export function findExport(db: Executor, { tenantId }: TenantScope, id: string): Promise<ReportExportRow | undefined> {
  return db
    .selectFrom('reportExports')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** For jobs, which know it by its id alone. */
export function findAnyExport(db: Executor, id: string): Promise<ReportExportRow | undefined> {
  return db.selectFrom('reportExports').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Somebody's own, not those that schedules make; the newest first. */
export function listExports(
  db: Executor,
  { tenantId }: TenantScope,
  personId: string,
  limit: number,
): Promise<ReportExportRow[]> {
  return db
    .selectFrom('reportExports')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .where('deliveryId', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function countUnderWay(db: Executor, { tenantId }: TenantScope, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('reportExports')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .where('deliveryId', 'is', null)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return count;
}

/** @returns false when it is in another state by now */
export async function updateExport(
  trx: Executor,
  id: string,
  from: readonly ExportState[],
  change: Partial<ReportExportRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reportExports')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the turn to make it: one that runs already is taken when nothing was heard of it for a while. */
export async function claimExport(
  trx: Executor,
  row: ReportExportRow,
  nowMs: number,
  silentSinceMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reportExports')
    .set({ state: 'running', attempts: row.attempts + 1, heardAt: nowMs, rowsDone: 0 })
    .where('id', '=', row.id)
    .where('attempts', '=', row.attempts)
    .where((eb) =>
      eb.or([eb('state', '=', 'queued'), eb.and([eb('state', '=', 'running'), eb('heardAt', '<', silentSinceMs)])]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of a maker that is gone, or that nobody began. */
export function listForgotten(db: Executor, silentSinceMs: number, limit: number): Promise<{ id: string }[]> {
  return db
    .selectFrom('reportExports')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'queued'), eb('createdAt', '<', silentSinceMs)]),
        eb.and([eb('state', '=', 'running'), eb('heardAt', '<', silentSinceMs)]),
      ]),
    )
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}

export function listToForget(db: Executor, nowMs: number, limit: number): Promise<ReportExportRow[]> {
  return db
    .selectFrom('reportExports')
    .selectAll()
    .where('state', '=', 'ready')
    .where('keptUntil', '<=', nowMs)
    .orderBy('keptUntil')
    .limit(limit)
    .execute();
}
