import type { Executor } from '../../../platform/database/database.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { ReportSlug } from '../report.ts';
import type { ReportViewRow } from './table.ts';

/** Somebody's own and those that are shared, by name. */
export function listViews(
  db: Executor,
  { tenantId }: TenantScope,
  personId: string,
  report: ReportSlug | undefined,
): Promise<ReportViewRow[]> {
  return db
    .selectFrom('reportViews')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where((eb) => eb.or([eb('personId', '=', personId), eb('isShared', '=', 1)]))
    .$if(report !== undefined, (query) => query.where('report', '=', report!))
    .orderBy('name')
    .orderBy('id')
    .limit(500)
    .execute();
}

export function findView(db: Executor, { tenantId }: TenantScope, id: string): Promise<ReportViewRow | undefined> {
  return db
    .selectFrom('reportViews')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false where somebody has one of this name for the report */
export async function insertView(trx: Executor, row: ReportViewRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('reportViews')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenantId', 'personId', 'report', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function hasNamesake(
  db: Executor,
  { id, tenantId, personId, report, name }: ReportViewRow,
): Promise<boolean> {
  const found = await db
    .selectFrom('reportViews')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .where('report', '=', report)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst();
  return found !== undefined;
}

export async function updateView(trx: Executor, row: ReportViewRow, change: Partial<ReportViewRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('reportViews')
    .set({ ...change, revision: row.revision + 1 })
    .where('tenantId', '=', row.tenantId)
    .where('id', '=', row.id)
    .where('revision', '=', row.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteView(trx: Executor, { tenantId }: TenantScope, id: string): Promise<void> {
  await trx.deleteFrom('reportViews').where('tenantId', '=', tenantId).where('id', '=', id).execute();
}
