import type { NamedMigration } from '../platform/database/migrate.ts';

/** How somebody likes the portal, wherever they sign in. */
export const preferences: NamedMigration = {
  name: '0038-preferences',
  async up({ schema }) {
    await schema
      .createTable('personPreferences')
      .addColumn('personId', 'text', (c) => c.primaryKey().references('people.id').onDelete('cascade'))
      .addColumn('scheme', 'text')
      .addColumn('density', 'text')
      .addColumn('locale', 'text')
      .addColumn('shortcuts', 'integer')
      .addColumn('changedAt', 'bigint', (c) => c.notNull())
      .execute();
  },
};
