import { type CreateTableBuilder, sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

export const freelancers: NamedMigration = {
  name: '0005-freelancers',
  async up({ schema }) {
    await schema
      .createTable('files')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('ownerId', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('bytes', 'integer', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('width', 'integer')
      .addColumn('height', 'integer')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('attachedAt', 'bigint')
      .execute();
    await schema.createIndex('filesOwner').on('files').column('ownerId').execute();
    await schema
      .createIndex('filesUnattached')
      .on('files')
      .column('createdAt')
      .where(sql.ref('attachedAt'), 'is', null)
      .execute();

    await schema
      .createTable('freelancers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('personId', 'text', (c) => c.unique())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('headline', 'text', (c) => c.notNull())
      .addColumn('overview', 'text', (c) => c.notNull())
      .addColumn('categoryId', 'text')
      .addColumn('specializationIds', 'text', (c) => c.notNull())
      .addColumn('country', 'text', (c) => c.notNull())
      .addColumn('timezone', 'text', (c) => c.notNull())
      .addColumn('rateMinor', 'integer')
      .addColumn('rateCurrency', 'text')
      .addColumn('engagement', 'text', (c) => c.notNull())
      .addColumn('hoursPerWeek', 'integer', (c) => c.notNull())
      .addColumn('nextFreeDate', 'text')
      .addColumn('openToOffers', 'integer', (c) => c.notNull())
      .addColumn('visibility', 'text', (c) => c.notNull())
      .addColumn('photoFileId', 'text')
      .addColumn('identityVerifiedOn', 'text')
      .addColumn('phoneVerified', 'integer', (c) => c.notNull())
      .addColumn('emailVerified', 'integer', (c) => c.notNull())
      .addColumn('jobSuccess', 'integer')
      .addColumn('badge', 'text')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('lastActiveAt', 'bigint', (c) => c.notNull())
      .addColumn('idleWarnedAt', 'bigint')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    // The search index asks for what changed since it last looked.
    await schema.createIndex('freelancersUpdated').on('freelancers').columns(['updatedAt', 'id']).execute();
    await schema
      .createIndex('freelancersIdle')
      .on('freelancers')
      .column('lastActiveAt')
      .where(sql.ref('visibility'), '!=', sql.lit('private'))
      .where(sql.ref('personId'), 'is not', null)
      .execute();

    await ordered(schema.createTable('freelancerSkills'))
      .addColumn('skillId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .execute();
    await ordered(schema.createTable('freelancerLanguages'))
      .addColumn('language', 'text', (c) => c.notNull())
      .addColumn('level', 'text', (c) => c.notNull())
      .execute();
    await ordered(schema.createTable('freelancerLinks'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .execute();
    await ordered(schema.createTable('freelancerEmployment'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('company', 'text', (c) => c.notNull())
      .addColumn('fromMonth', 'text', (c) => c.notNull())
      .addColumn('toMonth', 'text')
      .addColumn('description', 'text', (c) => c.notNull())
      .execute();
    await ordered(schema.createTable('freelancerEducation'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('school', 'text', (c) => c.notNull())
      .addColumn('degree', 'text', (c) => c.notNull())
      .addColumn('field', 'text', (c) => c.notNull())
      .addColumn('fromMonth', 'text', (c) => c.notNull())
      .addColumn('toMonth', 'text')
      .execute();
    await ordered(schema.createTable('freelancerCertifications'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('issuer', 'text', (c) => c.notNull())
      .addColumn('issuedOn', 'text', (c) => c.notNull())
      .addColumn('expiresOn', 'text')
      .addColumn('url', 'text')
      .execute();

    await schema
      .createTable('portfolioItems')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('freelancerId', 'text', (c) => c.notNull().references('freelancers.id').onDelete('cascade'))
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('link', 'text')
      .addColumn('skills', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('portfolioItemsFreelancer')
      .on('portfolioItems')
      .columns(['freelancerId', 'position'])
      .execute();
    await schema
      .createTable('portfolioImages')
      .addColumn('fileId', 'text', (c) => c.primaryKey().references('files.id'))
      .addColumn('itemId', 'text', (c) => c.notNull().references('portfolioItems.id').onDelete('cascade'))
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('width', 'integer', (c) => c.notNull())
      .addColumn('height', 'integer', (c) => c.notNull())
      .addColumn('alt', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('portfolioImagesItem').on('portfolioImages').column('itemId').execute();
    await schema.createIndex('portfolioImagesFreelancer').on('portfolioImages').column('freelancerId').execute();
  },
};

/** A list of a freelancer in the order to show. */
function ordered<T extends string>(table: CreateTableBuilder<T, never>) {
  return table
    .addColumn('freelancerId', 'text', (c) => c.notNull().references('freelancers.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint(`${tableName(table)}Key`, ['freelancerId', 'position']);
}

function tableName(table: CreateTableBuilder<string, never>): string {
  return table.toOperationNode().table.table.identifier.name;
}
