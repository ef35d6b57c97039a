import type { NamedMigration } from '../platform/database/migrate.ts';

/** What freelancers keep about job posts: marks and searches. It is theirs and reaches across tenants. */
export const jobSearch: NamedMigration = {
  name: '0013-job-search',
  async up({ schema }) {
    // Where a client is; freelancers see it and filter by it.
    await schema.alterTable('tenants').addColumn('country', 'text').execute();

    // What clients are known by, and whether the search index is whole, are read without reading the posts' texts.
    await schema
      .createIndex('jobPostsOfClients')
      .on('jobPosts')
      .columns(['tenantId', 'publishedAt', 'hired'])
      .execute();
    await schema.createIndex('jobPostsExtent').on('jobPosts').columns(['state', 'revision']).execute();

    await schema
      .createTable('jobMarks')
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('savedAt', 'bigint')
      .addColumn('hiddenAt', 'bigint')
      .addColumn('hideReason', 'text')
      .addPrimaryKeyConstraint('jobMarksKey', ['freelancerId', 'jobPostId'])
      .execute();
    await schema
      .createIndex('jobMarksSaved')
      .on('jobMarks')
      .columns(['freelancerId', 'savedAt', 'jobPostId'])
      .execute();

    await schema
      .createTable('savedJobSearches')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      // Where it was saved: at a tenant's address it finds that tenant's posts, '' stands for the installation's.
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('query', 'text', (c) => c.notNull())
      .addColumn('alert', 'text', (c) => c.notNull())
      .addColumn('isBroad', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('seenAt', 'bigint', (c) => c.notNull())
      .addColumn('checkedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('savedJobSearchesOfFreelancer')
      .on('savedJobSearches')
      .columns(['freelancerId', 'tenantId'])
      .execute();
    await schema.createIndex('savedJobSearchesByAlert').on('savedJobSearches').columns(['alert', 'id']).execute();

    await schema
      .createTable('savedJobSearchMatches')
      .addColumn('savedJobSearchId', 'text', (c) => c.notNull().references('savedJobSearches.id').onDelete('cascade'))
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('foundAt', 'bigint', (c) => c.notNull())
      .addColumn('toldAt', 'bigint')
      .addPrimaryKeyConstraint('savedJobSearchMatchesKey', ['savedJobSearchId', 'jobPostId'])
      .execute();
  },
};
