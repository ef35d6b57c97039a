import type { NamedMigration } from '../platform/database/migrate.ts';

export const embed: NamedMigration = {
  name: '0003-embed',
  async up({ schema }) {
    await schema
      .createTable('embedSessions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
      .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('keyId', 'text')
      .addColumn('origins', 'text', (c) => c.notNull())
      .addColumn('widgets', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('revokedAt', 'bigint')
      .execute();
    await schema.createIndex('embedSessionsByExpiry').on('embedSessions').column('expiresAt').execute();
  },
};
