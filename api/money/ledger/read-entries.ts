import type { Executor } from '../../platform/database/database.ts';
import * as store from './entries-store.ts';
import type { AccountKind, AccountRef, TransferState } from './ledger.ts';
import { listSettlements } from './store.ts';

export type TransferEntry = {
  transferId: string;
  account: AccountRef;
  amountMinor: number;
  currency: string;
  occurredAtMs: number;
  state: TransferState;
};

/** Of these transfers, in their order; whoever asks was let through to what they are for. */
export async function readTransferEntries(db: Executor, transferIds: readonly string[]): Promise<TransferEntry[]> {
  if (transferIds.length === 0) return [];
  const rows = await store.listTransferEntries(db, transferIds);
  return rows.map(({ transferId, kind, ownerId, amountMinor, currency, occurredAt, outcome }) => ({
    transferId,
    account: { kind, ownerId },
    amountMinor,
    currency,
    occurredAtMs: occurredAt,
    state: outcome ?? 'pending',
  }));
}

/** When the ledger posted or voided these transfers, by id, in epoch ms; what is pending has no entry. */
export async function readSettledAt(
  db: Executor,
  transferIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (transferIds.length === 0) return new Map();
  const settlements = await listSettlements(db, transferIds);
  return new Map(settlements.map(({ transferId, settledAt }) => [transferId, settledAt]));
}

export type OwnBalance = { currency: string; availableMinor: number; heldMinor: number };

/** Of one owner's guarded accounts of a kind, one a currency. */
export async function readBalancesOf(db: Executor, kind: AccountKind, ownerId: string): Promise<OwnBalance[]> {
  const rows = await store.listAccountsOf(db, { kind, ownerId });
  return rows.map(({ currency, postedMinor, heldMinor }) => ({
    currency,
    availableMinor: postedMinor - heldMinor,
    heldMinor,
  }));
}

/** What an account had right after each of these instants, posted entries only. */
export async function readBalancesAt(
  db: Executor,
  account: AccountRef,
  currency: string,
  instantsMs: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const ascending = [...new Set(instantsMs)].toSorted((one, other) => one - other);
  const [oldest, newest] = [ascending[0], ascending.at(-1)];
  if (oldest === undefined || newest === undefined) return new Map();
  let balanceMinor = await store.sumPostedUntil(db, account, currency, oldest);
  const later = await store.listPostedBetween(db, account, currency, oldest, newest);
  let next = 0;
  return new Map(
    ascending.map((atMs) => {
      for (; next < later.length && later[next]!.settledAt <= atMs; next++) balanceMinor += later[next]!.amountMinor;
      return [atMs, balanceMinor];
    }),
  );
}
