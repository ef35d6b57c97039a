import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TermsTemplateRow, TermsTemplateVersionRow } from './table.ts';

/** A template with its newest version. */
export type TermsTemplateRecord = TermsTemplateRow &
  Pick<TermsTemplateVersionRow, 'text' | 'hash' | 'savedBy' | 'savedAt'>;

/** Those not put away, the default first. */
export function listTemplates(db: Executor, scope: TenantScope): Promise<TermsTemplateRecord[]> {
  return templatesOf(db, scope).orderBy('isDefault', 'desc').orderBy('name').orderBy('id').execute();
}

export function findTemplate(db: Executor, scope: TenantScope, id: string): Promise<TermsTemplateRecord | undefined> {
  return templatesOf(db, scope).where('id', '=', id).executeTakeFirst();
}

export function findDefaultTemplate(db: Executor, scope: TenantScope): Promise<TermsTemplateRecord | undefined> {
  return templatesOf(db, scope).where('isDefault', '=', 1).executeTakeFirst();
}

function templatesOf(db: Executor, scope: TenantScope) {
  return db
    .selectFrom('termsTemplates')
    .innerJoin('termsTemplateVersions', (join) =>
      join
        .onRef('termsTemplateVersions.templateId', '=', 'termsTemplates.id')
        .onRef('termsTemplateVersions.version', '=', 'termsTemplates.version'),
    )
    .selectAll('termsTemplates')
    .select(['text', 'hash', 'savedBy', 'savedAt'])
    .where('termsTemplates.tenantId', '=', scope.tenantId)
    .where('archivedAt', 'is', null);
}

/** Of one that was put away too, the newest first. */
export function listTemplateVersions(db: Executor, scope: TenantScope, id: string): Promise<TermsTemplateVersionRow[]> {
  return db
    .selectFrom('termsTemplateVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('templateId', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

export async function countTemplates(db: Executor, scope: TenantScope): Promise<number> {
  const { count } = await db
    .selectFrom('termsTemplates')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenantId', '=', scope.tenantId)
    .where('archivedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertTemplate(trx: Executor, row: TermsTemplateRow): Promise<void> {
  await trx.insertInto('termsTemplates').values(row).execute();
}

export async function insertTemplateVersion(trx: Executor, row: TermsTemplateVersionRow): Promise<void> {
  await trx.insertInto('termsTemplateVersions').values(row).execute();
}

/** @returns false when it changed since `revision` */
export async function updateTemplate(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<TermsTemplateRow, 'id' | 'revision'>,
  change: Partial<Pick<TermsTemplateRow, 'name' | 'version' | 'isDefault' | 'archivedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('termsTemplates')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false for one that is not put away */
export async function takeOut(
  trx: Executor,
  scope: TenantScope,
  id: string,
  isDefault: TermsTemplateRow['isDefault'],
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('termsTemplates')
    .set((eb) => ({ archivedAt: null, isDefault, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('archivedAt', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Before another becomes the default. */
export async function clearDefault(trx: Executor, scope: TenantScope): Promise<void> {
  await trx
    .updateTable('termsTemplates')
    .set((eb) => ({ isDefault: 0 as const, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('isDefault', '=', 1)
    .execute();
}
