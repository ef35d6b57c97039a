import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { LedgerDeps } from './post-transfer.ts';
import * as store from './store.ts';

/**
 * Posts or voids what holdTransfer held, once: whoever comes second is refused and has changed nothing.
 * @param externalId the processor's id of what happened there
 * @throws 409 transfer_settled, external_id_used
 */
export async function settleTransfer(
  trx: Executor,
  { clock }: LedgerDeps,
  transferId: string,
  outcome: 'posted' | 'voided',
  externalId: string | null = null,
): Promise<void> {
  const settledAt = clock.now();
  if (!(await store.insertSettlementOnce(trx, { transferId, outcome, externalId, settledAt })))
    throw (await store.findSettlement(trx, transferId)) ? transferSettled() : externalIdUsed();

  const entries = await store.listEntries(trx, transferId);
  for (const { accountId, amountMinor, isGuarded } of entries.toSorted((a, b) =>
    a.accountId < b.accountId ? -1 : 1,
  )) {
    if (!isGuarded) continue;
    const postedBy = outcome === 'posted' ? amountMinor : 0;
    const isChanged = await store.changeBalance(trx, accountId, { postedBy, heldBy: Math.min(0, amountMinor) });
    if (!isChanged) throw new Error(`the ledger account ${accountId} does not hold what ${transferId} says`);
  }
}

const transferSettled = () =>
  conflict('transfer_settled', 'This was settled already; nothing was moved again. Look at it once more.');
const externalIdUsed = () =>
  conflict('external_id_used', 'The processor’s id belongs to another transfer; nothing was moved.');
