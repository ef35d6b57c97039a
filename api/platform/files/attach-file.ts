import type { Clock } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { markDetached, markImageAttached } from './store.ts';

/**
 * Keeps an image for good, in the transaction that points at it.
 * @returns false when it is attached already, removed or somebody else's
 */
export function attachFile(trx: Executor, clock: Clock, fileId: string, ownerId: string): Promise<boolean> {
  return markImageAttached(trx, fileId, ownerId, clock.now());
}

/** Leaves the bytes to the sweep: they must outlive a transaction that is rolled back. */
export function detachFile(trx: Executor, fileId: string): Promise<void> {
  return markDetached(trx, fileId);
}
