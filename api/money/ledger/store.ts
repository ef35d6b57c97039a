import type { Executor } from '../../platform/database/database.ts';
import type { AccountRef } from './ledger.ts';
import type { LedgerAccountRow, LedgerEntryRow, LedgerSettlementRow, LedgerTransferRow } from './table.ts';

/* An account names its owner, a transfer its tenant: whoever asks was let through to them before. */

export function findAccount(
  db: Executor,
  { kind, ownerId }: AccountRef,
  currency: string,
): Promise<LedgerAccountRow | undefined> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where('kind', '=', kind)
    .where('ownerId', '=', ownerId)
    .where('currency', '=', currency)
    .executeTakeFirst();
}

/** Those of several that are there already, in one look. */
export function listAccounts(
  db: Executor,
  wanted: readonly { account: AccountRef; currency: string }[],
): Promise<LedgerAccountRow[]> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where((eb) =>
      eb.or(
        wanted.map(({ account, currency }) =>
          eb.and([eb('kind', '=', account.kind), eb('ownerId', '=', account.ownerId), eb('currency', '=', currency)]),
        ),
      ),
    )
    .execute();
}

/** Of one kind, by owner. */
export function listAccountsAfter(
  db: Executor,
  kind: AccountRef['kind'],
  currency: string,
  ownerId: string,
  limit: number,
): Promise<LedgerAccountRow[]> {
  return db
    .selectFrom('ledgerAccounts')
    .selectAll()
    .where('kind', '=', kind)
    .where('currency', '=', currency)
    .where('ownerId', '>', ownerId)
    .orderBy('ownerId')
    .limit(limit)
    .execute();
}

export async function insertAccountOnce(trx: Executor, row: LedgerAccountRow): Promise<void> {
  await trx
    .insertInto('ledgerAccounts')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'ownerId', 'currency']).doNothing())
    .execute();
}

/** @returns false when it would leave less than nothing, or less than what is held */
export async function changeBalance(
  trx: Executor,
  id: string,
  { postedBy, heldBy }: { postedBy: number; heldBy: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('ledgerAccounts')
    .set((eb) => ({ postedMinor: eb('postedMinor', '+', postedBy), heldMinor: eb('heldMinor', '+', heldBy) }))
    .where('id', '=', id)
    .where((eb) =>
      eb.and([
        eb(eb('postedMinor', '+', postedBy), '>=', eb('heldMinor', '+', heldBy)),
        eb(eb('heldMinor', '+', heldBy), '>=', 0),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when its key was used before, also when two race */
export async function insertTransferOnce(trx: Executor, row: LedgerTransferRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ledgerTransfers')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertEntries(trx: Executor, rows: readonly LedgerEntryRow[]): Promise<void> {
  await trx.insertInto('ledgerEntries').values(rows).execute();
}

/** @returns false when the transfer is settled already or the external id was used */
export async function insertSettlementOnce(trx: Executor, row: LedgerSettlementRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ledgerSettlements')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findTransferByKey(db: Executor, key: string): Promise<LedgerTransferRow | undefined> {
  return db.selectFrom('ledgerTransfers').selectAll().where('key', '=', key).executeTakeFirst();
}

export function findSettlement(db: Executor, transferId: string): Promise<LedgerSettlementRow | undefined> {
  return db.selectFrom('ledgerSettlements').selectAll().where('transferId', '=', transferId).executeTakeFirst();
}

export function listSettlements(db: Executor, transferIds: readonly string[]): Promise<LedgerSettlementRow[]> {
  return db.selectFrom('ledgerSettlements').selectAll().where('transferId', 'in', transferIds).execute();
}

/** Of one transfer, with the accounts they touch. */
export function listEntries(db: Executor, transferId: string) {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .select(['accountId', 'amountMinor', 'isGuarded'])
    .where('transferId', '=', transferId)
    .execute();
}

export type StatementRow = LedgerTransferRow & {
  amountMinor: number;
  outcome: 'posted' | 'voided' | null;
};

/** Of one account, the newest first, from below `after` on. */
export function listStatement(
  db: Executor,
  accountId: string,
  after: { occurredAt: number; id: string } | undefined,
  limit: number,
): Promise<StatementRow[]> {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerTransfers', 'ledgerTransfers.id', 'ledgerEntries.transferId')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .selectAll('ledgerTransfers')
    .select(['ledgerEntries.amountMinor', 'ledgerSettlements.outcome'])
    .where('ledgerEntries.accountId', '=', accountId)
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('ledgerEntries.occurredAt', '<', after!.occurredAt),
          eb.and([
            eb('ledgerEntries.occurredAt', '=', after!.occurredAt),
            eb('ledgerEntries.transferId', '<', after!.id),
          ]),
        ]),
      ),
    )
    .orderBy('ledgerEntries.occurredAt', 'desc')
    .orderBy('ledgerEntries.transferId', 'desc')
    .limit(limit)
    .execute();
}

/** What came to an account without a running balance, less what went. */
export async function sumPosted(db: Executor, accountId: string): Promise<number> {
  const { sum } = await db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select((eb) => eb.fn.sum<number>('amountMinor').as('sum'))
    .where('accountId', '=', accountId)
    .where('outcome', '=', 'posted')
    .executeTakeFirstOrThrow();
  return sum ?? 0;
}

export async function listCurrencies(
  db: Executor,
  kinds: readonly AccountRef['kind'][],
  ownerId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('ledgerAccounts')
    .select('currency')
    .distinct()
    .where('kind', 'in', kinds)
    .where('ownerId', '=', ownerId)
    .orderBy('currency')
    .execute();
  return rows.map(({ currency }) => currency);
}
