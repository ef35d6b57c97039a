import type { NamedMigration } from '../platform/database/migrate.ts';

/** What the search for everything reads: names in the order of time, without a look at the rows themselves. */
export const namesByTime: NamedMigration = {
  name: '0039-names-by-time',
  async up({ schema }) {
    await schema
      .createIndex('contractsNamed')
      .on('contracts')
      .columns(['tenantId', 'createdAt', 'id', 'title', 'freelancerId'])
      .execute();
    await schema
      .createIndex('jobPostsNamed')
      .on('jobPosts')
      .columns(['tenantId', 'updatedAt', 'id', 'title'])
      .execute();
    await schema
      .createIndex('offersNamed')
      .on('offers')
      .columns(['tenantId', 'updatedAt', 'id', 'title', 'invitedName', 'freelancerId'])
      .execute();
    await schema
      .createIndex('invoicesNamed')
      .on('invoices')
      .columns(['ownerId', 'ownerKind', 'createdAt', 'id', 'number', 'purchaseOrder'])
      .execute();
  },
};
