import type { NamedMigration } from '../platform/database/migrate.ts';

export const skills: NamedMigration = {
  name: '0004-skills',
  async up({ schema }) {
    await schema
      .createTable('skills')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('categoryId', 'text', (c) => c.notNull())
      .addColumn('specializationId', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();

    await schema
      .createTable('skillAliases')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('skillId', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();

    await schema
      .createTable('skillCounts')
      .addColumn('skillId', 'text', (c) => c.primaryKey())
      .addColumn('posts', 'integer', (c) => c.notNull())
      .execute();

    await schema
      .createTable('skillPairs')
      .addColumn('skillId', 'text', (c) => c.notNull())
      .addColumn('otherSkillId', 'text', (c) => c.notNull())
      .addColumn('together', 'integer', (c) => c.notNull())
      .addColumn('likelihood', 'double precision', (c) => c.notNull())
      .addColumn('lift', 'double precision', (c) => c.notNull())
      .addPrimaryKeyConstraint('skillPairsKey', ['skillId', 'otherSkillId'])
      .execute();

    await schema
      .createTable('skillSuggestions')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('posts', 'integer', (c) => c.notNull())
      .addColumn('skillIds', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('categoryId', 'text')
      .addColumn('specializationId', 'text')
      .addColumn('confidence', 'double precision', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('decidedAt', 'bigint')
      .addColumn('decidedBy', 'text')
      .execute();
    await schema
      .createIndex('skillSuggestionsByState')
      .on('skillSuggestions')
      .columns(['state', 'posts', 'id'])
      .execute();
  },
};
