import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Cost centers, budgets, purchase orders with what is committed on them, rate cards and statements of work. */
export const procurement: NamedMigration = {
  name: '0027-procurement',
  async up({ schema }) {
    await costCenterTables(schema);
    await purchaseOrderTables(schema);
    await commitmentTables(schema);
    await rateCardTables(schema);
  },
};

type Builder = Schema['schema'];

async function costCenterTables(schema: Builder): Promise<void> {
  await schema
    .createTable('costCenters')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('ownerId', 'text')
    .addColumn('parentCode', 'text')
    .addColumn('teams', 'text', (c) => c.notNull())
    .addColumn('isActive', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('costCentersByCode').unique().on('costCenters').columns(['tenantId', 'code']).execute();
  await schema
    .createTable('budgets')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('costCenter', 'text', (c) => c.notNull())
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('startsOn', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull().check(sql`"amountMinor" > 0`))
    .addColumn('thresholds', 'text', (c) => c.notNull())
    .addColumn('toldPercent', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('budgetsOnePerPeriod')
    .unique()
    .on('budgets')
    .columns(['tenantId', 'costCenter', 'period', 'startsOn', 'currency'])
    .execute();
  await schema
    .createTable('budgetRevisions')
    .addColumn('budgetId', 'text', (c) => c.notNull().references('budgets.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('thresholds', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('budgetRevisionsKey', ['budgetId', 'version'])
    .execute();
}

async function purchaseOrderTables(schema: Builder): Promise<void> {
  await schema
    .createTable('purchaseOrders')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('supplierName', 'text', (c) => c.notNull())
    .addColumn('supplierReference', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull().check(sql`"amountMinor" > 0`))
    .addColumn('validFrom', 'text', (c) => c.notNull())
    .addColumn('validThrough', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('overrun', 'text', (c) => c.notNull())
    .addColumn('thresholds', 'text', (c) => c.notNull())
    .addColumn('costCenters', 'text', (c) => c.notNull())
    .addColumn('teams', 'text', (c) => c.notNull())
    .addColumn('personIds', 'text', (c) => c.notNull())
    .addColumn('committedMinor', 'bigint', (c) => c.notNull())
    .addColumn('spentMinor', 'bigint', (c) => c.notNull())
    .addColumn('toldPercent', 'integer', (c) => c.notNull())
    .addColumn('openedAt', 'bigint')
    .addColumn('warnedFor', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('purchaseOrdersByNumber')
    .unique()
    .on('purchaseOrders')
    .columns(['tenantId', 'number'])
    .execute();
  await schema.createIndex('purchaseOrdersByEnd').on('purchaseOrders').columns(['state', 'endsAt']).execute();
  await schema
    .createTable('purchaseOrderRevisions')
    .addColumn('purchaseOrderId', 'text', (c) => c.notNull().references('purchaseOrders.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('validFrom', 'text', (c) => c.notNull())
    .addColumn('validThrough', 'text', (c) => c.notNull())
    .addColumn('settings', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('purchaseOrderRevisionsKey', ['purchaseOrderId', 'version'])
    .execute();
}

async function commitmentTables(schema: Builder): Promise<void> {
  await schema
    .createTable('commitments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('offerId', 'text')
    .addColumn('contractId', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('purchaseOrder', 'text')
    .addColumn('assigned', 'text')
    .addColumn('isWaiting', 'integer', (c) => c.notNull())
    .addColumn('costCenter', 'text')
    .addColumn('team', 'text')
    .addColumn('personId', 'text')
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('part', 'text')
    .addColumn('exposure', 'text', (c) => c.notNull())
    .addColumn('fundedMinor', 'bigint', (c) => c.notNull())
    .addColumn('openMinor', 'bigint', (c) => c.notNull().check(sql`"openMinor" >= 0`))
    .addColumn('spentMinor', 'bigint', (c) => c.notNull())
    .addColumn('isEnded', 'integer', (c) => c.notNull())
    .addColumn('recountAt', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('commitmentsOneForSubject')
    .unique()
    .on('commitments')
    .columns(['tenantId', 'subjectKind', 'subjectId'])
    .execute();
  await schema
    .createIndex('commitmentsOfPurchaseOrder')
    .on('commitments')
    .columns(['tenantId', 'purchaseOrder'])
    .execute();
  await schema
    .createIndex('commitmentsWaiting')
    .on('commitments')
    .columns(['tenantId', 'createdAt'])
    .where(sql.ref('isWaiting'), '=', sql.lit(1))
    .execute();
  await schema
    .createIndex('commitmentsToRecount')
    .on('commitments')
    .column('recountAt')
    .where('recountAt', 'is not', null)
    .execute();
  await schema
    .createTable('spendingEntries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('commitmentId', 'text', (c) => c.notNull().references('commitments.id'))
    .addColumn('purchaseOrder', 'text')
    .addColumn('costCenter', 'text')
    .addColumn('team', 'text')
    .addColumn('part', 'text', (c) => c.notNull())
    .addColumn('cause', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('offerId', 'text')
    .addColumn('contractId', 'text')
    .addColumn('paymentId', 'text')
    .addColumn('fromAt', 'bigint')
    .addColumn('untilAt', 'bigint')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('spendingEntriesOfPurchaseOrder')
    .on('spendingEntries')
    .columns(['tenantId', 'purchaseOrder', 'at'])
    .execute();
  await schema
    .createIndex('spendingEntriesOfCostCenter')
    .on('spendingEntries')
    .columns(['tenantId', 'costCenter', 'at'])
    .execute();
  await schema.createIndex('spendingEntriesOfCommitment').on('spendingEntries').column('commitmentId').execute();
}

async function rateCardTables(schema: Builder): Promise<void> {
  await schema
    .createTable('rateCards')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('isActive', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('rateCardsByTitle').unique().on('rateCards').columns(['tenantId', 'title']).execute();
  await schema
    .createTable('rateCardVersions')
    .addColumn('cardId', 'text', (c) => c.notNull().references('rateCards.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('categoryId', 'text')
    .addColumn('skill', 'text')
    .addColumn('level', 'text')
    .addColumn('country', 'text')
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('minMinor', 'bigint', (c) => c.notNull())
    .addColumn('maxMinor', 'bigint', (c) => c.notNull())
    .addColumn('validFrom', 'text', (c) => c.notNull())
    .addColumn('validThrough', 'text')
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('rateCardVersionsKey', ['cardId', 'version'])
    .execute();
  await schema
    .createTable('rateExceptions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('cardId', 'text', (c) => c.notNull().references('rateCards.id'))
    .addColumn('cardVersion', 'integer', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('rateMinor', 'bigint', (c) => c.notNull())
    .addColumn('validThrough', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('requestedBy', 'text', (c) => c.notNull())
    .addColumn('approvalId', 'text')
    .addColumn('decidedBy', 'text')
    .addColumn('decisionReason', 'text')
    .addColumn('decidedAt', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('rateExceptionsOfTenant').on('rateExceptions').columns(['tenantId', 'state']).execute();
  await schema
    .createTable('statementsOfWork')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('subjectKind', 'text', (c) => c.notNull())
    .addColumn('subjectId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('contentHash', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text')
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('statementsOfWorkVersions')
    .unique()
    .on('statementsOfWork')
    .columns(['tenantId', 'subjectKind', 'subjectId', 'version'])
    .execute();
}
