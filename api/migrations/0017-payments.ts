import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Payments of tenants, how they pay, what goes back, what a bank takes back, and news from processors. */
export const payments: NamedMigration = {
  name: '0017-payments',
  async up(db) {
    await widenPayments(db);
    await methodTables(db);
    await refundTables(db);
    await disputeTables(db);
    await eventTables(db);
    await sandboxTables(db);
  },
};

async function widenPayments(db: Schema): Promise<void> {
  const { schema } = db;
  const texts = ['personId', 'contractId', 'freelancerId', 'team', 'costCenter', 'purchaseOrder', 'methodId'];
  for (const name of [...texts, 'customerToken', 'nextAction'])
    await schema.alterTable('payments').addColumn(name, 'text').execute();
  for (const name of ['subjectKind', 'subjectId', 'description', 'taxCountry'])
    await schema
      .alterTable('payments')
      .addColumn(name, 'text', (c) => c.notNull().defaultTo(''))
      .execute();
  await schema
    .alterTable('payments')
    .addColumn('sourceKind', 'text', (c) => c.notNull().defaultTo('method'))
    .execute();
  const sums = ['principalMinor', 'feeMinor', 'initiationMinor', 'taxMinor'];
  for (const name of [...sums, 'refundedMinor', 'refundedFeeMinor', 'refundedTaxMinor'])
    await schema
      .alterTable('payments')
      .addColumn(name, 'bigint', (c) => c.notNull().defaultTo(0))
      .execute();
  await schema
    .alterTable('payments')
    .addColumn('isDisputed', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('payments').addColumn('confirmBy', 'bigint').execute();
  // What was paid until now had no fees.
  await sql`update payments set "principalMinor" = "amountMinor"`.execute(db);
  await schema.createIndex('paymentsOfTenant').on('payments').columns(['tenantId', 'createdAt', 'id']).execute();
  await schema.createIndex('paymentsOfContract').on('payments').column('contractId').execute();
  await schema.createIndex('paymentsOfSubject').on('payments').columns(['subjectKind', 'subjectId']).execute();
  await schema
    .createIndex('paymentsToConfirm')
    .on('payments')
    .column('confirmBy')
    .where(sql.ref('state'), '=', sql.lit('actionNeeded'))
    .execute();
}

async function methodTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('processorCustomers')
    .addColumn('ownerKind', 'text', (c) => c.notNull())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('processorCustomersKey', ['ownerKind', 'ownerId', 'processor'])
    .execute();

  await schema
    .createTable('paymentMethods')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ownerKind', 'text', (c) => c.notNull())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('customerToken', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('brand', 'text', (c) => c.notNull())
    .addColumn('last4', 'text', (c) => c.notNull())
    .addColumn('expires', 'text')
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('addedBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('removedAt', 'bigint')
    // The page's answer and the webhook may both finish a setup.
    .addUniqueConstraint('paymentMethodsOnce', ['processor', 'token'])
    .execute();
  await schema.createIndex('paymentMethodsOfOwner').on('paymentMethods').columns(['ownerKind', 'ownerId']).execute();

  await schema
    .createTable('paymentMethodSetups')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ownerKind', 'text', (c) => c.notNull())
    .addColumn('ownerId', 'text', (c) => c.notNull())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('customerToken', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('methodId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('startedBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('nextLookAt', 'bigint')
    .execute();
  await schema
    .createIndex('paymentMethodSetupsByExternalId')
    .on('paymentMethodSetups')
    .columns(['processor', 'externalId'])
    .execute();
  await schema.createIndex('paymentMethodSetupsToLookAt').on('paymentMethodSetups').column('nextLookAt').execute();

  await schema
    .createTable('billingAccounts')
    .addColumn('tenantId', 'text', (c) => c.primaryKey())
    .addColumn('defaultKind', 'text', (c) => c.notNull())
    .addColumn('defaultMethodId', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
}

async function refundTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('refunds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('paymentId', 'text', (c) => c.notNull().references('payments.id'))
    .addColumn('contractId', 'text')
    .addColumn('key', 'text', (c) => c.notNull().unique())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('feeMinor', 'bigint', (c) => c.notNull())
    .addColumn('taxMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('transferId', 'text', (c) => c.notNull().references('ledgerTransfers.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('personId', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('nextLookAt', 'bigint')
    .addColumn('settledAt', 'bigint')
    .execute();
  await schema.createIndex('refundsOfPayment').on('refunds').column('paymentId').execute();
  await schema.createIndex('refundsByExternalId').on('refunds').column('externalId').execute();
  await schema
    .createIndex('refundsToLookAt')
    .on('refunds')
    .columns(['nextLookAt', 'id'])
    .where(sql.ref('state'), '=', sql.lit('pending'))
    .execute();
}

async function disputeTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('bankDisputes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text')
    .addColumn('paymentId', 'text', (c) => c.notNull().references('payments.id'))
    .addColumn('contractId', 'text')
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('frozen', 'text', (c) => c.notNull())
    .addColumn('evidenceDueAt', 'bigint')
    .addColumn('evidenceText', 'text', (c) => c.notNull())
    .addColumn('submittedBy', 'text')
    .addColumn('submittedAt', 'bigint')
    .addColumn('openedAt', 'bigint', (c) => c.notNull())
    .addColumn('endedAt', 'bigint')
    // Two events of one dispute freeze once.
    .addUniqueConstraint('bankDisputesOnce', ['processor', 'externalId'])
    .execute();
  await schema.createIndex('bankDisputesOfTenant').on('bankDisputes').columns(['tenantId', 'openedAt', 'id']).execute();
  await schema.createIndex('bankDisputesByState').on('bankDisputes').columns(['state', 'openedAt', 'id']).execute();
  await schema.createIndex('bankDisputesOfContract').on('bankDisputes').column('contractId').execute();
}

async function eventTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('processorEvents')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('processor', 'text', (c) => c.notNull())
    .addColumn('externalId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('objectKind', 'text', (c) => c.notNull())
    .addColumn('objectId', 'text', (c) => c.notNull())
    .addColumn('account', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('closedBy', 'text')
    .addColumn('receivedAt', 'bigint', (c) => c.notNull())
    .addColumn('handledAt', 'bigint')
    .addUniqueConstraint('processorEventsOnce', ['processor', 'externalId'])
    .execute();
  await schema
    .createIndex('processorEventsByState')
    .on('processorEvents')
    .columns(['state', 'receivedAt', 'id'])
    .execute();
}

async function sandboxTables(db: Schema): Promise<void> {
  const { schema } = db;
  await widenSandboxCharges(db);
  await schema
    .createTable('sandboxSetups')
    .addColumn('externalId', 'text', (c) => c.primaryKey())
    .addColumn('idempotencyKey', 'text', (c) => c.notNull().unique())
    .addColumn('customerToken', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('methodToken', 'text')
    .execute();
  await schema
    .createTable('sandboxMethods')
    .addColumn('externalId', 'text', (c) => c.primaryKey())
    .addColumn('customerToken', 'text', (c) => c.notNull())
    .addColumn('card', 'text', (c) => c.notNull())
    .addColumn('forgottenAt', 'bigint')
    .execute();
  await schema
    .createTable('sandboxRefunds')
    .addColumn('idempotencyKey', 'text', (c) => c.primaryKey())
    .addColumn('externalId', 'text', (c) => c.notNull().unique())
    .addColumn('chargeId', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('decidesAt', 'bigint', (c) => c.notNull())
    .addColumn('refusal', 'text')
    .addColumn('isTold', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('sandboxRefundsOfCharge').on('sandboxRefunds').column('chargeId').execute();
  await schema
    .createTable('sandboxDisputes')
    .addColumn('externalId', 'text', (c) => c.primaryKey())
    // A bank takes a charge back once.
    .addColumn('chargeId', 'text', (c) => c.notNull().unique())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text')
    .addColumn('evidenceDueAt', 'bigint', (c) => c.notNull())
    .addColumn('decidesAt', 'bigint')
    .addColumn('isTold', 'integer', (c) => c.notNull())
    .execute();
}

async function widenSandboxCharges({ schema }: Schema): Promise<void> {
  await schema.alterTable('sandboxCharges').addColumn('refusal', 'text').execute();
  for (const name of ['isWaiting', 'isTold'])
    await schema
      .alterTable('sandboxCharges')
      .addColumn(name, 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  await schema
    .createIndex('sandboxChargesToTell')
    .on('sandboxCharges')
    .column('decidesAt')
    .where(sql.ref('isTold'), '=', sql.lit(0))
    .execute();
}
