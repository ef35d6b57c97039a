import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Transfers name their contract; what was earned, what relationships have billed, and what verifying the ledger found. */
export const earnings: NamedMigration = {
  name: '0016-earnings',
  async up(db) {
    await db.schema.alterTable('ledgerTransfers').addColumn('contractId', 'text').execute();
    await db.schema
      .createIndex('ledgerTransfersOfContract')
      .on('ledgerTransfers')
      .columns(['contractId', 'occurredAt'])
      .where(sql.ref('contractId'), 'is not', null)
      .execute();
    await earningTables(db);
    await verificationTable(db);
  },
};

async function earningTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('earnings')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('grossMinor', 'bigint', (c) => c.notNull())
    .addColumn('feeMinor', 'bigint', (c) => c.notNull())
    .addColumn('netMinor', 'bigint', (c) => c.notNull())
    .addColumn('returnedGrossMinor', 'bigint', (c) => c.notNull())
    .addColumn('returnedFeeMinor', 'bigint', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('earnedAt', 'bigint', (c) => c.notNull())
    .addColumn('securityEndsAt', 'bigint', (c) => c.notNull())
    .addColumn('availableAt', 'bigint')
    .addColumn('reversedAt', 'bigint')
    // The last defense: updates are guarded already.
    .addCheckConstraint(
      'earningsSum',
      sql`"feeMinor" >= 0 and "netMinor" >= 0 and "feeMinor" + "netMinor" = "grossMinor"`,
    )
    .addCheckConstraint(
      'earningsReturned',
      sql`"returnedGrossMinor" >= 0 and "returnedGrossMinor" <= "grossMinor" and "returnedFeeMinor" >= 0 and "returnedFeeMinor" <= "feeMinor"`,
    )
    .execute();
  await schema.createIndex('earningsOfContract').on('earnings').columns(['contractId', 'earnedAt']).execute();
  await schema.createIndex('earningsOfFreelancer').on('earnings').columns(['freelancerId', 'earnedAt']).execute();
  await schema.createIndex('earningsOfSubject').on('earnings').columns(['subjectKind', 'subjectId']).execute();
  await schema
    .createIndex('earningsToSettle')
    .on('earnings')
    .columns(['securityEndsAt', 'id'])
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();

  await schema
    .createTable('relationshipBilling')
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('billedMinor', 'bigint', (c) => c.notNull().check(sql`"billedMinor" >= 0`))
    .addPrimaryKeyConstraint('relationshipBillingKey', ['tenantId', 'freelancerId', 'currency'])
    .execute();
}

async function verificationTable({ schema }: Schema): Promise<void> {
  await schema
    .createTable('ledgerVerifications')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requestedBy', 'text')
    .addColumn('requestedAt', 'bigint', (c) => c.notNull())
    .addColumn('startedAt', 'bigint')
    .addColumn('finishedAt', 'bigint')
    .addColumn('result', 'text')
    .execute();
  // Of two that ask at once, one queues it.
  await schema
    .createIndex('ledgerVerificationsOneQueued')
    .unique()
    .on('ledgerVerifications')
    .column('state')
    .where(sql.ref('state'), '=', sql.lit('queued'))
    .execute();
  await schema
    .createIndex('ledgerVerificationsByTime')
    .on('ledgerVerifications')
    .columns(['requestedAt', 'id'])
    .execute();
}
