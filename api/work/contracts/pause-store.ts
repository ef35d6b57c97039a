import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PauseKind } from './contract.ts';
import type { ContractPauseRow } from './table.ts';

/** @returns false when it rests for this already */
export async function insertPause(trx: Executor, row: ContractPauseRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('contractPauses')
    .values(row)
    .onConflict((conflict) => conflict.columns(['contractId', 'kind']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns whether there was one of these kinds */
export async function deletePauses(
  trx: Executor,
  scope: TenantScope,
  contractId: string,
  kinds: readonly PauseKind[],
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('contractPauses')
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .where('kind', 'in', kinds)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Of several contracts that the caller may see, the oldest first. */
export function listPauses(db: Executor, contractIds: readonly string[]): Promise<ContractPauseRow[]> {
  return db
    .selectFrom('contractPauses')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('pausedAt')
    .orderBy('kind')
    .execute();
}
