import { PostgresAdapter, sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';
import { accountKinds } from './ledger.ts';

/* Sets, not rows: a million entries are verified by the database, which hands out only what is wrong, the first of it. */

const wrongMax = 100;
const guardedKinds = Object.entries(accountKinds).flatMap(([kind, { isGuarded }]) => (isGuarded ? [kind] : []));

/** Transfers whose entries of one currency do not sum to zero. */
export function listUnbalanced(db: Executor) {
  return db
    .selectFrom('ledgerEntries')
    .select((eb) => [
      // An expression: looking each row up by the index of transfers takes twice as long as sorting them all.
      sql<string>`"transferId" || ''`.as('transfer'),
      'currency',
      eb.fn.sum<number>('amountMinor').as('sum'),
      eb.fn.min('occurredAt').as('occurredAt'),
    ])
    .groupBy(['transfer', 'currency'])
    .having((eb) => eb.fn.sum('amountMinor'), '<>', 0)
    .orderBy('occurredAt')
    .limit(wrongMax)
    .execute();
}

/**
 * Transfers without entries (they moved nothing, yet stand for something), entries and settlements of none, entries
 * at another instant than their transfer, settlements from before it.
 */
export function listTorn(db: Executor) {
  const column = (name: string | null) =>
    name === null ? sql<number | null>`cast(null as bigint)` : sql<number | null>`${sql.ref(name)}`;
  const each = db
    .selectFrom('ledgerTransfers')
    .select(['id', column('occurredAt').as('madeAt'), column(null).as('entryAt'), column(null).as('settledAt')])
    .unionAll(
      db
        .selectFrom('ledgerEntries')
        .select([
          'transferId as id',
          column(null).as('madeAt'),
          column('occurredAt').as('entryAt'),
          column(null).as('settledAt'),
        ]),
    )
    .unionAll(
      db
        .selectFrom('ledgerSettlements')
        .select([
          'transferId as id',
          column(null).as('madeAt'),
          column(null).as('entryAt'),
          column('settledAt').as('settledAt'),
        ]),
    );
  return db
    .selectFrom(
      db
        .selectFrom(each.as('each'))
        .select((eb) => [
          'id',
          eb.fn.min('madeAt').as('madeAt'),
          eb.fn.min('entryAt').as('earliest'),
          eb.fn.max('entryAt').as('latest'),
          eb.fn.min('settledAt').as('settledAt'),
        ])
        .groupBy('id')
        .as('transfers'),
    )
    .selectAll()
    .where((eb) =>
      eb.or([
        eb('madeAt', 'is', null),
        eb('earliest', 'is', null),
        eb('earliest', '<>', eb.ref('madeAt')),
        eb('latest', '<>', eb.ref('madeAt')),
        eb('settledAt', '<', eb.ref('madeAt')),
      ]),
    )
    .orderBy('madeAt')
    .limit(wrongMax)
    .execute();
}

/**
 * Accounts whose running balances are not what their entries say, or are below zero; accounts that keep none where
 * their kind must, or keep one where it must not; accounts of one currency with entries of another.
 */
export function listWrongAccounts(db: Executor) {
  // All entries, less those that are not posted: of these there are few, so that no settlement is looked up for most.
  const sums = db
    .selectFrom(
      db
        .selectFrom('ledgerEntries')
        .select([
          sql<string>`"accountId" || ''`.as('accountId'),
          'currency',
          'amountMinor as posted',
          sql<number>`0`.as('held'),
        ])
        .unionAll(
          db
            .selectFrom('ledgerTransfers')
            .leftJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerTransfers.id')
            .innerJoin('ledgerEntries', 'ledgerEntries.transferId', 'ledgerTransfers.id')
            .select([
              'accountId',
              'currency',
              sql<number>`-"amountMinor"`.as('posted'),
              sql<number>`case when outcome is null and "amountMinor" < 0 then -"amountMinor" else 0 end`.as('held'),
            ])
            .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', '<>', 'posted')])),
        )
        .as('each'),
    )
    .select((eb) => [
      'accountId',
      eb.fn.sum<number>('posted').as('posted'),
      eb.fn.sum<number>('held').as('held'),
      eb.fn.min('currency').as('leastCurrency'),
      eb.fn.max('currency').as('mostCurrency'),
    ])
    .groupBy('accountId')
    .as('sums');
  return db
    .selectFrom('ledgerAccounts')
    .leftJoin(sums, 'sums.accountId', 'ledgerAccounts.id')
    .select(['id', 'kind', 'ownerId', 'currency', 'postedMinor', 'heldMinor', 'sums.posted', 'sums.held'])
    .where((eb) => {
      const isGuarded = eb('kind', 'in', guardedKinds as never);
      return eb.or([
        eb('currency', '<>', eb.ref('sums.leastCurrency')),
        eb('currency', '<>', eb.ref('sums.mostCurrency')),
        eb.and([
          isGuarded,
          eb.or([
            eb('isGuarded', '=', 0),
            eb('postedMinor', '<>', eb.fn.coalesce('sums.posted', eb.lit(0))),
            eb('heldMinor', '<>', eb.fn.coalesce('sums.held', eb.lit(0))),
            eb('heldMinor', '<', 0),
            eb('postedMinor', '<', eb.ref('heldMinor')),
          ]),
        ]),
        eb.and([
          eb.not(isGuarded),
          eb.or([eb('isGuarded', '=', 1), eb('postedMinor', '<>', 0), eb('heldMinor', '<>', 0)]),
        ]),
      ]);
    })
    .orderBy('createdAt')
    .limit(wrongMax)
    .execute();
}

/** The first entry of an account that is in another currency than it. */
export function findMixedEntry(db: Executor, accountId: string, currency: string) {
  return db
    .selectFrom('ledgerEntries')
    .select(['transferId', 'occurredAt'])
    .where('accountId', '=', accountId)
    .where('currency', '<>', currency)
    .orderBy('occurredAt')
    .limit(1)
    .executeTakeFirst();
}

/** What an account was right after each of its posted entries, the oldest first. */
export function listRunningBalances(db: Executor, accountId: string) {
  return db
    .selectFrom('ledgerEntries')
    .innerJoin('ledgerSettlements', 'ledgerSettlements.transferId', 'ledgerEntries.transferId')
    .select([
      'ledgerEntries.transferId',
      'settledAt',
      sql<number>`sum("amountMinor") over (order by "settledAt", "ledgerEntries"."transferId")`.as('balance'),
    ])
    .where('accountId', '=', accountId)
    .where('outcome', '=', 'posted')
    .orderBy('settledAt')
    .orderBy('ledgerEntries.transferId')
    .execute();
}

/** Entries of nothing, and entries of an account that is not there. */
export function listStrayEntries(db: Executor) {
  return db
    .selectFrom('ledgerEntries')
    .select(['transferId', 'position', 'accountId', 'occurredAt'])
    .where((eb) =>
      eb.or([
        eb('amountMinor', '=', 0),
        eb('accountId', 'not in', (each) => each.selectFrom('ledgerAccounts').select('id')),
      ]),
    )
    .orderBy('occurredAt')
    .limit(wrongMax)
    .execute();
}

export function listReusedExternalIds(db: Executor) {
  return db
    .selectFrom('ledgerSettlements')
    .select((eb) => ['externalId', eb.fn.max('settledAt').as('settledAt')])
    .where('externalId', 'is not', null)
    .groupBy('externalId')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .limit(wrongMax)
    .execute();
}

const appendOnly = ['ledgerTransfers', 'ledgerEntries', 'ledgerSettlements'];

/** Tables of the ledger that the database would let somebody change. */
export async function listUnprotectedTables(db: Executor): Promise<string[]> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  const { rows } = await (isPostgres
    ? sql<{ name: string }>`select tgname as name from pg_trigger where tgenabled in ('O', 'A') and not tgisinternal`
    : sql<{ name: string }>`select name from sqlite_master where type = 'trigger'`
  ).execute(db);
  const triggers = new Set(rows.map(({ name }) => name));
  const needed = (table: string) => (isPostgres ? [`${table}AppendOnly`] : [`${table}Noupdate`, `${table}Nodelete`]);
  return appendOnly.filter((table) => !needed(table).every((trigger) => triggers.has(trigger)));
}

export async function countLedger(
  db: Executor,
): Promise<{ transfers: number; pending: number; entries: number; accounts: number }> {
  const count = async (table: 'ledgerTransfers' | 'ledgerEntries' | 'ledgerSettlements' | 'ledgerAccounts') =>
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count;
  const transfers = await count('ledgerTransfers');
  const [entries, settled, accounts] = [
    await count('ledgerEntries'),
    await count('ledgerSettlements'),
    await count('ledgerAccounts'),
  ];
  return { transfers, pending: transfers - settled, entries, accounts };
}
