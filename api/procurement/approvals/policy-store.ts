import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalPolicyRow, ApprovalPolicyVersionRow } from './table.ts';

export function findPolicyRow(db: Executor, { tenantId }: TenantScope): Promise<ApprovalPolicyRow | undefined> {
  return db.selectFrom('approvalPolicies').selectAll().where('tenantId', '=', tenantId).executeTakeFirst();
}

export function findVersion(
  db: Executor,
  { tenantId }: TenantScope,
  version: number,
): Promise<ApprovalPolicyVersionRow | undefined> {
  return db
    .selectFrom('approvalPolicyVersions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('version', '=', version)
    .executeTakeFirst();
}

/** The newest first. */
export function listVersions(db: Executor, { tenantId }: TenantScope): Promise<ApprovalPolicyVersionRow[]> {
  return db
    .selectFrom('approvalPolicyVersions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('version', 'desc')
    .execute();
}

/** What counts now, of one row. */
export function findPublished(db: Executor, { tenantId }: TenantScope): Promise<ApprovalPolicyVersionRow | undefined> {
  return db
    .selectFrom('approvalPolicies')
    .innerJoin('approvalPolicyVersions', (join) =>
      join
        .onRef('approvalPolicyVersions.tenantId', '=', 'approvalPolicies.tenantId')
        .onRef('approvalPolicyVersions.version', '=', 'approvalPolicies.publishedVersion'),
    )
    .selectAll('approvalPolicyVersions')
    .where('approvalPolicies.tenantId', '=', tenantId)
    .executeTakeFirst();
}

export async function insertVersion(trx: Executor, row: ApprovalPolicyVersionRow): Promise<void> {
  await trx.insertInto('approvalPolicyVersions').values(row).execute();
}

/** @returns false when it changed since `revision`; 0 is before the first */
export async function putPolicyRow(
  trx: Executor,
  row: Omit<ApprovalPolicyRow, 'revision'>,
  revision: number,
): Promise<boolean> {
  if (revision === 0) {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('approvalPolicies')
      .values({ ...row, revision: 1 })
      .onConflict((conflict) => conflict.column('tenantId').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await trx
    .updateTable('approvalPolicies')
    .set({ ...row, revision: revision + 1 })
    .where('tenantId', '=', row.tenantId)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
