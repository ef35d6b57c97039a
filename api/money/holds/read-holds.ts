import type { Executor } from '../../platform/database/database.ts';
import type { HoldSubject } from './hold.ts';
import { findPlaced, listPlacedOf, selectHoldsOn } from './store.ts';
import type { HoldRow } from './table.ts';

export type Hold = HoldRow;

/** Those that stand, of freelancers and of their payouts. */
export async function readPlacedHolds(db: Executor, freelancerIds: readonly string[]): Promise<Hold[]> {
  return freelancerIds.length === 0 ? [] : listPlacedOf(db, freelancerIds);
}

export function findPlacedHold(db: Executor, subject: HoldSubject): Promise<Hold | undefined> {
  return findPlaced(db, subject);
}

/** For a query of payouts: `eb.exists(holdsOn(eb))`, of their own or of their freelancer. */
export const holdsOn = selectHoldsOn;
