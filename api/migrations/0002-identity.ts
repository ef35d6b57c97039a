import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** The auth library keeps instants as timestamptz (PostgreSQL) or ISO text (SQLite); both take this type's name. */
const authInstant = sql`timestamptz`;

export const identity: NamedMigration = {
  name: '0002-identity',
  async up(schema) {
    await createPeople(schema);
    await createTenants(schema);
    await createTenantSettings(schema);
    await createAudit(schema);
  },
};

async function createPeople({ schema }: Schema): Promise<void> {
  await schema
    .createTable('people')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull().unique())
    .addColumn('emailVerified', 'boolean', (c) => c.notNull())
    .addColumn('image', 'text')
    .addColumn('locale', 'text')
    .addColumn('twoFactorEnabled', 'boolean')
    .addColumn('disabledAt', 'bigint')
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .addColumn('updatedAt', authInstant, (c) => c.notNull())
    .execute();
  await schema
    .createTable('signInSessions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('expiresAt', authInstant, (c) => c.notNull())
    .addColumn('ipAddress', 'text')
    .addColumn('userAgent', 'text')
    .addColumn('signedInAt', 'bigint', (c) => c.notNull())
    .addColumn('activeOrganizationId', 'text')
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .addColumn('updatedAt', authInstant, (c) => c.notNull())
    .execute();
  await schema.createIndex('signInSessionsOfPerson').on('signInSessions').column('personId').execute();
  await schema
    .createTable('credentials')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('accountId', 'text', (c) => c.notNull())
    .addColumn('providerId', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('password', 'text')
    .addColumn('accessToken', 'text')
    .addColumn('refreshToken', 'text')
    .addColumn('idToken', 'text')
    .addColumn('accessTokenExpiresAt', authInstant)
    .addColumn('refreshTokenExpiresAt', authInstant)
    .addColumn('scope', 'text')
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .addColumn('updatedAt', authInstant, (c) => c.notNull())
    .execute();
  await schema.createIndex('credentialsOfPerson').on('credentials').column('personId').execute();
  await schema
    .createTable('verifications')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('identifier', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expiresAt', authInstant, (c) => c.notNull())
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .addColumn('updatedAt', authInstant, (c) => c.notNull())
    .execute();
  await schema.createIndex('verificationsByIdentifier').on('verifications').column('identifier').execute();
  await schema
    .createTable('twoFactors')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('backupCodes', 'text', (c) => c.notNull())
    .addColumn('verified', 'boolean')
    .addColumn('failedVerificationCount', 'integer')
    .addColumn('lockedUntil', authInstant)
    .execute();
  await schema.createIndex('twoFactorsOfPerson').on('twoFactors').column('personId').execute();
  await schema
    .createTable('passkeys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (c) => c.notNull())
    .addColumn('credentialID', 'text', (c) => c.notNull().unique())
    .addColumn('counter', 'integer', (c) => c.notNull())
    .addColumn('deviceType', 'text', (c) => c.notNull())
    .addColumn('backedUp', 'boolean', (c) => c.notNull())
    .addColumn('transports', 'text')
    .addColumn('aaguid', 'text')
    .addColumn('createdAt', authInstant)
    .execute();
  await schema.createIndex('passkeysOfPerson').on('passkeys').column('personId').execute();
  await schema
    .createTable('operatorMembers')
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('operatorMembersKey', ['personId', 'role'])
    .execute();
  await schema
    .createTable('authorityChanges')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('personId', 'text')
    .addColumn('tenantId', 'text')
    .addColumn('endedId', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('authorityChangesByTime').on('authorityChanges').column('createdAt').execute();
}

async function createTenants({ schema }: Schema): Promise<void> {
  await schema
    .createTable('tenants')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('brandName', 'text')
    .addColumn('logo', 'text')
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('theme', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('metadata', 'text')
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .execute();
  await schema
    .createTable('members')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('disabledAt', 'bigint')
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .addUniqueConstraint('membersOnce', ['tenantId', 'personId'])
    .execute();
  await schema.createIndex('membersOfPerson').on('members').column('personId').execute();
  await schema
    .createTable('memberInvitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('role', 'text')
    .addColumn('teamId', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('inviterId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('expiresAt', authInstant, (c) => c.notNull())
    .addColumn('createdAt', authInstant, (c) => c.notNull())
    .execute();
  await schema
    .createIndex('memberInvitationsOfTenant')
    .on('memberInvitations')
    .columns(['tenantId', 'status', 'email'])
    .execute();
  await schema
    .createTable('teams')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('teamsByName', ['tenantId', 'name'])
    .execute();
  await schema
    .createTable('teamMembers')
    .addColumn('teamId', 'text', (c) => c.notNull().references('teams.id').onDelete('cascade'))
    .addColumn('personId', 'text', (c) => c.notNull().references('people.id').onDelete('cascade'))
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('teamMembersKey', ['teamId', 'personId'])
    .execute();
  await schema.createIndex('teamMembersOfPerson').on('teamMembers').columns(['tenantId', 'personId']).execute();
}

async function createTenantSettings({ schema }: Schema): Promise<void> {
  await schema
    .createTable('tenantDomains')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('tenantDomainsOfTenant').on('tenantDomains').column('tenantId').execute();
  await schema
    .createTable('tenantOrigins')
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('tenantOriginsKey', ['tenantId', 'origin'])
    .execute();
  await schema
    .createTable('apiKeys')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull().references('tenants.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('start', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('lastUsedAt', 'bigint')
    .addColumn('expiresAt', 'bigint')
    .addColumn('revokedAt', 'bigint')
    .addColumn('replacedById', 'text')
    .execute();
  await schema.createIndex('apiKeysOfTenant').on('apiKeys').columns(['tenantId', 'createdAt']).execute();
}

async function createAudit({ schema }: Schema): Promise<void> {
  await schema
    .createTable('auditHeads')
    .addColumn('tenantId', 'text', (c) => c.primaryKey())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('auditEntries')
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('actorKind', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('objectKind', 'text', (c) => c.notNull())
    .addColumn('objectId', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('requestId', 'text', (c) => c.notNull())
    .addColumn('occurredAt', 'bigint', (c) => c.notNull())
    .addColumn('previousHash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('auditEntriesKey', ['tenantId', 'sequence'])
    .execute();
}
