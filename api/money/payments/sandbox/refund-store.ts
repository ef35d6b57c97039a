import type { Executor } from '../../../platform/database/database.ts';
import type { SandboxRefundRow } from './table.ts';

export async function insertRefund(trx: Executor, row: SandboxRefundRow): Promise<void> {
  await trx.insertInto('sandboxRefunds').values(row).execute();
}

export function findRefund(
  db: Executor,
  column: 'idempotencyKey' | 'externalId',
  value: string,
): Promise<SandboxRefundRow | undefined> {
  return db.selectFrom('sandboxRefunds').selectAll().where(column, '=', value).executeTakeFirst();
}

/** Those that failed count no more. */
export async function sumRefunded(db: Executor, chargeId: string): Promise<number> {
  const { sum } = await db
    .selectFrom('sandboxRefunds')
    .select((eb) => eb.fn.sum<number>('amountMinor').as('sum'))
    .where('chargeId', '=', chargeId)
    .where('refusal', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

export function listRefundsByIds(db: Executor, externalIds: readonly string[]): Promise<SandboxRefundRow[]> {
  return db.selectFrom('sandboxRefunds').selectAll().where('externalId', 'in', externalIds).execute();
}

/** Decided since whoever asked was answered. */
export function listRefundsToTell(db: Executor, nowMs: number, limit: number): Promise<SandboxRefundRow[]> {
  return db
    .selectFrom('sandboxRefunds')
    .selectAll()
    .where('isTold', '=', 0)
    .where('decidesAt', '<=', nowMs)
    .limit(limit)
    .execute();
}

export async function markRefundTold(db: Executor, externalId: string): Promise<void> {
  await db.updateTable('sandboxRefunds').set({ isTold: 1 }).where('externalId', '=', externalId).execute();
}
