import type { Executor } from '../../platform/database/database.ts';
import type { AccountRef, TransferState } from './ledger.ts';
import * as store from './store.ts';

export type Balance = {
  /** What can be given now. */
  availableMinor: number;
  /** Promised to transfers that are pending. */
  heldMinor: number;
};

/** Of a guarded account. */
export async function readBalance(db: Executor, account: AccountRef, currency: string): Promise<Balance> {
  const found = await store.findAccount(db, account, currency);
  return found ? balanceOf(found) : { availableMinor: 0, heldMinor: 0 };
}

function balanceOf({ postedMinor, heldMinor }: { postedMinor: number; heldMinor: number }): Balance {
  return { availableMinor: postedMinor - heldMinor, heldMinor };
}

/** Of all guarded accounts of one kind in batches, by owner: for proofs. */
export async function* readAllBalances(
  db: Executor,
  kind: AccountRef['kind'],
  currency: string,
  batchSize = 500,
): AsyncGenerator<Map<string, Balance>> {
  for (let lastOwner = ''; ; ) {
    const accounts = await store.listAccountsAfter(db, kind, currency, lastOwner, batchSize);
    const last = accounts.at(-1);
    if (!last) return;
    lastOwner = last.ownerId;
    yield new Map(accounts.map((account) => [account.ownerId, balanceOf(account)]));
  }
}

/** Of an account without a running balance; reads all of its entries. */
export async function readSum(db: Executor, account: AccountRef, currency: string): Promise<number> {
  const found = await store.findAccount(db, account, currency);
  return found ? store.sumPosted(db, found.id) : 0;
}

export type StatementLine = {
  transferId: string;
  kind: string;
  state: TransferState;
  tenantId: string | null;
  contractId: string | null;
  subject: { kind: string; id: string };
  details: Record<string, unknown>;
  amountMinor: number;
  occurredAtMs: number;
};

/** Where a page of a statement ended. */
export type StatementPlace = { occurredAt: number; id: string };

/** The newest first. */
export async function readStatement(
  db: Executor,
  account: AccountRef,
  currency: string,
  after: StatementPlace | undefined,
  limit: number,
): Promise<{ lines: StatementLine[]; next: StatementPlace | undefined }> {
  const found = await store.findAccount(db, account, currency);
  const rows = found ? await store.listStatement(db, found.id, after, limit + 1) : [];
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    lines: page.map((row) => ({
      transferId: row.id,
      kind: row.kind,
      state: row.outcome ?? 'pending',
      tenantId: row.tenantId,
      contractId: row.contractId,
      subject: { kind: row.subjectKind, id: row.subjectId },
      details: JSON.parse(row.details),
      amountMinor: row.amountMinor,
      occurredAtMs: row.occurredAt,
    })),
    next: rows.length > limit && last ? { occurredAt: last.occurredAt, id: last.id } : undefined,
  };
}

/** Of the effect that a key names, once it was recorded. */
export async function readTransferId(db: Executor, key: string): Promise<string | undefined> {
  return (await store.findTransferByKey(db, key))?.id;
}

/** How transfers stand, for proofs of the slices that made them; a missing one is pending or unknown. */
export async function readOutcomes(
  db: Executor,
  transferIds: readonly string[],
): Promise<Map<string, { outcome: 'posted' | 'voided'; externalId: string | null }>> {
  if (transferIds.length === 0) return new Map();
  const rows = await store.listSettlements(db, transferIds);
  return new Map(rows.map((row) => [row.transferId, row]));
}

/** Those in which somebody has an account of one of these kinds, in order. */
export function readCurrencies(db: Executor, kinds: readonly AccountRef['kind'][], ownerId: string): Promise<string[]> {
  return store.listCurrencies(db, kinds, ownerId);
}
