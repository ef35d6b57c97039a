import { PostgresAdapter, sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** The ledger, which nobody edits, what is paid into it, and connects. */
export const ledger: NamedMigration = {
  name: '0008-ledger',
  async up(db) {
    await ledgerTables(db);
    for (const table of ['ledgerTransfers', 'ledgerEntries', 'ledgerSettlements']) await makeAppendOnly(db, table);
    await paymentTables(db);
    await connectsTables(db);
  },
};

async function ledgerTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('ledgerAccounts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('isGuarded', 'integer', (c) => c.notNull())
    .addColumn('postedMinor', 'bigint', (c) => c.notNull())
    .addColumn('heldMinor', 'bigint', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('ledgerAccountsOnce', ['kind', 'ownerId', 'currency'])
    // The last defense: updates are guarded already.
    .addCheckConstraint('ledgerAccountsNotBelowZero', sql`"heldMinor" >= 0 and "postedMinor" >= "heldMinor"`)
    .execute();

  await schema
    .createTable('ledgerTransfers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text')
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('occurredAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('ledgerTransfersOfSubject')
    .on('ledgerTransfers')
    .columns(['subjectKind', 'subjectId'])
    .execute();

  await schema
    .createTable('ledgerEntries')
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('accountId', 'text', (c) => c.notNull().references('ledgerAccounts.id'))
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('occurredAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledgerEntriesKey', ['transferId', 'position'])
    .execute();
  await schema
    .createIndex('ledgerEntriesOfAccount')
    .on('ledgerEntries')
    .columns(['accountId', 'occurredAt', 'transferId'])
    .execute();

  await schema
    .createTable('ledgerSettlements')
    .addColumn('transferId', 'text', (c) => c.primaryKey().references('ledgerTransfers.id'))
    .addColumn('outcome', 'text', (c) => c.notNull().check(sql`outcome in ('posted', 'voided')`))
    .addColumn('externalId', 'text', (c) => c.unique())
    .addColumn('settledAt', 'bigint', (c) => c.notNull())
    .execute();
}

async function makeAppendOnly(db: Schema, table: string): Promise<void> {
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  if (!isPostgres) {
    for (const event of ['update', 'delete']) {
      await sql
        .raw(
          `create trigger "${table}No${event}" before ${event} on "${table}" begin select raise(abort, '${table} is append only'); end`,
        )
        .execute(db);
    }
    return;
  }
  await sql
    .raw(
      `create or replace function "refuseChange"() returns trigger language plpgsql as $$ begin raise exception '% is append only', tg_table_name; end $$`,
    )
    .execute(db);
  await sql
    .raw(
      `create trigger "${table}AppendOnly" before update or delete or truncate on "${table}" for each statement execute function "refuseChange"()`,
    )
    .execute(db);
}

async function paymentTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('payments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text')
    .addColumn('payerKind', 'text', (c) => c.notNull())
    .addColumn('payerId', 'text', (c) => c.notNull())
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('methodToken', 'text', (c) => c.notNull())
    .addColumn('methodLabel', 'text', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().unique().references('ledgerTransfers.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('nextLookAt', 'bigint')
    .addColumn('settledAt', 'bigint')
    .execute();
  await schema
    .createIndex('paymentsToLookAt')
    .on('payments')
    .columns(['nextLookAt', 'id'])
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
  // Not unique: the ledger's settlements are, and they are where an id counts.
  await schema.createIndex('paymentsByExternalId').on('payments').column('externalId').execute();
  await schema.createIndex('paymentsOfPayer').on('payments').columns(['payerKind', 'payerId']).execute();

  await schema
    .createTable('sandboxCharges')
    .addColumn('idempotencyKey', 'text', (c) => c.primaryKey())
    .addColumn('externalId', 'text', (c) => c.notNull().unique())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('card', 'text', (c) => c.notNull())
    .addColumn('decidesAt', 'bigint', (c) => c.notNull())
    .execute();
}

async function connectsTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('connectsWallets')
    .addColumn('freelancerId', 'text', (c) => c.primaryKey())
    .addColumn('grantedMonth', 'text', (c) => c.notNull())
    .addColumn('turns', 'integer', (c) => c.notNull())
    .addColumn('openedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('connectsWalletsToGrant').on('connectsWallets').columns(['grantedMonth']).execute();

  await schema
    .createTable('connectsLots')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('remaining', 'integer', (c) => c.notNull().check(sql`remaining >= 0`))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('acquiredAt', 'bigint', (c) => c.notNull())
    .addColumn('expiresAt', 'bigint', (c) => c.notNull())
    .addColumn('warnedAt', 'bigint')
    .execute();
  await schema
    .createIndex('connectsLotsToSpend')
    .on('connectsLots')
    .columns(['freelancerId', 'expiresAt', 'id'])
    .where(sql.ref('remaining'), '>', sql.lit(0))
    .execute();
  await schema
    .createIndex('connectsLotsToExpire')
    .on('connectsLots')
    .columns(['expiresAt', 'id'])
    .where(sql.ref('remaining'), '>', sql.lit(0))
    .execute();

  // From which lots a transfer took, so that what comes back goes to where it was.
  await schema
    .createTable('connectsLotUses')
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('lotId', 'text', (c) => c.notNull().references('connectsLots.id'))
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('connectsLotUsesKey', ['transferId', 'lotId'])
    .execute();

  await schema
    .createTable('connectsSpends')
    .addColumn('proposalId', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('jobPostId', 'text', (c) => c.notNull())
    .addColumn('jobPostTitle', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('returnedAt', 'bigint')
    .addColumn('returnReason', 'text')
    .execute();

  await schema
    .createTable('connectsAuctions')
    .addColumn('jobPostId', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('turns', 'integer', (c) => c.notNull())
    .execute();
  await schema
    .createTable('connectsBoosts')
    .addColumn('proposalId', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('jobPostId', 'text', (c) => c.notNull())
    .addColumn('jobPostTitle', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('amount', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('bids', 'integer', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.references('ledgerTransfers.id'))
    .addColumn('bidAt', 'bigint', (c) => c.notNull())
    .addColumn('settledAt', 'bigint')
    .addColumn('returnReason', 'text')
    .execute();
  await schema
    .createIndex('connectsBoostsOfPost')
    .on('connectsBoosts')
    .columns(['tenantId', 'jobPostId', 'state'])
    .execute();
}
