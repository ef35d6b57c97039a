import type { Executor } from '../../platform/database/database.ts';
import { listWaiting } from './store.ts';
import type { PaymentRequestRow } from './table.ts';

/** Of contracts that the caller may see: what waits for a yes or is about to be paid after it, the oldest first. */
export function readWaitingPayments(
  db: Executor,
  contractIds: readonly string[],
): Promise<(PaymentRequestRow & { approvalId: string })[]> {
  return listWaiting(db, contractIds);
}

/** Approvals that fundings wait for, by milestone. */
export async function readFundingApprovals(
  db: Executor,
  contractIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const waiting = await listWaiting(db, contractIds);
  return new Map(waiting.flatMap(({ milestoneId, approvalId }) => (milestoneId ? [[milestoneId, approvalId]] : [])));
}
