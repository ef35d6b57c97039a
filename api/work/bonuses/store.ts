import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { BonusState } from './bonus.ts';
import type { BonusRow } from './table.ts';

export async function insertBonus(trx: Executor, row: BonusRow): Promise<void> {
  await trx.insertInto('bonuses').values(row).execute();
}

export function findBonus(db: Executor, scope: TenantScope, id: string): Promise<BonusRow | undefined> {
  return db
    .selectFrom('bonuses')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The newest first. The caller has made sure that the contracts may be seen. */
export async function listBonusesOf(db: Executor, contractIds: readonly string[]): Promise<BonusRow[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('bonuses')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** @returns false when it has left `from` */
export async function updateBonus(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly BonusState[],
  change: Partial<Omit<BonusRow, 'id' | 'tenantId' | 'contractId'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('bonuses')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
