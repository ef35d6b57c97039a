import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OnboardingTemplateRow, OnboardingTemplateVersionRow } from './table.ts';

/** A template with its newest version. */
export type TemplateRecord = OnboardingTemplateRow &
  Pick<OnboardingTemplateVersionRow, 'applies' | 'tasks' | 'savedBy' | 'savedAt'>;

/** Those not put away, by name. */
export function listTemplates(db: Executor, scope: TenantScope): Promise<TemplateRecord[]> {
  return templatesOf(db, scope).orderBy('name').orderBy('id').execute();
}

export function findTemplate(db: Executor, scope: TenantScope, id: string): Promise<TemplateRecord | undefined> {
  return templatesOf(db, scope).where('id', '=', id).executeTakeFirst();
}

function templatesOf(db: Executor, scope: TenantScope) {
  return db
    .selectFrom('onboardingTemplates')
    .innerJoin('onboardingTemplateVersions', (join) =>
      join
        .onRef('onboardingTemplateVersions.templateId', '=', 'onboardingTemplates.id')
        .onRef('onboardingTemplateVersions.version', '=', 'onboardingTemplates.version'),
    )
    .selectAll('onboardingTemplates')
    .select(['applies', 'tasks', 'savedBy', 'savedAt'])
    .where('onboardingTemplates.tenantId', '=', scope.tenantId)
    .where('archivedAt', 'is', null);
}

/** Of one that was put away too, the newest first. */
export function listTemplateVersions(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<OnboardingTemplateVersionRow[]> {
  return db
    .selectFrom('onboardingTemplateVersions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('templateId', '=', id)
    .orderBy('version', 'desc')
    .execute();
}

export async function insertTemplate(trx: Executor, row: OnboardingTemplateRow): Promise<void> {
  await trx.insertInto('onboardingTemplates').values(row).execute();
}

export async function insertTemplateVersion(trx: Executor, row: OnboardingTemplateVersionRow): Promise<void> {
  await trx.insertInto('onboardingTemplateVersions').values(row).execute();
}

/** @returns false for one that is not put away */
export async function takeOut(trx: Executor, scope: TenantScope, id: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('onboardingTemplates')
    .set((eb) => ({ archivedAt: null, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('archivedAt', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it changed since `revision` */
export async function updateTemplate(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<OnboardingTemplateRow, 'id' | 'revision'>,
  change: Partial<Pick<OnboardingTemplateRow, 'name' | 'version' | 'archivedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('onboardingTemplates')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
