import type { Executor } from '../../platform/database/database.ts';
import { findRefund, findRefundByExternalId, listRefundsOf } from './store.ts';
import type { RefundRow } from './table.ts';

/** Of payments that the caller may see, the oldest first. */
export async function readRefunds(db: Executor, paymentIds: readonly string[]): Promise<RefundRow[]> {
  return paymentIds.length === 0 ? [] : listRefundsOf(db, paymentIds);
}

/** Known to exist: read by whoever was told of it. */
export async function readRefund(db: Executor, id: string): Promise<RefundRow> {
  const found = await findRefund(db, id);
  if (!found) throw new Error(`there is no refund ${id}`);
  return found;
}

export function refundByExternalId(db: Executor, processor: string, externalId: string) {
  return findRefundByExternalId(db, processor, externalId);
}
