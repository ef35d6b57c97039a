import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import type { PayoutState } from './payout.ts';
import type { PayoutRow } from './table.ts';

/** The holds that stand on a payout, as a part of a query; another slice's. */
export type HoldsOn = (
  eb: ExpressionBuilder<Tables, 'payouts'>,
) => SelectQueryBuilder<Tables, 'payouts' | 'holds', { id: string }>;

export async function insertPayout(trx: Executor, row: PayoutRow): Promise<void> {
  await trx.insertInto('payouts').values(row).execute();
}

export function findPayout(db: Executor, id: string): Promise<PayoutRow | undefined> {
  return db.selectFrom('payouts').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findByExternalId(db: Executor, provider: string, externalId: string): Promise<PayoutRow | undefined> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('externalId', '=', externalId)
    .where('provider', '=', provider)
    .executeTakeFirst();
}

/** @returns false when somebody else moved it */
export async function updatePayout(
  trx: Executor,
  id: string,
  from: readonly PayoutState[],
  change: Partial<PayoutRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payouts')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false once a rail was asked or a file has it */
export async function updateUnasked(trx: Executor, id: string, change: Partial<PayoutRow>): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payouts')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'requested')
    .where('askedUntil', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Takes the turn to ask the rail. The first one only while no hold stands: from then on the rail may have it, and
 * nobody cancels any more.
 * @returns false when it is somebody else's turn, it was moved, or it is held
 */
export async function claimPayout(
  trx: Executor,
  holdsOn: HoldsOn,
  id: string,
  nowMs: number,
  untilMs: number,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payouts')
    .set({ askedUntil: untilMs })
    .where('id', '=', id)
    .where('nextLookAt', 'is not', null)
    .where((eb) =>
      eb.or([eb('askedUntil', '<=', nowMs), eb.and([eb('askedUntil', 'is', null), eb.not(eb.exists(holdsOn(eb)))])]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Those whose rail is to be asked, and that no hold stops. */
export async function listToLookAt(db: Executor, holdsOn: HoldsOn, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('payouts')
    .select('id')
    .where('nextLookAt', '<=', nowMs)
    .where((eb) => eb.or([eb('askedUntil', 'is not', null), eb.not(eb.exists(holdsOn(eb)))]))
    .orderBy('nextLookAt')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** The newest first, from below `after` on. */
export function listPayouts(
  db: Executor,
  freelancerId: string,
  after: { createdAt: number; id: string } | undefined,
  limit: number,
): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('createdAt', '<', after!.createdAt),
          eb.and([eb('createdAt', '=', after!.createdAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What is on its way to somebody, the oldest first. */
export function listUnderWay(db: Executor, freelancerId: string): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('state', 'in', ['requested', 'submitted'])
    .orderBy('createdAt')
    .execute();
}

/** What has arrived and stayed there. */
export function listPaid(db: Executor, freelancerId: string, sinceMs = 0): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('state', '=', 'paid')
    .where('paidAt', '>=', sinceMs)
    .orderBy('paidAt')
    .execute();
}

export function listPayoutsAfter(db: Executor, id: string, limit: number): Promise<PayoutRow[]> {
  return db.selectFrom('payouts').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}
