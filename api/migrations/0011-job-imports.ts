import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Files of job posts on their way in, and what became of each row. */
export const jobImports: NamedMigration = {
  name: '0011-job-imports',
  async up({ schema }) {
    await schema
      .createTable('jobImports')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('fileId', 'text', (c) => c.notNull())
      .addColumn('fileName', 'text', (c) => c.notNull())
      .addColumn('requestedBy', 'text', (c) => c.notNull())
      .addColumn('requestedByKind', 'text', (c) => c.notNull())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('requestId', 'text', (c) => c.notNull())
      .addColumn('settings', 'text', (c) => c.notNull())
      .addColumn('isDryRun', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addColumn('doneRows', 'integer', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('duplicates', 'integer', (c) => c.notNull())
      .addColumn('refused', 'integer', (c) => c.notNull())
      .addColumn('failureCode', 'text')
      .addColumn('failure', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('startedAt', 'bigint')
      .addColumn('finishedAt', 'bigint')
      .execute();
    await schema.createIndex('jobImportsOfTenant').on('jobImports').columns(['tenantId', 'createdAt', 'id']).execute();

    await schema
      .createIndex('jobImportsOneAtOnce')
      .unique()
      .on('jobImports')
      .column('tenantId')
      .where(sql.ref('state'), 'in', [sql.lit('queued'), sql.lit('running')])
      .execute();

    await schema
      .createTable('jobImportRows')
      .addColumn('importId', 'text', (c) => c.notNull().references('jobImports.id').onDelete('cascade'))
      .addColumn('row', 'integer', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('line', 'integer', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text')
      .addColumn('reasons', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('jobImportRowsKey', ['importId', 'row'])
      .execute();
    await schema
      .createIndex('jobImportRowsByOutcome')
      .on('jobImportRows')
      .columns(['importId', 'outcome', 'row'])
      .execute();

    await schema
      .createTable('jobImportMappings')
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('columnsHash', 'text', (c) => c.notNull())
      .addColumn('mapping', 'text', (c) => c.notNull())
      .addColumn('changedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('jobImportMappingsKey', ['tenantId', 'columnsHash'])
      .execute();
  },
};
