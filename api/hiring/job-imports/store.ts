import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobImportState, RowOutcome } from './job-import.ts';
import type { JobImportLineRow, JobImportRow } from './table.ts';

/** @throws a unique violation while another import of the tenant is under way */
export async function insertImport(trx: Executor, row: JobImportRow): Promise<void> {
  await trx.insertInto('jobImports').values(row).execute();
}

export function findImport(db: Executor, scope: TenantScope, id: string): Promise<JobImportRow | undefined> {
  return db
    .selectFrom('jobImports')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findImportUnderWay(db: Executor, scope: TenantScope): Promise<JobImportRow | undefined> {
  return db
    .selectFrom('jobImports')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
}

/** The newest of the tenant that read this file. */
export function findImportOfFile(db: Executor, scope: TenantScope, fileId: string): Promise<JobImportRow | undefined> {
  return db
    .selectFrom('jobImports')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('fileId', '=', fileId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The newest first. */
export function listImports(
  db: Executor,
  scope: TenantScope,
  before: { createdAt: number; id: string } | undefined,
  limit: number,
): Promise<JobImportRow[]> {
  let query = db.selectFrom('jobImports').selectAll().where('tenantId', '=', scope.tenantId);
  if (before)
    query = query.where((eb) =>
      eb.or([
        eb('createdAt', '<', before.createdAt),
        eb.and([eb('createdAt', '=', before.createdAt), eb('id', '<', before.id)]),
      ]),
    );
  return query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

type Change = Partial<Omit<JobImportRow, 'id' | 'tenantId' | 'createdAt'>>;

/** @returns false when it is in none of these states any more */
export async function moveImport(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly JobImportState[],
  change: Change & { state: JobImportState },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobImports')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it was stopped, or another worker has done these rows */
export async function advanceImport(
  trx: Executor,
  scope: TenantScope,
  { id, doneRows }: Pick<JobImportRow, 'id' | 'doneRows'>,
  change: Pick<JobImportRow, 'doneRows' | 'created' | 'duplicates' | 'refused'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobImports')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('doneRows', '=', doneRows)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const rowsAtOnce = 500;

export async function insertImportRows(trx: Executor, rows: readonly JobImportLineRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await trx
      .insertInto('jobImportRows')
      .values(rows.slice(at, at + rowsAtOnce))
      .execute();
}

export async function deleteImportRows(trx: Executor, scope: TenantScope, importId: string): Promise<void> {
  await trx
    .deleteFrom('jobImportRows')
    .where('tenantId', '=', scope.tenantId)
    .where('importId', '=', importId)
    .execute();
}

/** In the order of the file. */
export function listImportRows(
  db: Executor,
  scope: TenantScope,
  importId: string,
  { outcome, after, limit }: { outcome: RowOutcome | undefined; after: number; limit: number },
): Promise<JobImportLineRow[]> {
  let query = db
    .selectFrom('jobImportRows')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('importId', '=', importId)
    .where('row', '>', after);
  if (outcome) query = query.where('outcome', '=', outcome);
  return query.orderBy('row').limit(limit).execute();
}

export async function findMapping(db: Executor, scope: TenantScope, columnsHash: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('jobImportMappings')
    .select('mapping')
    .where('tenantId', '=', scope.tenantId)
    .where('columnsHash', '=', columnsHash)
    .executeTakeFirst();
  return row?.mapping;
}

export async function putMapping(
  trx: Executor,
  scope: TenantScope,
  columnsHash: string,
  mapping: string,
  changedAt: number,
): Promise<void> {
  await trx
    .insertInto('jobImportMappings')
    .values({ tenantId: scope.tenantId, columnsHash, mapping, changedAt })
    .onConflict((conflict) => conflict.columns(['tenantId', 'columnsHash']).doUpdateSet({ mapping, changedAt }))
    .execute();
}
