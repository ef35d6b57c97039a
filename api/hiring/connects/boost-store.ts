import type { Executor } from '../../platform/database/database.ts';
import type { BoostState } from './connects.ts';
import type { AuctionRow, BoostRow } from './table.ts';

/** Until the transaction ends, nobody else bids on this post. */
export async function takeAuctionTurn(trx: Executor, row: AuctionRow): Promise<void> {
  await trx
    .insertInto('connectsAuctions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('jobPostId').doUpdateSet((eb) => ({ turns: eb('connectsAuctions.turns', '+', 1) })),
    )
    .execute();
}

export function findBoost(db: Executor, proposalId: string): Promise<BoostRow | undefined> {
  return db.selectFrom('connectsBoosts').selectAll().where('proposalId', '=', proposalId).executeTakeFirst();
}

export async function putBoost(trx: Executor, row: BoostRow): Promise<void> {
  const { proposalId: _, ...change } = row;
  await trx
    .insertInto('connectsBoosts')
    .values(row)
    .onConflict((conflict) => conflict.column('proposalId').doUpdateSet(change))
    .execute();
}

/** Boosts of a post in these states, the highest bid first; of equal ones the earlier. */
export function listBoosts(db: Executor, jobPostId: string, states: readonly BoostState[]): Promise<BoostRow[]> {
  return db
    .selectFrom('connectsBoosts')
    .selectAll()
    .where('jobPostId', '=', jobPostId)
    .where('state', 'in', states)
    .orderBy('amount', 'desc')
    .orderBy('bidAt')
    .orderBy('proposalId')
    .execute();
}

/** @returns false when somebody else moved it */
export async function moveBoost(
  trx: Executor,
  proposalId: string,
  from: readonly BoostState[],
  change: Pick<BoostRow, 'state' | 'settledAt'> & Partial<BoostRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('connectsBoosts')
    .set(change)
    .where('proposalId', '=', proposalId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
