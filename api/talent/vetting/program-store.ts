import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { VettingProgramRow, VettingRubricRow } from './table.ts';
import type { RubricState } from './vetting-rubric.ts';

export async function insertProgram(trx: Executor, row: VettingProgramRow): Promise<void> {
  await trx.insertInto('vettingPrograms').values(row).execute();
}

export function findProgram(db: Executor, scope: TenantScope, id: string): Promise<VettingProgramRow | undefined> {
  return db
    .selectFrom('vettingPrograms')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listPrograms(db: Executor, scope: TenantScope): Promise<VettingProgramRow[]> {
  return db
    .selectFrom('vettingPrograms')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Of any desk: whoever asks holds a row that names them. */
export function listProgramsByIds(db: Executor, ids: readonly string[]): Promise<VettingProgramRow[]> {
  return db.selectFrom('vettingPrograms').selectAll().where('id', 'in', ids).execute();
}

/** @returns false when it was changed meanwhile */
export async function updateProgram(
  trx: Executor,
  scope: TenantScope,
  id: string,
  revision: number,
  change: Partial<Omit<VettingProgramRow, 'id' | 'tenantId' | 'revision'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingPrograms')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when there is a draft already */
export async function insertRubric(trx: Executor, row: VettingRubricRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('vettingRubrics')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findRubric(db: Executor, scope: TenantScope, id: string): Promise<VettingRubricRow | undefined> {
  return db
    .selectFrom('vettingRubrics')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The newest version first. */
export function listRubrics(db: Executor, scope: TenantScope, programId: string): Promise<VettingRubricRow[]> {
  return db
    .selectFrom('vettingRubrics')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('programId', '=', programId)
    .orderBy('version', 'desc')
    .execute();
}

/** Those of all programs that are drafts or in use. */
export function listCurrentRubrics(db: Executor, scope: TenantScope): Promise<VettingRubricRow[]> {
  return db
    .selectFrom('vettingRubrics')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', ['draft', 'published'])
    .execute();
}

export function findPublishedRubric(
  db: Executor,
  scope: TenantScope,
  programId: string,
): Promise<VettingRubricRow | undefined> {
  return db
    .selectFrom('vettingRubrics')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('programId', '=', programId)
    .where('state', '=', 'published')
    .executeTakeFirst();
}

/** @returns false when it has left `from`, or another revision is there */
export async function updateRubric(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<VettingRubricRow, 'id' | 'revision'>,
  from: readonly RubricState[],
  change: Partial<Omit<VettingRubricRow, 'id' | 'tenantId' | 'programId' | 'version' | 'revision'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingRubrics')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it is no draft any more */
export async function deleteDraft(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('vettingRubrics')
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Of any desk, by id: whoever asks holds a row that names them. */
export function listRubricsByIds(db: Executor, ids: readonly string[]): Promise<VettingRubricRow[]> {
  return db.selectFrom('vettingRubrics').selectAll().where('id', 'in', ids).execute();
}
