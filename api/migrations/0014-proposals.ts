import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** Invitations, proposals with what the team keeps about them, their threads, and how fast freelancers answer. */
export const proposals: NamedMigration = {
  name: '0014-proposals',
  async up({ schema }) {
    await schema
      .createTable('invitations')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('invitedBy', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('declineReason', 'text')
      .addColumn('declineText', 'text', (c) => c.notNull())
      .addColumn('endReason', 'text')
      .addColumn('proposalId', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('expiresAt', 'bigint', (c) => c.notNull())
      .addColumn('answeredAt', 'bigint')
      .execute();
    // Two members inviting the same person at the same moment make one invitation.
    await schema
      .createIndex('invitationsLive')
      .unique()
      .on('invitations')
      .columns(['jobPostId', 'freelancerId'])
      .where(sql.ref('state'), 'in', [sql.lit('sent'), sql.lit('accepted')])
      .execute();
    await schema.createIndex('invitationsOfPost').on('invitations').columns(['jobPostId', 'createdAt']).execute();
    await schema
      .createIndex('invitationsOfFreelancer')
      .on('invitations')
      .columns(['freelancerId', 'createdAt', 'id'])
      .execute();
    await schema
      .createIndex('invitationsExpiring')
      .on('invitations')
      .column('expiresAt')
      .where(sql.ref('state'), '=', sql.lit('sent'))
      .execute();

    await schema
      .createTable('proposals')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('invitationId', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('coverLetter', 'text', (c) => c.notNull())
      .addColumn('letterExcerpt', 'text', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .addColumn('bidKind', 'text', (c) => c.notNull())
      .addColumn('bidMinor', 'bigint', (c) => c.notNull())
      .addColumn('bidCurrency', 'text', (c) => c.notNull())
      .addColumn('milestones', 'text', (c) => c.notNull())
      .addColumn('attachmentCount', 'integer', (c) => c.notNull())
      .addColumn('connectsSpent', 'integer', (c) => c.notNull())
      .addColumn('connectsReturnedAt', 'bigint')
      .addColumn('boostBid', 'integer', (c) => c.notNull())
      .addColumn('shortlistedAt', 'bigint')
      .addColumn('shortlistedBy', 'text')
      .addColumn('isArchived', 'integer', (c) => c.notNull())
      .addColumn('viewedAt', 'bigint')
      .addColumn('openBy', 'bigint')
      .addColumn('repliedAt', 'bigint')
      .addColumn('termsVersion', 'integer', (c) => c.notNull())
      .addColumn('termsChangedAt', 'bigint')
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('endReason', 'text')
      .addColumn('endText', 'text', (c) => c.notNull())
      .addColumn('endedAt', 'bigint')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    // One proposal of a freelancer on a post, whatever became of it; two at the same moment make one.
    await schema
      .createIndex('proposalsOfPost')
      .unique()
      .on('proposals')
      .columns(['jobPostId', 'freelancerId'])
      .execute();
    await schema
      .createIndex('proposalsOfFreelancer')
      .on('proposals')
      .columns(['freelancerId', 'createdAt', 'id'])
      .execute();
    // The search index counts proposals by post, and asks for what changed since it last looked.
    await schema.createIndex('proposalsUpdated').on('proposals').column('updatedAt').execute();
    await schema
      .createIndex('proposalsUnopened')
      .on('proposals')
      .column('openBy')
      .where(sql.ref('openBy'), 'is not', null)
      .execute();

    await schema
      .createTable('proposalTerms')
      .addColumn('proposalId', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('bid', 'text', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('proposalTermsKey', ['proposalId', 'version'])
      .execute();

    await schema
      .createTable('proposalNotes')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('proposalId', 'text', (c) => c.notNull())
      .addColumn('authorId', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('editedAt', 'bigint')
      .execute();
    await schema.createIndex('proposalNotesOfPost').on('proposalNotes').columns(['jobPostId', 'proposalId']).execute();

    await schema
      .createTable('proposalRatings')
      .addColumn('proposalId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('stars', 'integer', (c) => c.notNull())
      .addColumn('ratedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('proposalRatingsKey', ['proposalId', 'personId'])
      .execute();
    await schema.createIndex('proposalRatingsOfPost').on('proposalRatings').column('jobPostId').execute();

    await schema
      .createTable('proposalMessages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('proposalId', 'text', (c) => c.notNull())
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('sequence', 'integer', (c) => c.notNull())
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('authorId', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('isMasked', 'integer', (c) => c.notNull())
      .addColumn('times', 'text', (c) => c.notNull())
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('proposalMessagesInOrder')
      .unique()
      .on('proposalMessages')
      .columns(['proposalId', 'sequence'])
      .execute();
    await schema
      .createIndex('proposalMessagesOfPost')
      .on('proposalMessages')
      .columns(['jobPostId', 'side', 'proposalId', 'sequence'])
      .execute();
    await schema
      .createIndex('proposalMessagesOfFreelancer')
      .on('proposalMessages')
      .columns(['freelancerId', 'createdAt'])
      .execute();

    await schema
      .createTable('proposalReads')
      .addColumn('proposalId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('jobPostId', 'text', (c) => c.notNull())
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('readTo', 'integer', (c) => c.notNull())
      .addColumn('readAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('proposalReadsKey', ['proposalId', 'personId'])
      .execute();
    await schema.createIndex('proposalReadsOfPost').on('proposalReads').columns(['jobPostId', 'personId']).execute();

    await schema
      .createTable('responseTimes')
      .addColumn('freelancerId', 'text', (c) => c.primaryKey())
      .addColumn('answers', 'integer', (c) => c.notNull())
      .addColumn('hours', 'real')
      .addColumn('recountAt', 'bigint')
      .addColumn('countedAt', 'bigint', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('responseTimesToRecount')
      .on('responseTimes')
      .column('recountAt')
      .where(sql.ref('recountAt'), 'is not', null)
      .execute();

    // Beside jobSuccess and badge: what a higher wing writes and every profile shows.
    await schema.alterTable('freelancers').addColumn('responseTimeHours', 'real').execute();
  },
};
