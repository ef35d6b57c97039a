import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';

/* One statement each, so that each sees the database at one instant. */

/** Transfers whose entries of one currency do not sum to zero. */
export function listUnbalanced(db: Executor) {
  return db
    .selectFrom('ledgerEntries')
    .select((eb) => ['transferId', 'currency', eb.fn.sum<number>('amountMinor').as('sum')])
    .groupBy(['transferId', 'currency'])
    .having((eb) => eb.fn.sum('amountMinor'), '<>', 0)
    .execute();
}

/** Transfers without entries: they moved nothing, yet stand for something. */
export function listEmptyTransfers(db: Executor) {
  return db
    .selectFrom('ledgerTransfers')
    .leftJoin('ledgerEntries', 'ledgerEntries.transferId', 'ledgerTransfers.id')
    .select('ledgerTransfers.id')
    .where('ledgerEntries.transferId', 'is', null)
    .execute();
}

/** Guarded accounts whose running balances are not what their entries say, or are below zero. */
export function listWrongAccounts(db: Executor) {
  const sums = db
    .selectFrom('ledgerEntries')
    .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select([
      'accountId',
      sql<number>`sum(case when outcome = 'posted' then "amountMinor" else 0 end)`.as('posted'),
      sql<number>`sum(case when outcome is null and "amountMinor" < 0 then -"amountMinor" else 0 end)`.as('held'),
    ])
    .groupBy('accountId')
    .as('sums');
  return db
    .selectFrom('ledgerAccounts')
    .leftJoin(sums, 'sums.accountId', 'ledgerAccounts.id')
    .select(['id', 'kind', 'ownerId', 'postedMinor', 'heldMinor', 'sums.posted', 'sums.held'])
    .where('isGuarded', '=', 1)
    .where((eb) =>
      eb.or([
        eb('postedMinor', '<>', eb.fn.coalesce('sums.posted', eb.lit(0))),
        eb('heldMinor', '<>', eb.fn.coalesce('sums.held', eb.lit(0))),
        eb('heldMinor', '<', 0),
        eb('postedMinor', '<', eb.ref('heldMinor')),
      ]),
    )
    .execute();
}

/** Entries in another currency than their account's. */
export function listMixedEntries(db: Executor) {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerAccounts', 'ledgerAccounts.id', 'ledgerEntries.accountId')
    .select(['transferId', 'accountId'])
    .whereRef('ledgerEntries.currency', '<>', 'ledgerAccounts.currency')
    .execute();
}

export function listReusedExternalIds(db: Executor) {
  return db
    .selectFrom('ledgerSettlements')
    .select('externalId')
    .where('externalId', 'is not', null)
    .groupBy('externalId')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .execute();
}

export async function countLedger(db: Executor): Promise<{ transfers: number; accounts: number }> {
  const count = (table: 'ledgerTransfers' | 'ledgerAccounts') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
  const [transfers, accounts] = await Promise.all([count('ledgerTransfers'), count('ledgerAccounts')]);
  return { transfers: transfers.count, accounts: accounts.count };
}
