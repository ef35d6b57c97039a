import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** What reports said, their files, saved views and schedules, and by what order reports read money. */
export const reports: NamedMigration = {
  name: '0030-reports',
  async up(db) {
    await nameTable(db);
    await exportTable(db);
    await viewTable(db);
    await scheduleTables(db);
    await moneyIndexes(db);
  },
};

async function nameTable({ schema }: Schema): Promise<void> {
  await schema
    .createTable('reportNames')
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('seenAt', 'bigint', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('reportNamesKey', ['tenantId', 'kind', 'id', 'seenAt'])
    .execute();
}

async function exportTable({ schema }: Schema): Promise<void> {
  await schema
    .createTable('reportExports')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('filters', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('asOf', 'bigint', (c) => c.notNull())
    .addColumn('deliveryId', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('rowsDone', 'integer', (c) => c.notNull())
    .addColumn('rowsTotal', 'integer')
    .addColumn('contentHash', 'text')
    .addColumn('fileKey', 'text')
    .addColumn('fileBytes', 'bigint')
    .addColumn('fileDigest', 'text')
    .addColumn('failure', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('heardAt', 'bigint')
    .addColumn('finishedAt', 'bigint')
    .addColumn('keptUntil', 'bigint')
    .execute();
  await schema
    .createIndex('reportExportsOfPerson')
    .on('reportExports')
    .columns(['tenantId', 'personId', 'createdAt'])
    .execute();
  await schema
    .createIndex('reportExportsToForget')
    .on('reportExports')
    .columns(['keptUntil', 'id'])
    .where(sql.ref('state'), '=', sql.lit('ready'))
    .execute();
}

async function viewTable({ schema }: Schema): Promise<void> {
  await schema
    .createTable('reportViews')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('filters', 'text', (c) => c.notNull())
    .addColumn('isShared', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('reportViewsOneOfName', ['tenantId', 'personId', 'report', 'name'])
    .execute();
}

async function scheduleTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('reportSchedules')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('report', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('filters', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('every', 'text', (c) => c.notNull())
    .addColumn('hour', 'integer', (c) => c.notNull())
    .addColumn('weekday', 'integer')
    .addColumn('dayOfMonth', 'integer')
    .addColumn('delivery', 'text', (c) => c.notNull())
    .addColumn('sealed', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('stopReason', 'text')
    .addColumn('nextRunAt', 'bigint')
    .addColumn('failedInARow', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('reportSchedulesOfTenant').on('reportSchedules').columns(['tenantId', 'name']).execute();
  await schema
    .createIndex('reportSchedulesDue')
    .on('reportSchedules')
    .columns(['nextRunAt', 'id'])
    .where(sql.ref('state'), '=', sql.lit('active'))
    .execute();

  await schema
    .createTable('reportDeliveries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('scheduleId', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    // The instant it was due: a schedule delivers once for each.
    .addColumn('dueAt', 'bigint', (c) => c.notNull())
    .addColumn('isTest', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('exportId', 'text')
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('nextAttemptAt', 'bigint')
    .addColumn('deliveredTo', 'text')
    .addColumn('failure', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('finishedAt', 'bigint')
    .addUniqueConstraint('reportDeliveriesOnce', ['scheduleId', 'dueAt', 'isTest'])
    .execute();
  await schema
    .createIndex('reportDeliveriesToSend')
    .on('reportDeliveries')
    .columns(['nextAttemptAt', 'id'])
    .where(sql.ref('nextAttemptAt'), 'is not', null)
    .execute();
}

async function moneyIndexes({ schema }: Schema): Promise<void> {
  await schema.createIndex('paymentsBySettlement').on('payments').columns(['tenantId', 'settledAt', 'id']).execute();
  await schema.createIndex('refundsBySettlement').on('refunds').columns(['tenantId', 'settledAt', 'id']).execute();
  await schema
    .createIndex('ledgerTransfersOfTenant')
    .on('ledgerTransfers')
    .columns(['tenantId', 'subjectKind', 'occurredAt'])
    .where(sql.ref('tenantId'), 'is not', null)
    .execute();
}
