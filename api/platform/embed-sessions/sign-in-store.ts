import type { EpochMs, Executor } from '../database/database.ts';
import type { TenantScope } from '../tenants/tenant-scope.ts';
import type { EmbedSignInRow } from './table.ts';

export async function insertSignIn(trx: Executor, row: EmbedSignInRow): Promise<void> {
  await trx.insertInto('embedSignIns').values(row).execute();
}

type Secret = 'codeHash' | 'refreshHash' | 'previousHash';

export function findSignInBy(
  db: Executor,
  { tenantId }: TenantScope,
  secret: Secret,
  hash: string,
): Promise<EmbedSignInRow | undefined> {
  return db
    .selectFrom('embedSignIns')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where(secret, '=', hash)
    .executeTakeFirst();
}

export async function hasSignedInBefore(
  db: Executor,
  { tenantId }: TenantScope,
  personId: string,
  origin: string,
): Promise<boolean> {
  const found = await db
    .selectFrom('embedSignIns')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('personId', '=', personId)
    .where('origin', '=', origin)
    .where('redeemedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns false when somebody else was first */
export async function redeemCode(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  refreshHash: string,
  nowMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('embedSignIns')
    .set({ redeemedAt: nowMs, refreshHash, rotatedAt: nowMs })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('redeemedAt', 'is', null)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when somebody else was first */
export async function rotateRefresh(
  trx: Executor,
  { tenantId }: TenantScope,
  row: EmbedSignInRow,
  next: Pick<EmbedSignInRow, 'refreshHash' | 'previousHash' | 'rotatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('embedSignIns')
    .set(next)
    .where('tenantId', '=', tenantId)
    .where('id', '=', row.id)
    .where('refreshHash', '=', row.refreshHash)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it had ended before */
export async function endLiveSignIn(
  trx: Executor,
  { tenantId }: TenantScope,
  id: string,
  nowMs: EpochMs,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('embedSignIns')
    .set({ endedAt: nowMs })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteSignInsEndedBefore(db: Executor, beforeMs: EpochMs): Promise<void> {
  await db.deleteFrom('embedSignIns').where('endsAt', '<', beforeMs).execute();
}
