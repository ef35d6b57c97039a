import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

export const platform: NamedMigration = {
  name: '0001-platform',
  async up(schema) {
    await schema.schema
      .createTable('idempotencyRecords')
      .addColumn('owner', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('requestHash', 'text', (c) => c.notNull())
      .addColumn('status', 'integer', (c) => c.notNull())
      .addColumn('body', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('idempotencyRecordsKey', ['owner', 'key'])
      .execute();

    await schema.schema
      .createTable('outboxEvents')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text')
      .addColumn('payload', 'text', (c) => c.notNull())
      .addColumn('occurredAt', 'bigint', (c) => c.notNull())
      .addColumn('dispatchedAt', 'bigint')
      .execute();
    await schema.schema
      .createIndex('outboxEventsUndispatched')
      .on('outboxEvents')
      .columns(['occurredAt', 'id'])
      .where(sql.ref('dispatchedAt'), 'is', null)
      .execute();

    await schema.schema
      .createTable('jobs')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text')
      .addColumn('payload', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('runAt', 'bigint', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('leasedBy', 'text')
      .addColumn('leasedUntil', 'bigint')
      .addColumn('lastError', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('finishedAt', 'bigint')
      .addUniqueConstraint('jobsOnce', ['kind', 'key'])
      .execute();
    await schema.schema.createIndex('jobsDue').on('jobs').columns(['state', 'runAt']).execute();
  },
};
