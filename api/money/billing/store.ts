import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { BillingAccountRow } from './table.ts';

export function findAccount(db: Executor, scope: TenantScope): Promise<BillingAccountRow | undefined> {
  return db.selectFrom('billingAccounts').selectAll().where('tenantId', '=', scope.tenantId).executeTakeFirst();
}

export async function putAccount(
  trx: Executor,
  scope: TenantScope,
  change: Pick<BillingAccountRow, 'defaultKind' | 'defaultMethodId'>,
  updatedAt: number,
): Promise<void> {
  await trx
    .insertInto('billingAccounts')
    .values({ tenantId: scope.tenantId, ...change, revision: 1, updatedAt })
    .onConflict((conflict) =>
      conflict
        .column('tenantId')
        .doUpdateSet((eb) => ({ ...change, updatedAt, revision: eb('billingAccounts.revision', '+', 1) })),
    )
    .execute();
}
