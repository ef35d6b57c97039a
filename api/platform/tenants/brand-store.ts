import type { Executor } from '../database/database.ts';
import type { BrandDraftRow, BrandImageRow, BrandVersionRow } from './brand-table.ts';
import type { TenantScope } from './tenant-scope.ts';

export function findDraft(db: Executor, { tenantId }: TenantScope): Promise<BrandDraftRow | undefined> {
  return db.selectFrom('brandDrafts').selectAll().where('tenantId', '=', tenantId).executeTakeFirst();
}

/** Raises the revision from the one that was read; 0 stands for none yet. @returns false when somebody else was first */
export async function keepDraft(
  trx: Executor,
  { tenantId }: TenantScope,
  fromRevision: number,
  row: Pick<BrandDraftRow, 'draft' | 'updatedBy' | 'updatedAt'>,
): Promise<boolean> {
  const kept = { ...row, revision: fromRevision + 1 };
  if (fromRevision === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('brandDrafts')
      .values({ ...kept, tenantId })
      .onConflict((conflict) => conflict.column('tenantId').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('brandDrafts')
    .set(kept)
    .where('tenantId', '=', tenantId)
    .where('revision', '=', fromRevision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertVersion(
  trx: Executor,
  { tenantId }: TenantScope,
  row: Omit<BrandVersionRow, 'tenantId'>,
): Promise<void> {
  await trx
    .insertInto('brandVersions')
    .values({ ...row, tenantId })
    .execute();
}

/** Newest first; the brand itself is left out of lists, for it may hold long texts. */
export function listVersionRows(
  db: Executor,
  { tenantId }: TenantScope,
  limit: number,
): Promise<Omit<BrandVersionRow, 'brand' | 'tenantId'>[]> {
  return db
    .selectFrom('brandVersions')
    .select(['number', 'changes', 'restoredFrom', 'publishedBy', 'publishedAt'])
    .where('tenantId', '=', tenantId)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

export function findVersion(
  db: Executor,
  { tenantId }: TenantScope,
  number: number,
): Promise<BrandVersionRow | undefined> {
  return db
    .selectFrom('brandVersions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('number', '=', number)
    .executeTakeFirst();
}

export async function findNewestNumber(db: Executor, { tenantId }: TenantScope): Promise<number> {
  const { newest } = await db
    .selectFrom('brandVersions')
    .select((eb) => eb.fn.max('number').as('newest'))
    .where('tenantId', '=', tenantId)
    .executeTakeFirstOrThrow();
  return Number(newest ?? 0);
}

/** The same image may come again. */
export async function keepImage(trx: Executor, { tenantId }: TenantScope, row: Omit<BrandImageRow, 'tenantId'>) {
  await trx
    .insertInto('brandImages')
    .values({ ...row, tenantId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'hash']).doNothing())
    .execute();
}

export function listImages(db: Executor, { tenantId }: TenantScope): Promise<BrandImageRow[]> {
  return db.selectFrom('brandImages').selectAll().where('tenantId', '=', tenantId).orderBy('createdAt').execute();
}
