import type { NamedMigration } from '../platform/database/migrate.ts';

/** Timelines of everything that moves, and what is set other than the policies' defaults. */
export const moves: NamedMigration = {
  name: '0007-moves',
  async up({ schema }) {
    await schema
      .createTable('moves')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('subjectKind', 'text', (c) => c.notNull())
      .addColumn('subjectId', 'text', (c) => c.notNull())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('move', 'text', (c) => c.notNull())
      .addColumn('fromState', 'text')
      .addColumn('toState', 'text')
      .addColumn('actorKind', 'text', (c) => c.notNull())
      .addColumn('actorId', 'text')
      .addColumn('reason', 'text')
      .addColumn('details', 'text', (c) => c.notNull())
      .addColumn('audience', 'text', (c) => c.notNull())
      .addColumn('requestId', 'text', (c) => c.notNull())
      .addColumn('occurredAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('movesOfSubject')
      .unique()
      .on('moves')
      .columns(['tenantId', 'subjectKind', 'subjectId', 'sequence'])
      .execute();

    await schema
      .createTable('policies')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('settings', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('changedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('policiesKey', ['name', 'tenantId'])
      .execute();
  },
};
