import type { NamedMigration } from '../platform/database/migrate.ts';

/** People who sign in from a host's page by going to the portal and back. */
export const embedSignIn: NamedMigration = {
  name: '0032-embed-sign-in',
  async up({ schema }) {
    await schema
      .createTable('embedSignIns')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
      .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
      .addColumn('signInId', 'text', (c) => c.notNull())
      .addColumn('origin', 'text', (c) => c.notNull())
      .addColumn('redirectUrl', 'text', (c) => c.notNull())
      .addColumn('codeHash', 'text', (c) => c.notNull().unique())
      .addColumn('codeChallenge', 'text', (c) => c.notNull())
      .addColumn('codeEndsAt', 'bigint', (c) => c.notNull())
      .addColumn('redeemedAt', 'bigint')
      .addColumn('elevate', 'text')
      .addColumn('confirmedAt', 'bigint')
      .addColumn('refreshHash', 'text', (c) => c.unique())
      .addColumn('previousHash', 'text', (c) => c.unique())
      .addColumn('rotatedAt', 'bigint')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('endsAt', 'bigint', (c) => c.notNull())
      .addColumn('endedAt', 'bigint')
      .execute();
    await schema.createIndex('embedSignInsByEnd').on('embedSignIns').column('endsAt').execute();
    await schema
      .createIndex('embedSignInsOfPerson')
      .on('embedSignIns')
      .columns(['tenantId', 'personId', 'origin'])
      .execute();
    await schema.alterTable('embedSessions').addColumn('embedSignInId', 'text').execute();
  },
};
