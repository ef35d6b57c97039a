import type { Executor } from '../../platform/database/database.ts';
import type { ReturnReason } from './connects.ts';
import type { LotRow, LotUseRow, SpendRow, WalletRow } from './table.ts';

export function findWallet(db: Executor, freelancerId: string): Promise<WalletRow | undefined> {
  return db.selectFrom('connectsWallets').selectAll().where('freelancerId', '=', freelancerId).executeTakeFirst();
}

export async function insertWalletOnce(trx: Executor, row: WalletRow): Promise<void> {
  await trx
    .insertInto('connectsWallets')
    .values(row)
    .onConflict((conflict) => conflict.column('freelancerId').doNothing())
    .execute();
}

/** Until the transaction ends, nobody else takes a turn at this wallet. */
export function raiseTurns(trx: Executor, freelancerId: string): Promise<WalletRow> {
  return trx
    .updateTable('connectsWallets')
    .set((eb) => ({ turns: eb('turns', '+', 1) }))
    .where('freelancerId', '=', freelancerId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function setGrantedMonth(trx: Executor, freelancerId: string, month: string): Promise<void> {
  await trx
    .updateTable('connectsWallets')
    .set({ grantedMonth: month })
    .where('freelancerId', '=', freelancerId)
    .execute();
}

/** Wallets that lack the grant of `month`. */
export async function listWalletsToGrant(db: Executor, month: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('connectsWallets')
    .select('freelancerId')
    .where('grantedMonth', '<', month)
    .orderBy('grantedMonth')
    .limit(limit)
    .execute();
  return rows.map(({ freelancerId }) => freelancerId);
}

export async function insertLot(trx: Executor, row: LotRow): Promise<void> {
  await trx.insertInto('connectsLots').values(row).execute();
}

/** Lots with something left, in the order of spending. */
export function listLots(db: Executor, freelancerId: string): Promise<LotRow[]> {
  return (
    db
      .selectFrom('connectsLots')
      .selectAll()
      .where('freelancerId', '=', freelancerId)
      .where('remaining', '>', 0)
      .orderBy('expiresAt')
      .orderBy('acquiredAt')
      // Of those that came at one instant a grant goes before what was paid for.
      .orderBy('source')
      .orderBy('id')
      .execute()
  );
}

/** @returns false when so much is not left */
export async function takeFromLot(trx: Executor, id: string, amount: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsLots')
    .set((eb) => ({ remaining: eb('remaining', '-', amount) }))
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .where('remaining', '>=', amount)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when the lot has expired */
export async function giveBackToLot(trx: Executor, id: string, amount: number, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsLots')
    .set((eb) => ({ remaining: eb('remaining', '+', amount) }))
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .where('expiresAt', '>', nowMs)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns what was left and is gone; undefined when somebody else ended the lot */
export async function expireLot(trx: Executor, id: string, remaining: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsLots')
    .set({ state: 'expired', remaining: 0 })
    .where('id', '=', id)
    .where('state', '=', 'valid')
    .where('remaining', '=', remaining)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Owners of lots that have expired with something left. */
export async function listOwnersOfExpired(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('connectsLots')
    .select('freelancerId')
    .distinct()
    .where('expiresAt', '<=', nowMs)
    .where('remaining', '>', 0)
    .limit(limit)
    .execute();
  return rows.map(({ freelancerId }) => freelancerId);
}

/** Lots with something left that expire before `untilMs` and whose owner was not told. */
export function listUnwarnedLots(db: Executor, nowMs: number, untilMs: number, limit: number): Promise<LotRow[]> {
  return db
    .selectFrom('connectsLots')
    .selectAll()
    .where('expiresAt', '>', nowMs)
    .where('expiresAt', '<=', untilMs)
    .where('remaining', '>', 0)
    .where('warnedAt', 'is', null)
    .orderBy('expiresAt')
    .limit(limit)
    .execute();
}

/** @returns false when somebody else did */
export async function markWarned(trx: Executor, id: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsLots')
    .set({ warnedAt: nowMs })
    .where('id', '=', id)
    .where('warnedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertLotUses(trx: Executor, rows: readonly LotUseRow[]): Promise<void> {
  await trx.insertInto('connectsLotUses').values(rows).execute();
}

export function listLotUses(db: Executor, transferId: string): Promise<LotUseRow[]> {
  return db.selectFrom('connectsLotUses').selectAll().where('transferId', '=', transferId).orderBy('lotId').execute();
}

/** @returns false when this proposal was paid for already */
export async function insertSpendOnce(trx: Executor, row: SpendRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('connectsSpends')
    .values(row)
    .onConflict((conflict) => conflict.column('proposalId').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findSpend(db: Executor, proposalId: string): Promise<SpendRow | undefined> {
  return db.selectFrom('connectsSpends').selectAll().where('proposalId', '=', proposalId).executeTakeFirst();
}

/** @returns false when it came back already */
export async function markReturned(
  trx: Executor,
  proposalId: string,
  returnReason: ReturnReason,
  nowMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsSpends')
    .set({ returnedAt: nowMs, returnReason })
    .where('proposalId', '=', proposalId)
    .where('returnedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
