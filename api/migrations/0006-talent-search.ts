import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Lists, saved searches and talent pools. Freelancers are the installation's, everything here is a tenant's. */
export const talentSearch: NamedMigration = {
  name: '0006-talent-search',
  async up({ schema }) {
    await schema
      .createTable('talentLists')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('isShared', 'integer', (c) => c.notNull())
      .addColumn('isDefault', 'integer', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('talentListsOneDefault')
      .unique()
      .on('talentLists')
      .columns(['tenantId', 'ownerId'])
      .where(sql.ref('isDefault'), '=', sql.lit(1))
      .execute();
    await schema.createIndex('talentListsOfTenant').on('talentLists').columns(['tenantId', 'createdAt']).execute();

    await schema
      .createTable('talentListItems')
      .addColumn('listId', 'text', (c) => c.notNull().references('talentLists.id').onDelete('cascade'))
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .addColumn('addedBy', 'text', (c) => c.notNull())
      .addColumn('addedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('talentListItemsKey', ['listId', 'freelancerId'])
      .execute();
    await schema.createIndex('talentListItemsOfFreelancer').on('talentListItems').column('freelancerId').execute();

    await schema
      .createTable('savedSearches')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('query', 'text', (c) => c.notNull())
      .addColumn('alert', 'text', (c) => c.notNull())
      .addColumn('isBroad', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('seenAt', 'bigint', (c) => c.notNull())
      .addColumn('checkedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('savedSearchesOfPerson').on('savedSearches').columns(['tenantId', 'personId']).execute();
    await schema.createIndex('savedSearchesByAlert').on('savedSearches').columns(['alert', 'id']).execute();

    await schema
      .createTable('savedSearchMatches')
      .addColumn('savedSearchId', 'text', (c) => c.notNull().references('savedSearches.id').onDelete('cascade'))
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('foundAt', 'bigint', (c) => c.notNull())
      .addColumn('toldAt', 'bigint')
      .addPrimaryKeyConstraint('savedSearchMatchesKey', ['savedSearchId', 'freelancerId'])
      .execute();

    await schema
      .createTable('talentPools')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('talentPoolsOfTenant').on('talentPools').column('tenantId').execute();

    await schema
      .createTable('talentPoolMembers')
      .addColumn('poolId', 'text', (c) => c.notNull().references('talentPools.id').onDelete('cascade'))
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('addedBy', 'text', (c) => c.notNull())
      .addColumn('addedAt', 'bigint', (c) => c.notNull())
      .addColumn('removedAt', 'bigint')
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('talentPoolMembersKey', ['poolId', 'freelancerId'])
      .execute();
    await schema.createIndex('talentPoolMembersChanged').on('talentPoolMembers').column('updatedAt').execute();
    await schema.createIndex('talentPoolMembersOfFreelancer').on('talentPoolMembers').column('freelancerId').execute();
  },
};
