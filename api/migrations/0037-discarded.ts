import type { NamedMigration } from '../platform/database/migrate.ts';

/** What was deleted and may be taken back for a day. */
export const discarded: NamedMigration = {
  name: '0037-discarded',
  async up({ schema }) {
    await schema
      .createTable('discarded')
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('discardedBy', 'text', (c) => c.notNull())
      .addColumn('discardedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('discardedKey', ['tenantId', 'kind', 'id'])
      .execute();
    await schema.createIndex('discardedByAge').on('discarded').column('discardedAt').execute();
  },
};
