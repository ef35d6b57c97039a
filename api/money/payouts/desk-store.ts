import type { Executor } from '../../platform/database/database.ts';
import type { HoldsOn } from './store.ts';
import type { PayoutRow } from './table.ts';

export function listEnded(db: Executor, sinceMs: number, limit: number): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('state', 'in', ['failed', 'returned'])
    .where('endedAt', '>=', sinceMs)
    .orderBy('endedAt', 'desc')
    .limit(limit)
    .execute();
}

/** Stopped by a hold before a rail was asked. */
export function listHeld(db: Executor, holdsOn: HoldsOn, limit: number): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('state', '=', 'requested')
    .where('askedUntil', 'is', null)
    .where((eb) => eb.exists(holdsOn(eb)))
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}

/** Wires that wait for a file and that no hold stops, the oldest first. */
export function listWaitingWires(
  db: Executor,
  holdsOn: HoldsOn,
  currency: string | undefined,
  limit: number,
): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('state', '=', 'requested')
    .where('rail', '=', 'wire')
    .where('batchId', 'is', null)
    .$if(currency !== undefined, (query) => query.where('currency', '=', currency!))
    .where((eb) => eb.not(eb.exists(holdsOn(eb))))
    .orderBy('createdAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A rail has had them for long and has not decided. */
export function listLate(db: Executor, askedBeforeMs: number, limit: number): Promise<PayoutRow[]> {
  return db
    .selectFrom('payouts')
    .selectAll()
    .where('state', 'in', ['requested', 'submitted'])
    .where('rail', '<>', 'wire')
    .where('askedUntil', 'is not', null)
    .where('createdAt', '<', askedBeforeMs)
    .orderBy('createdAt')
    .limit(limit)
    .execute();
}
