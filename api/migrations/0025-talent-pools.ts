import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Pools with owners and rules, members with states and what is kept about them, consents, and freelancers' calendars. */
export const talentPools: NamedMigration = {
  name: '0025-talent-pools',
  async up(db) {
    await widenPools(db);
    await widenMembers(db);
    await keptTables(db);
  },
};

const adder =
  (db: Schema, table: string) => (name: string, type: 'text' | 'integer' | 'bigint', fallback?: string | number) =>
    db.schema
      .alterTable(table)
      .addColumn(name, type, (c) => (fallback === undefined ? c : c.notNull().defaultTo(fallback)))
      .execute();

async function widenPools(db: Schema): Promise<void> {
  const add = adder(db, 'talentPools');
  await add('description', 'text', '');
  await add('criteria', 'text', '');
  await add('state', 'text', 'active');
  await add('editing', 'text', 'hirers');
  await add('ownerIds', 'text', '[]');
  await add('admitsFirstContract', 'integer', 0);
  await add('revision', 'integer', 1);
  await add('createdBy', 'text', '');
  await add('updatedAt', 'bigint', 0);
  await sql`update "talentPools" set "updatedAt" = "createdAt"`.execute(db);
}

async function widenMembers(db: Schema): Promise<void> {
  const { schema } = db;
  const add = adder(db, 'talentPoolMembers');
  await add('state', 'text', 'active');
  await add('admittedBy', 'text', 'hand');
  await add('memberSince', 'bigint');
  await add('message', 'text', '');
  await add('invitationExpiresAt', 'bigint');
  await add('answeredAt', 'bigint');
  await add('expiresAt', 'bigint');
  await add('endReason', 'text');
  await add('vettingApplicationId', 'text');
  await add('vettedAt', 'bigint');
  await add('score', 'integer');
  await add('tags', 'text', '[]');
  await add('noteCount', 'integer', 0);
  await add('rating', 'integer');
  await add('ratingReason', 'text');
  await add('ratedBy', 'text');
  await add('ratedAt', 'bigint');
  await add('rateMinor', 'bigint');
  await add('rateCurrency', 'text');
  await add('rateRole', 'text');
  await add('rateFrom', 'text');
  await add('rateTo', 'text');
  await add('revision', 'integer', 1);
  await sql`update "talentPoolMembers" set "memberSince" = "addedAt"`.execute(db);
  await sql`update "talentPoolMembers" set "state" = 'removed' where "removedAt" is not null`.execute(db);
  await schema.alterTable('talentPoolMembers').dropColumn('removedAt').execute();
  await schema
    .createIndex('talentPoolMembersByInvitation')
    .on('talentPoolMembers')
    .columns(['state', 'invitationExpiresAt'])
    .execute();
  await schema
    .createIndex('talentPoolMembersByExpiry')
    .on('talentPoolMembers')
    .columns(['state', 'expiresAt'])
    .execute();
}

async function keptTables({ schema }: Schema): Promise<void> {
  await schema
    .createTable('talentPoolNotes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('poolId', 'text', (c) => c.notNull().references('talentPools.id').onDelete('cascade'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('authorId', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('talentPoolNotesOfMember')
    .on('talentPoolNotes')
    .columns(['poolId', 'freelancerId', 'createdAt'])
    .execute();

  await schema
    .createTable('talentPoolRates')
    .addColumn('poolId', 'text', (c) => c.notNull().references('talentPools.id').onDelete('cascade'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('skillId', 'text')
    .addColumn('skillName', 'text')
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('rateMinor', 'bigint', (c) => c.notNull())
    .addColumn('rateCurrency', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('talentPoolRatesKey', ['poolId', 'position'])
    .execute();

  await schema
    .createTable('talentPoolShares')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('poolId', 'text', (c) => c.notNull().references('talentPools.id').onDelete('cascade'))
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('toTenantId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('requestedBy', 'text', (c) => c.notNull())
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('expiresAt', 'bigint', (c) => c.notNull())
    .addColumn('answeredAt', 'bigint')
    .addColumn('endedAt', 'bigint')
    .execute();
  await schema
    .createIndex('talentPoolSharesOneOpen')
    .unique()
    .on('talentPoolShares')
    .columns(['poolId', 'freelancerId', 'toTenantId'])
    .where(sql.ref('state'), 'in', [sql.lit('requested'), sql.lit('consented')])
    .execute();
  await schema
    .createIndex('talentPoolSharesToTenant')
    .on('talentPoolShares')
    .columns(['toTenantId', 'state', 'createdAt'])
    .execute();
  await schema
    .createIndex('talentPoolSharesOfFreelancer')
    .on('talentPoolShares')
    .columns(['freelancerId', 'state', 'createdAt'])
    .execute();
  await schema.createIndex('talentPoolSharesByExpiry').on('talentPoolShares').columns(['state', 'expiresAt']).execute();

  await schema
    .createTable('freelancerWeeks')
    .addColumn('freelancerId', 'text', (c) => c.notNull().references('freelancers.id').onDelete('cascade'))
    .addColumn('startsOn', 'text', (c) => c.notNull())
    .addColumn('freeHours', 'integer', (c) => c.notNull())
    .addColumn('writtenAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('freelancerWeeksKey', ['freelancerId', 'startsOn'])
    .execute();
}
