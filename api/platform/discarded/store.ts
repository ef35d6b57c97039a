import type { Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { DiscardedRow } from './table.ts';

export async function insertDiscarded(trx: Executor, row: DiscardedRow): Promise<void> {
  await trx.insertInto('discarded').values(row).execute();
}

/** @returns undefined for what this person did not delete, or has back already */
export function takeRow(
  trx: Executor,
  { tenantId }: TenantScope,
  { kind, id, discardedBy }: Pick<DiscardedRow, 'kind' | 'id' | 'discardedBy'>,
): Promise<Pick<DiscardedRow, 'content'> | undefined> {
  return trx
    .deleteFrom('discarded')
    .where('tenantId', '=', tenantId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('discardedBy', '=', discardedBy)
    .returning('content')
    .executeTakeFirst();
}

export async function deleteDiscardedBefore(db: Executor, beforeMs: number): Promise<void> {
  await db.deleteFrom('discarded').where('discardedAt', '<', beforeMs).execute();
}
