import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { findMethod, listBlocked, listMethods, listMethodsByIds } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

export type PayoutMethod = PayoutMethodRow;

/** @throws 404 also for somebody else's */
export async function getOwnMethod(db: Executor, freelancerId: string, id: string): Promise<PayoutMethodRow> {
  const row = await findMethod(db, id);
  if (!row || row.freelancerId !== freelancerId) throw notFound();
  return row;
}

/** By id, of whoever's: for rails that pay them. */
export async function readMethods(db: Executor, ids: readonly string[]): Promise<Map<string, PayoutMethodRow>> {
  const rows = ids.length === 0 ? [] : await listMethodsByIds(db, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What an operator is to decide on. */
export function readBlockedMethods(db: Executor, limit: number): Promise<PayoutMethodRow[]> {
  return listBlocked(db, limit);
}

export async function hasUsableMethod(db: Executor, freelancerId: string): Promise<boolean> {
  return (await listMethods(db, freelancerId)).some(({ state }) => state === 'usable');
}
