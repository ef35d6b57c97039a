import type { NamedMigration } from '../platform/database/migrate.ts';

/** How far the clock of a demo is ahead; no row where time is real. */
export const demoClock: NamedMigration = {
  name: '0023-demo-clock',
  async up({ schema }) {
    await schema
      .createTable('demoClock')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('shiftMs', 'bigint', (c) => c.notNull())
      .execute();
  },
};
