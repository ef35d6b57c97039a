import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Job posts with everything of a post in its row, templates, and the fields tenants add. */
export const jobPosts: NamedMigration = {
  name: '0009-job-posts',
  async up({ schema }) {
    await schema
      .createTable('jobPosts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('description', 'text', (c) => c.notNull())
      .addColumn('categoryId', 'text')
      .addColumn('skills', 'text', (c) => c.notNull())
      .addColumn('budgetKind', 'text')
      .addColumn('budgetMinMinor', 'bigint')
      .addColumn('budgetMaxMinor', 'bigint')
      .addColumn('budgetCurrency', 'text')
      .addColumn('duration', 'text')
      .addColumn('weeklyHours', 'integer')
      .addColumn('experienceLevel', 'text')
      .addColumn('countries', 'text', (c) => c.notNull())
      .addColumn('timezone', 'text')
      .addColumn('overlapHours', 'integer')
      .addColumn('visibility', 'text', (c) => c.notNull())
      .addColumn('poolIds', 'text', (c) => c.notNull())
      .addColumn('questions', 'text', (c) => c.notNull())
      .addColumn('team', 'text')
      .addColumn('costCenter', 'text')
      .addColumn('purchaseOrder', 'text')
      .addColumn('customFields', 'text', (c) => c.notNull())
      .addColumn('hires', 'integer', (c) => c.notNull())
      .addColumn('hired', 'integer', (c) => c.notNull())
      .addColumn('templateId', 'text')
      .addColumn('repostOf', 'text')
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('liveIdentity', 'text')
      .addColumn('importIdentity', 'text')
      .addColumn('approvalId', 'text')
      .addColumn('approvalHash', 'text')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .addColumn('publishedAt', 'bigint')
      .addColumn('expiresAt', 'bigint')
      .addColumn('expiryNoticeAt', 'bigint')
      .addColumn('endedAt', 'bigint')
      .addColumn('endReason', 'text')
      .execute();
    // The search index asks for what changed since it last looked.
    await schema.createIndex('jobPostsUpdated').on('jobPosts').columns(['updatedAt', 'id']).execute();
    await schema.createIndex('jobPostsOfTenant').on('jobPosts').columns(['tenantId', 'updatedAt', 'id']).execute();
    await schema
      .createIndex('jobPostsByState')
      .on('jobPosts')
      .columns(['tenantId', 'state', 'updatedAt', 'id'])
      .execute();
    // Two at the same moment cannot both publish what is the same.
    await schema
      .createIndex('jobPostsLiveIdentity')
      .unique()
      .on('jobPosts')
      .columns(['tenantId', 'liveIdentity'])
      .execute();
    await schema
      .createIndex('jobPostsImportIdentity')
      .unique()
      .on('jobPosts')
      .columns(['tenantId', 'importIdentity'])
      .where(sql.ref('endedAt'), 'is', null)
      .where(sql.ref('importIdentity'), 'is not', null)
      .execute();
    await schema
      .createIndex('jobPostsExpiryNotice')
      .on('jobPosts')
      .column('expiryNoticeAt')
      .where(sql.ref('endedAt'), 'is', null)
      .where(sql.ref('expiryNoticeAt'), 'is not', null)
      .execute();
    await schema
      .createIndex('jobPostsExpiring')
      .on('jobPosts')
      .column('expiresAt')
      .where(sql.ref('endedAt'), 'is', null)
      .where(sql.ref('expiresAt'), 'is not', null)
      .execute();
    await schema
      .createIndex('jobPostsComparable')
      .on('jobPosts')
      .columns(['categoryId', 'budgetKind', 'budgetCurrency', 'publishedAt'])
      .execute();

    await schema
      .createTable('jobTemplates')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('fields', 'text', (c) => c.notNull())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('jobTemplatesByName').unique().on('jobTemplates').columns(['tenantId', 'name']).execute();

    await schema
      .createTable('jobFieldSets')
      .addColumn('tenantId', 'text', (c) => c.primaryKey())
      .addColumn('fields', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
  },
};
