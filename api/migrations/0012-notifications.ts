import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** What people were told in the portal. */
export const notifications: NamedMigration = {
  name: '0012-notifications',
  async up({ schema }) {
    await schema
      .createTable('notifications')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text')
      .addColumn('eventId', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subjectKind', 'text', (c) => c.notNull())
      .addColumn('subjectId', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('readAt', 'bigint')
      .execute();
    await schema
      .createIndex('notificationsOnce')
      .unique()
      .on('notifications')
      .columns(['eventId', 'personId'])
      .execute();
    await schema
      .createIndex('notificationsOfPerson')
      .on('notifications')
      .columns(['personId', 'createdAt', 'id'])
      .execute();
    await schema
      .createIndex('notificationsUnread')
      .on('notifications')
      .column('personId')
      .where(sql.ref('readAt'), 'is', null)
      .execute();
    await schema.createIndex('notificationsByAge').on('notifications').column('createdAt').execute();
  },
};
