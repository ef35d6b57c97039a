import type { NamedMigration } from '../platform/database/migrate.ts';

/** A tenant's brand beyond its theme: a draft, what was published before, and the images of both. */
export const brand: NamedMigration = {
  name: '0034-brand',
  async up({ schema }) {
    // What is worn now, as JSON; null until something was published.
    await schema.alterTable('tenants').addColumn('brand', 'text').execute();
    await schema
      .createTable('brandDrafts')
      .addColumn('tenantId', 'text', (c) => c.primaryKey())
      .addColumn('draft', 'text')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('updatedBy', 'text')
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createTable('brandVersions')
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('brand', 'text', (c) => c.notNull())
      .addColumn('changes', 'text', (c) => c.notNull())
      .addColumn('restoredFrom', 'integer')
      .addColumn('publishedBy', 'text')
      .addColumn('publishedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('brandVersionsKey', ['tenantId', 'number'])
      .execute();
    await schema
      .createTable('brandImages')
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('width', 'integer', (c) => c.notNull())
      .addColumn('height', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'bigint', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('brandImagesKey', ['tenantId', 'hash'])
      .execute();
    await schema.createIndex('brandImagesByHash').on('brandImages').column('hash').execute();
  },
};
