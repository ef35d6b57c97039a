import type { Executor } from '../../platform/database/database.ts';
import { setDisputed } from './store.ts';

/** While a bank has it, and for good where the bank keeps it: nothing of it is given back. */
export function markDisputed(trx: Executor, paymentId: string, isDisputed: boolean): Promise<void> {
  return setDisputed(trx, paymentId, isDisputed);
}
