import type { Executor } from '../../platform/database/database.ts';
import type { PayoutScheduleRow } from './table.ts';

export function findSchedule(
  db: Executor,
  freelancerId: string,
  currency: string,
): Promise<PayoutScheduleRow | undefined> {
  return db
    .selectFrom('payoutSchedules')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('currency', '=', currency)
    .executeTakeFirst();
}

export function listSchedules(db: Executor, freelancerId: string): Promise<PayoutScheduleRow[]> {
  return db
    .selectFrom('payoutSchedules')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .orderBy('currency')
    .execute();
}

export async function insertScheduleOnce(trx: Executor, row: PayoutScheduleRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('payoutSchedules')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when it was changed meanwhile */
export async function updateSchedule(
  trx: Executor,
  { freelancerId, currency, revision }: Pick<PayoutScheduleRow, 'freelancerId' | 'currency' | 'revision'>,
  change: Partial<PayoutScheduleRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payoutSchedules')
    .set(change)
    .where('freelancerId', '=', freelancerId)
    .where('currency', '=', currency)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Turns the page to the next day. @returns false when another process has done this one */
export async function advanceSchedule(
  trx: Executor,
  { freelancerId, currency, nextRunAt: from }: PayoutScheduleRow,
  nextRunAt: number | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payoutSchedules')
    .set({ nextRunAt })
    .where('freelancerId', '=', freelancerId)
    .where('currency', '=', currency)
    .where('nextRunAt', '=', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listDue(db: Executor, nowMs: number, limit: number): Promise<PayoutScheduleRow[]> {
  return db
    .selectFrom('payoutSchedules')
    .selectAll()
    .where('nextRunAt', '<=', nowMs)
    .orderBy('nextRunAt')
    .limit(limit)
    .execute();
}
