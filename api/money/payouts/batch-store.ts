import type { Executor } from '../../platform/database/database.ts';
import type { WireBatchState } from './payout.ts';
import type { PayoutRow, WireBatchRow } from './table.ts';

export async function insertBatch(trx: Executor, row: WireBatchRow): Promise<void> {
  await trx.insertInto('wireBatches').values(row).execute();
}

export function findBatch(db: Executor, id: string): Promise<WireBatchRow | undefined> {
  return db.selectFrom('wireBatches').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest first. */
export function listBatches(db: Executor, limit: number): Promise<WireBatchRow[]> {
  return db
    .selectFrom('wireBatches')
    .selectAll()
    .orderBy('preparedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** How many files this day had in this currency. */
export async function countBatches(trx: Executor, currency: string, day: string): Promise<number> {
  const { count } = await trx
    .selectFrom('wireBatches')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('currency', '=', currency)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** @returns false when somebody else moved it */
export async function updateBatch(
  trx: Executor,
  id: string,
  from: WireBatchState,
  change: Partial<WireBatchRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('wireBatches')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** In the order of the file. */
export function listOfBatch(db: Executor, batchId: string): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** They wait for another file. */
export async function freeOfBatch(trx: Executor, batchId: string): Promise<void> {
  await trx
    .updateTable('payouts')
    .set({ batchId: null, askedUntil: null })
    .where('batchId', '=', batchId)
    .where('state', '=', 'requested')
    .execute();
}
