import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** What an auditor asks of the log beyond who and what; signed exports of it, their key, and heads kept apart. */
export const auditExports: NamedMigration = {
  name: '0031-audit-exports',
  async up(db) {
    await widenEntries(db);
    await keys(db);
    await runs(db);
    await anchors(db);
  },
};

async function widenEntries({ schema }: Schema): Promise<void> {
  // Entries written before keep version 1, whose hash does not cover these columns.
  await schema
    .alterTable('auditEntries')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  for (const column of [
    'actorName',
    'onBehalfOfId',
    'onBehalfOfName',
    'role',
    'beforeHash',
    'afterHash',
    'origin',
    'widget',
  ] as const)
    await schema.alterTable('auditEntries').addColumn(column, 'text').execute();
  for (const [name, columns] of [
    ['auditEntriesByTime', ['tenantId', 'occurredAt']],
    ['auditEntriesByActor', ['tenantId', 'actorId', 'sequence']],
    ['auditEntriesByAction', ['tenantId', 'action', 'sequence']],
    ['auditEntriesByObject', ['tenantId', 'objectId', 'sequence']],
  ] as const)
    await schema
      .createIndex(name)
      .on('auditEntries')
      .columns([...columns])
      .execute();
}

async function keys({ schema }: Schema): Promise<void> {
  await schema
    .createTable('auditKeys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // One an installation: a second maker finds the place taken.
    .addColumn('place', 'integer', (c) => c.notNull().unique())
    .addColumn('publicKey', 'text', (c) => c.notNull())
    .addColumn('sealedPrivateKey', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
}

async function runs({ schema }: Schema): Promise<void> {
  await schema
    .createTable('auditRuns')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requestedBy', 'text', (c) => c.notNull())
    .addColumn('fromMs', 'bigint')
    .addColumn('toMs', 'bigint')
    .addColumn('firstSequence', 'integer', (c) => c.notNull())
    .addColumn('lastSequence', 'integer', (c) => c.notNull())
    .addColumn('entriesDone', 'integer', (c) => c.notNull())
    .addColumn('badSequence', 'integer')
    .addColumn('reason', 'text')
    .addColumn('anchorSequence', 'integer')
    .addColumn('anchorHash', 'text')
    .addColumn('lastHash', 'text')
    .addColumn('keyId', 'text')
    .addColumn('bytes', 'bigint')
    .addColumn('sha256', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('finishedAt', 'bigint')
    .execute();
  await schema.createIndex('auditRunsOfTenant').on('auditRuns').columns(['tenantId', 'createdAt', 'id']).execute();
}

async function anchors({ schema }: Schema): Promise<void> {
  await schema
    .createTable('auditAnchors')
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('anchoredAt', 'bigint', (c) => c.notNull())
    .addColumn('keyId', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('auditAnchorsKey', ['tenantId', 'sequence'])
    .execute();
}
