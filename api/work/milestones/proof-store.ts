import type { Executor } from '../../platform/database/database.ts';
import { inEscrowStates } from './milestone.ts';
import type { MilestoneRow } from './table.ts';

/* For proofs, over every tenant. */

export async function listCurrencies(db: Executor): Promise<string[]> {
  const rows = await db.selectFrom('milestones').select('currency').distinct().orderBy('currency').execute();
  return rows.map(({ currency }) => currency);
}

export function listByIds(db: Executor, ids: readonly string[], currency: string): Promise<MilestoneRow[]> {
  return db.selectFrom('milestones').selectAll().where('id', 'in', ids).where('currency', '=', currency).execute();
}

export async function countInEscrow(db: Executor, currency: string): Promise<number> {
  const { count } = await db
    .selectFrom('milestones')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('currency', '=', currency)
    .where('state', 'in', inEscrowStates)
    .executeTakeFirstOrThrow();
  return Number(count);
}
