import type { NamedMigration } from '../platform/database/migrate.ts';

/** Domains that a tenant adds by itself: claimed first, served once control of the name was proven. */
export const tenantDomains: NamedMigration = {
  name: '0035-tenant-domains',
  async up({ schema }) {
    await schema
      .createTable('domainClaims')
      .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
      .addColumn('host', 'text', (c) => c.notNull())
      .addColumn('token', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('method', 'text')
      .addColumn('reason', 'text')
      .addColumn('createdBy', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('checkedAt', 'bigint')
      .addColumn('verifiedAt', 'bigint')
      .addColumn('reachedAt', 'bigint')
      .addColumn('failingSince', 'bigint')
      .addPrimaryKeyConstraint('domainClaimsKey', ['tenantId', 'host'])
      .execute();
    // Those that the operator made before are reached and may be linked to.
    await schema
      .alterTable('tenantDomains')
      .addColumn('isActive', 'integer', (c) => c.notNull().defaultTo(1))
      .execute();
    await schema
      .alterTable('tenantDomains')
      .addColumn('isPrimary', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
  },
};
