import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Terms templates, offers with versions and signatures, and the contracts they become. */
export const offers: NamedMigration = {
  name: '0015-offers',
  async up({ schema }) {
    await schema
      .createTable('termsTemplates')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('isDefault', 'integer', (c) => c.notNull())
      .addColumn('archivedAt', 'bigint')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('termsTemplatesOfTenant').on('termsTemplates').columns(['tenantId', 'name']).execute();
    await schema
      .createIndex('termsTemplatesOneDefault')
      .unique()
      .on('termsTemplates')
      .column('tenantId')
      .where(sql.ref('isDefault'), '=', sql.lit(1))
      .execute();
    await schema
      .createTable('termsTemplateVersions')
      .addColumn('templateId', 'text', (c) => c.notNull().references('termsTemplates.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('savedBy', 'text', (c) => c.notNull())
      .addColumn('savedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('termsTemplateVersionsKey', ['templateId', 'version'])
      .execute();

    await schema
      .createTable('offers')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('freelancerId', 'text')
      .addColumn('invitedEmail', 'text')
      .addColumn('invitedName', 'text')
      .addColumn('proposalId', 'text')
      .addColumn('jobPostId', 'text')
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .addColumn('team', 'text')
      .addColumn('costCenter', 'text')
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('createdBy', 'text', (c) => c.notNull())
      .addColumn('sentBy', 'text')
      .addColumn('signedName', 'text')
      .addColumn('signedAt', 'bigint')
      .addColumn('signedAddress', 'text')
      .addColumn('signedSession', 'text')
      .addColumn('approvalId', 'text')
      .addColumn('approvedFacts', 'text')
      .addColumn('openDays', 'integer')
      .addColumn('sentAt', 'bigint')
      .addColumn('expiresAt', 'bigint')
      .addColumn('remindAt', 'bigint')
      .addColumn('endedAt', 'bigint')
      .addColumn('endReason', 'text')
      .addColumn('contractId', 'text')
      .addColumn('documentHash', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('offersOfTenant').on('offers').columns(['tenantId', 'updatedAt', 'id']).execute();
    await schema.createIndex('offersOfFreelancer').on('offers').columns(['freelancerId', 'createdAt', 'id']).execute();
    await schema.createIndex('offersOfJobPost').on('offers').columns(['jobPostId', 'state']).execute();
    await schema.createIndex('offersOfProposal').on('offers').column('proposalId').execute();
    await schema.createIndex('offersByExpiry').on('offers').columns(['state', 'expiresAt']).execute();
    await schema.createIndex('offersByReminder').on('offers').columns(['state', 'remindAt']).execute();
    await schema
      .createIndex('offersWaitingForEmail')
      .on('offers')
      .column('invitedEmail')
      .where(sql.ref('freelancerId'), 'is', sql.lit(null))
      .execute();
    await schema
      .createTable('offerVersions')
      .addColumn('offerId', 'text', (c) => c.notNull().references('offers.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('personName', 'text', (c) => c.notNull())
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('offerVersionsKey', ['offerId', 'version'])
      .execute();
    await schema
      .createTable('offerSignatures')
      .addColumn('offerId', 'text', (c) => c.notNull().references('offers.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('typedName', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('signedAt', 'bigint', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('sessionId', 'text')
      .addPrimaryKeyConstraint('offerSignaturesKey', ['offerId', 'version', 'side'])
      .execute();

    await schema
      .createTable('contracts')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('offerId', 'text', (c) => c.notNull())
      .addColumn('offerVersion', 'integer', (c) => c.notNull())
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text')
      .addColumn('proposalId', 'text')
      .addColumn('team', 'text')
      .addColumn('costCenter', 'text')
      .addColumn('clientPersonId', 'text', (c) => c.notNull())
      .addColumn('freelancerPersonId', 'text', (c) => c.notNull())
      .addColumn('startsAt', 'bigint', (c) => c.notNull())
      .addColumn('startedAt', 'bigint')
      .addColumn('cancelledAt', 'bigint')
      .addColumn('cancelReason', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema.createIndex('contractsOneForOffer').unique().on('contracts').column('offerId').execute();
    await schema.createIndex('contractsOfTenant').on('contracts').columns(['tenantId', 'createdAt', 'id']).execute();
    await schema
      .createIndex('contractsOfFreelancer')
      .on('contracts')
      .columns(['freelancerId', 'createdAt', 'id'])
      .execute();
    await schema.createIndex('contractsByStart').on('contracts').columns(['state', 'startsAt']).execute();
  },
};
