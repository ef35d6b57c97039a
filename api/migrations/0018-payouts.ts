import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Freelancers' money on its way out: where to, tax forms, holds, payouts, and what happened to each. */
export const payouts: NamedMigration = {
  name: '0018-payouts',
  async up(db) {
    await methodTables(db);
    await payoutTables(db);
    await taxAndHoldTables(db);
  },
};

async function methodTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('payoutMethods')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('rail', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('holderName', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('accountToken', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('blockReason', 'text')
    .addColumn('isNameCleared', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('usableAt', 'bigint')
    .addColumn('removedAt', 'bigint')
    .execute();
  await schema.createIndex('payoutMethodsOf').on('payoutMethods').columns(['freelancerId', 'id']).execute();
  await schema.createIndex('payoutMethodsByAccount').on('payoutMethods').column('accountToken').execute();
  await schema
    .createIndex('payoutMethodsToOpen')
    .on('payoutMethods')
    .column('usableAt')
    .where(sql.ref('state'), '=', sql.lit('waiting'))
    .execute();

  await schema
    .createTable('payeeMoves')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('move', 'text', (c) => c.notNull())
    .addColumn('fromState', 'text')
    .addColumn('toState', 'text')
    .addColumn('actorKind', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('reason', 'text')
    .addColumn('requestId', 'text', (c) => c.notNull())
    .addColumn('occurredAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('payeeMovesOfSubject')
    .on('payeeMoves')
    .columns(['subjectKind', 'subjectId', 'occurredAt'])
    .execute();
}

async function payoutTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('wireBatches')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('messageId', 'text', (c) => c.notNull().unique())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('payoutCount', 'integer', (c) => c.notNull())
    .addColumn('controlSumMinor', 'bigint', (c) => c.notNull())
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('preparedBy', 'text', (c) => c.notNull())
    .addColumn('preparedAt', 'bigint', (c) => c.notNull())
    .addColumn('sentAt', 'bigint')
    .addColumn('endedAt', 'bigint')
    .execute();

  await schema
    .createTable('payouts')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('methodId', 'text', (c) => c.notNull().references('payoutMethods.id'))
    .addColumn('rail', 'text', (c) => c.notNull())
    .addColumn('provider', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('feeMinor', 'bigint', (c) => c.notNull().check(sql`"feeMinor" >= 0`))
    .addColumn('withheldMinor', 'bigint', (c) => c.notNull().check(sql`"withheldMinor" >= 0`))
    .addColumn('netMinor', 'bigint', (c) => c.notNull().check(sql`"netMinor" > 0`))
    .addColumn('taxFormId', 'text', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().unique().references('ledgerTransfers.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text')
    .addColumn('batchId', 'text', (c) => c.references('wireBatches.id'))
    .addColumn('reason', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('submittedAt', 'bigint')
    .addColumn('arrivesAt', 'bigint')
    .addColumn('paidAt', 'bigint')
    .addColumn('endedAt', 'bigint')
    .addColumn('nextLookAt', 'bigint')
    .addColumn('askedUntil', 'bigint')
    .addCheckConstraint('payoutsSum', sql`"amountMinor" = "feeMinor" + "withheldMinor" + "netMinor"`)
    .execute();
  await schema.createIndex('payoutsOf').on('payouts').columns(['freelancerId', 'createdAt', 'id']).execute();
  await schema.createIndex('payoutsByState').on('payouts').columns(['state', 'createdAt']).execute();
  await schema.createIndex('payoutsByExternalId').on('payouts').column('externalId').execute();
  await schema.createIndex('payoutsOfBatch').on('payouts').column('batchId').execute();
  await schema
    .createIndex('payoutsToLookAt')
    .on('payouts')
    .columns(['nextLookAt', 'id'])
    .where(sql.ref('nextLookAt'), 'is not', sql.lit(null))
    .execute();

  await schema
    .createTable('payoutSchedules')
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('methodId', 'text')
    .addColumn('frequency', 'text', (c) => c.notNull())
    .addColumn('minimumMinor', 'bigint', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('nextRunAt', 'bigint')
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('payoutSchedulesKey', ['freelancerId', 'currency'])
    .execute();
  await schema.createIndex('payoutSchedulesDue').on('payoutSchedules').column('nextRunAt').execute();

  await schema
    .createTable('sandboxPayouts')
    .addColumn('idempotencyKey', 'text', (c) => c.primaryKey())
    .addColumn('externalId', 'text', (c) => c.notNull().unique())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('account', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
}

async function taxAndHoldTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('taxForms')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('legalName', 'text', (c) => c.notNull())
    .addColumn('fields', 'text', (c) => c.notNull())
    .addColumn('tinMask', 'text')
    .addColumn('sealed', 'text', (c) => c.notNull())
    .addColumn('withholdingBasisPoints', 'integer', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('signedAt', 'bigint', (c) => c.notNull())
    .addColumn('expiresAt', 'bigint')
    .addColumn('warnedAt', 'bigint')
    .addColumn('endedAt', 'bigint')
    .addUniqueConstraint('taxFormsOnce', ['freelancerId', 'version'])
    .execute();
  // One form counts at a time.
  await schema
    .createIndex('taxFormsValid')
    .unique()
    .on('taxForms')
    .column('freelancerId')
    .where(sql.ref('state'), '=', sql.lit('valid'))
    .execute();
  await schema.createIndex('taxFormsToExpire').on('taxForms').columns(['state', 'expiresAt']).execute();

  await schema
    .createTable('holds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('placedBy', 'text', (c) => c.notNull())
    .addColumn('placedAt', 'bigint', (c) => c.notNull())
    .addColumn('liftedBy', 'text')
    .addColumn('liftedAt', 'bigint')
    .addColumn('liftReason', 'text')
    .execute();
  await schema
    .createIndex('holdsPlaced')
    .unique()
    .on('holds')
    .columns(['subjectKind', 'subjectId'])
    .where(sql.ref('state'), '=', sql.lit('placed'))
    .execute();
  await schema.createIndex('holdsOf').on('holds').columns(['freelancerId', 'state']).execute();
}
