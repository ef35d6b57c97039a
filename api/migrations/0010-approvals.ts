import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Approvals, and files beside images: named, attached to what people are asked to approve or read. */
export const approvals: NamedMigration = {
  name: '0010-approvals',
  async up({ schema }) {
    await schema.alterTable('files').addColumn('name', 'text').execute();
    await schema
      .createTable('fileAttachments')
      .addColumn('fileId', 'text', (c) => c.notNull().references('files.id'))
      .addColumn('subjectKind', 'text', (c) => c.notNull())
      .addColumn('subjectId', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('fileAttachmentsKey', ['subjectKind', 'subjectId', 'fileId'])
      .execute();
    await schema.createIndex('fileAttachmentsOfFile').on('fileAttachments').column('fileId').execute();

    await schema
      .createTable('approvals')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('subjectKind', 'text', (c) => c.notNull())
      .addColumn('subjectId', 'text', (c) => c.notNull())
      .addColumn('subjectHash', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('amountMinor', 'bigint')
      .addColumn('currency', 'text')
      .addColumn('path', 'text', (c) => c.notNull())
      .addColumn('rule', 'text', (c) => c.notNull())
      .addColumn('requesterId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('decidedBy', 'text')
      .addColumn('reason', 'text')
      .addColumn('requestedAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('decidedAt', 'bigint')
      .execute();
    await schema
      .createIndex('approvalsOneWaiting')
      .unique()
      .on('approvals')
      .columns(['tenantId', 'subjectKind', 'subjectId'])
      .where(sql.ref('state'), 'in', [sql.lit('requested'), sql.lit('stalled')])
      .execute();
    await schema
      .createIndex('approvalsOfTenant')
      .on('approvals')
      .columns(['tenantId', 'state', 'requestedAt'])
      .execute();
    await schema.createIndex('approvalsOfSubject').on('approvals').columns(['tenantId', 'subjectId']).execute();
    await schema
      .createIndex('approvalsWaiting')
      .on('approvals')
      .columns(['expiresAt', 'id'])
      .where(sql.ref('state'), 'in', [sql.lit('requested'), sql.lit('stalled')])
      .execute();
  },
};
