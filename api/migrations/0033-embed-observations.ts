import type { NamedMigration } from '../platform/database/migrate.ts';

type Schema = Parameters<NamedMigration['up']>[0];

/** What was seen of pages that embed us: sightings, refusals, blocked sources and counters a day. */
export const embedObservations: NamedMigration = {
  name: '0033-embed-observations',
  async up(trx) {
    await sightings(trx);
    await usage(trx);
    await policyReports(trx);
    await trx.schema.alterTable('embedSessions').addColumn('lastUsedAt', 'bigint').execute();
    await trx.schema.alterTable('embedSessions').addColumn('lastOrigin', 'text').execute();
    await trx.schema
      .createIndex('embedSessionsOfTenant')
      .on('embedSessions')
      .columns(['tenantId', 'createdAt'])
      .execute();
    await trx.schema.alterTable('apiKeys').addColumn('lastOperation', 'text').execute();
    await trx.schema.alterTable('apiKeys').addColumn('lastUsedFrom', 'text').execute();
  },
};

async function sightings({ schema }: Schema): Promise<void> {
  await schema
    .createTable('embedSightings')
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('firstAt', 'bigint', (c) => c.notNull())
    .addColumn('lastAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('embedSightingsKey', ['tenantId', 'kind', 'code', 'origin', 'detail'])
    .execute();
  await schema.createIndex('embedSightingsByLast').on('embedSightings').column('lastAt').execute();
}

async function usage({ schema }: Schema): Promise<void> {
  await schema
    .createTable('embedUsage')
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('widget', 'text', (c) => c.notNull())
    .addColumn('metric', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('embedUsageKey', ['tenantId', 'day', 'origin', 'widget', 'metric', 'detail'])
    .execute();
  await schema.createIndex('embedUsageByDay').on('embedUsage').column('day').execute();
  await schema
    .createTable('embedUsageSubjects')
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('widget', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('embedUsageSubjectsKey', ['tenantId', 'day', 'origin', 'widget', 'kind', 'subject'])
    .execute();
  await schema.createIndex('embedUsageSubjectsByDay').on('embedUsageSubjects').column('day').execute();
}

async function policyReports({ schema }: Schema): Promise<void> {
  await schema
    .createTable('embedCspReports')
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('directive', 'text', (c) => c.notNull())
    .addColumn('blocked', 'text', (c) => c.notNull())
    .addColumn('disposition', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('firstAt', 'bigint', (c) => c.notNull())
    .addColumn('lastAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('embedCspReportsKey', ['tenantId', 'origin', 'directive', 'blocked', 'disposition'])
    .execute();
  await schema.createIndex('embedCspReportsByLast').on('embedCspReports').column('lastAt').execute();
}
