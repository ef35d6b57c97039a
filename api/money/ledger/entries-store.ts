import type { Executor } from '../../platform/database/database.ts';
import type { AccountRef } from './ledger.ts';
import type { LedgerAccountRow } from './table.ts';

export function listTransferEntries(db: Executor, transferIds: readonly string[]) {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select([
      'ledgerEntries.transferId',
      'ledgerAccounts.kind',
      'ledgerAccounts.ownerId',
      'ledgerEntries.amountMinor',
      'ledgerEntries.currency',
      'ledgerEntries.occurredAt',
      'ledgerSettlements.outcome',
    ])
    .where('ledgerEntries.transferId', 'in', transferIds)
    .orderBy('ledgerEntries.transferId')
    .orderBy('ledgerEntries.position')
    .execute();
}

/** One a currency. */
export function listAccountsOf(db: Executor, { kind, ownerId }: AccountRef): Promise<LedgerAccountRow[]> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where('kind', '=', kind)
    .where('ownerId', '=', ownerId)
    .orderBy('currency')
    .execute();
}

/** What was posted on an account by an instant, all together. */
export async function sumPostedUntil(
  db: Executor,
  account: AccountRef,
  currency: string,
  untilMs: number,
): Promise<number> {
  const { sum } = await postedOn(db, account, currency)
    .select((eb) => eb.fn.sum<number | null>('ledgerEntries.amountMinor').as('sum'))
    .where('ledgerSettlements.settledAt', '<=', untilMs)
    .executeTakeFirstOrThrow();
  return sum ?? 0;
}

/** One by one, from after one instant up to another. */
export function listPostedBetween(
  db: Executor,
  account: AccountRef,
  currency: string,
  afterMs: number,
  untilMs: number,
): Promise<{ amountMinor: number; settledAt: number }[]> {
  return postedOn(db, account, currency)
    .select(['ledgerEntries.amountMinor', 'ledgerSettlements.settledAt'])
    .where('ledgerSettlements.settledAt', '>', afterMs)
    .where('ledgerSettlements.settledAt', '<=', untilMs)
    .orderBy('ledgerSettlements.settledAt')
    .execute();
}

function postedOn(db: Executor, { kind, ownerId }: AccountRef, currency: string) {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .innerJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .where('ledgerAccounts.kind', '=', kind)
    .where('ledgerAccounts.ownerId', '=', ownerId)
    .where('ledgerAccounts.currency', '=', currency)
    .where('ledgerSettlements.outcome', '=', 'posted');
}
