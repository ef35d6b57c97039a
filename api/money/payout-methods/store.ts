import type { Executor } from '../../platform/database/database.ts';
import type { PayoutMethodState } from './payout-method.ts';
import type { PayoutMethodRow } from './table.ts';

export async function insertMethod(trx: Executor, row: PayoutMethodRow): Promise<void> {
  await trx.insertInto('payoutMethods').values(row).execute();
}

export function findMethod(db: Executor, id: string): Promise<PayoutMethodRow | undefined> {
  return db.selectFrom('payoutMethods').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listByAccount(db: Executor, provider: string, accountToken: string): Promise<PayoutMethodRow[]> {
  return db
    .selectFrom('payoutMethods')
    .selectAll()
    .where('accountToken', '=', accountToken)
    .where('provider', '=', provider)
    .execute();
}

/** Those that were not removed, the oldest first. */
export function listMethods(db: Executor, freelancerId: string): Promise<PayoutMethodRow[]> {
  return db
    .selectFrom('payoutMethods')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('state', '<>', 'removed')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

export function listMethodsByIds(db: Executor, ids: readonly string[]): Promise<PayoutMethodRow[]> {
  return db.selectFrom('payoutMethods').selectAll().where('id', 'in', ids).execute();
}

/** @returns false when it was moved meanwhile */
export async function updateMethod(
  trx: Executor,
  id: string,
  from: readonly PayoutMethodState[],
  change: Partial<PayoutMethodRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payoutMethods')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listToOpen(db: Executor, nowMs: number, limit: number): Promise<PayoutMethodRow[]> {
  return db
    .selectFrom('payoutMethods')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('usableAt', '<=', nowMs)
    .orderBy('usableAt')
    .limit(limit)
    .execute();
}

/** Blocked for their holder's name: what an operator decides. The oldest first. */
export function listBlocked(db: Executor, limit: number): Promise<PayoutMethodRow[]> {
  return db
    .selectFrom('payoutMethods')
    .selectAll()
    .where('state', '=', 'blocked')
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}
