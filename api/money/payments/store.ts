import type { Executor } from '../../platform/database/database.ts';
import type { PaymentRow } from './table.ts';

export async function insertPayment(trx: Executor, row: PaymentRow): Promise<void> {
  await trx.insertInto('payments').values(row).execute();
}

export function findPayment(db: Executor, id: string): Promise<PaymentRow | undefined> {
  return db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns false when it is settled already */
export async function updatePending(trx: Executor, id: string, change: Partial<PaymentRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payments')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Pending ones whose processor is to be asked again. */
export async function listToLookAt(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('payments')
    .select('id')
    .where('state', '=', 'pending')
    .where('nextLookAt', '<=', nowMs)
    .orderBy('nextLookAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export function listPaymentsAfter(db: Executor, id: string, limit: number): Promise<PaymentRow[]> {
  return db.selectFrom('payments').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}
