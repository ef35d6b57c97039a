import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { JobTemplateRow } from './table.ts';

export function listTemplates(db: Executor, scope: TenantScope): Promise<JobTemplateRow[]> {
  return db
    .selectFrom('jobTemplates')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function findTemplate(db: Executor, scope: TenantScope, id: string): Promise<JobTemplateRow | undefined> {
  return db
    .selectFrom('jobTemplates')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findTemplateNamed(
  db: Executor,
  scope: TenantScope,
  name: string,
): Promise<Pick<JobTemplateRow, 'id'> | undefined> {
  return db
    .selectFrom('jobTemplates')
    .select('id')
    .where('tenantId', '=', scope.tenantId)
    .where('name', '=', name)
    .executeTakeFirst();
}

export async function countTemplates(db: Executor, scope: TenantScope): Promise<number> {
  const { count } = await db
    .selectFrom('jobTemplates')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', scope.tenantId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertTemplate(trx: Executor, row: JobTemplateRow): Promise<void> {
  await trx.insertInto('jobTemplates').values(row).execute();
}

/** @returns false when it changed since `revision` */
export async function updateTemplate(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<JobTemplateRow, 'id' | 'revision'>,
  change: Partial<Pick<JobTemplateRow, 'name' | 'fields' | 'updatedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('jobTemplates')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when there was none */
export async function deleteTemplate(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('jobTemplates')
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
