import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { BudgetRevisionRow, BudgetRow } from './table.ts';

export async function insertBudget(trx: Executor, row: BudgetRow): Promise<void> {
  await trx.insertInto('budgets').values(row).execute();
}

export async function insertRevision(trx: Executor, row: BudgetRevisionRow): Promise<void> {
  await trx.insertInto('budgetRevisions').values(row).execute();
}

export type BudgetFilter = {
  costCenter?: string | undefined;
  /** Those whose time this instant falls into. */
  atMs?: EpochMs | undefined;
};

export function listBudgets(
  db: Executor,
  scope: TenantScope,
  { costCenter, atMs }: BudgetFilter,
): Promise<BudgetRow[]> {
  return db
    .selectFrom('budgets')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(costCenter !== undefined, (query) => query.where('costCenter', '=', costCenter!))
    .$if(atMs !== undefined, (query) => query.where('startsAt', '<=', atMs!).where('endsAt', '>', atMs!))
    .orderBy('startsAt', 'desc')
    .orderBy('costCenter')
    .orderBy('period')
    .orderBy('currency')
    .limit(1000)
    .execute();
}

export function findBudget(db: Executor, scope: TenantScope, id: string): Promise<BudgetRow | undefined> {
  return db
    .selectFrom('budgets')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false when it was changed meanwhile */
export async function updateBudget(
  trx: Executor,
  scope: TenantScope,
  { id, revision }: Pick<BudgetRow, 'id' | 'revision'>,
  change: Partial<Omit<BudgetRow, 'id' | 'tenantId'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('budgets')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns false when somebody was told of this, or of more, already */
export async function updateTold(
  trx: Executor,
  scope: TenantScope,
  { id, toldPercent }: Pick<BudgetRow, 'id' | 'toldPercent'>,
  percent: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('budgets')
    .set({ toldPercent: percent })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('toldPercent', '=', toldPercent)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** With what was in force at an instant; one put in later is not among them. */
export async function listAsOf(
  db: Executor,
  scope: TenantScope,
  asOfMs: EpochMs,
): Promise<{ budget: BudgetRow; revision: BudgetRevisionRow }[]> {
  const revisions = await db
    .selectFrom('budgetRevisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('at', '<=', asOfMs)
    .orderBy('version')
    .execute();
  // The last of each stays.
  const newest = new Map(revisions.map((revision) => [revision.budgetId, revision]));
  const budgets = await listBudgets(db, scope, {});
  return budgets.flatMap((budget) => {
    const revision = newest.get(budget.id);
    return revision ? [{ budget, revision }] : [];
  });
}

export function listRevisions(db: Executor, scope: TenantScope, budgetId: string): Promise<BudgetRevisionRow[]> {
  return db
    .selectFrom('budgetRevisions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('budgetId', '=', budgetId)
    .orderBy('version', 'desc')
    .execute();
}
