import type { Executor } from '../../../platform/database/database.ts';
import type { SandboxChargeRow } from './table.ts';

export async function insertChargeOnce(db: Executor, row: SandboxChargeRow): Promise<void> {
  await db
    .insertInto('sandboxCharges')
    .values(row)
    .onConflict((conflict) => conflict.column('idempotencyKey').doNothing())
    .execute();
}

export function findCharge(
  db: Executor,
  column: 'idempotencyKey' | 'externalId',
  value: string,
): Promise<SandboxChargeRow | undefined> {
  return db.selectFrom('sandboxCharges').selectAll().where(column, '=', value).executeTakeFirst();
}

export function listCharges(db: Executor, externalIds: readonly string[]): Promise<SandboxChargeRow[]> {
  return db.selectFrom('sandboxCharges').selectAll().where('externalId', 'in', externalIds).execute();
}

/** @returns false when its payer has answered already */
export async function answerCharge(
  db: Executor,
  externalId: string,
  change: Pick<SandboxChargeRow, 'refusal' | 'decidesAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('sandboxCharges')
    .set({ ...change, isWaiting: 0 })
    .where('externalId', '=', externalId)
    .where('isWaiting', '=', 1)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Decided since whoever charged was answered. */
export function listChargesToTell(db: Executor, nowMs: number, limit: number): Promise<SandboxChargeRow[]> {
  return db
    .selectFrom('sandboxCharges')
    .selectAll()
    .where('isTold', '=', 0)
    .where('isWaiting', '=', 0)
    .where('decidesAt', '<=', nowMs)
    .orderBy('decidesAt')
    .limit(limit)
    .execute();
}

export async function markChargeTold(db: Executor, externalId: string): Promise<void> {
  await db.updateTable('sandboxCharges').set({ isTold: 1 }).where('externalId', '=', externalId).execute();
}

/** Charged so long ago with such a card, and not taken back yet. */
export function listChargesToDispute(
  db: Executor,
  card: string,
  chargedBefore: number,
  limit: number,
): Promise<SandboxChargeRow[]> {
  return db
    .selectFrom('sandboxCharges')
    .selectAll('sandboxCharges')
    .leftJoin('sandboxDisputes', 'sandboxDisputes.chargeId', 'sandboxCharges.externalId')
    .where('sandboxDisputes.externalId', 'is', null)
    .where('card', '=', card)
    .where('isWaiting', '=', 0)
    .where('sandboxCharges.decidesAt', '<=', chargedBefore)
    .limit(limit)
    .execute();
}
