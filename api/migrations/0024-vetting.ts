import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

type Schema = Kysely<unknown>;

/** Programs with their rubrics, applications with documents, interviews and scores, decisions and appeals. */
export const vetting: NamedMigration = {
  name: '0024-vetting',
  async up(db) {
    await programTables(db);
    await applicationTable(db);
    await reviewTables(db);
    await interviewTables(db);
    await db.schema.alterTable('freelancers').addColumn('expertVettedOn', 'text').execute();
  },
};

async function programTables({ schema }: Schema): Promise<void> {
  await owned(schema.createTable('vettingPrograms'))
    .addColumn('poolId', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('entry', 'text', (c) => c.notNull())
    .addColumn('minCompleteness', 'integer', (c) => c.notNull())
    .addColumn('categoryId', 'text')
    .addColumn('requiredSkills', 'text', (c) => c.notNull())
    .addColumn('documents', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('vettingProgramsOfTenant').on('vettingPrograms').columns(['tenantId', 'name']).execute();

  await owned(schema.createTable('vettingRubrics'))
    .addColumn('programId', 'text', (c) => c.notNull().references('vettingPrograms.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('criteria', 'text', (c) => c.notNull())
    .addColumn('passPercent', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('publishedBy', 'text')
    .addColumn('publishedAt', 'bigint')
    .execute();
  const rubricsBy = (name: string, ...columns: string[]) =>
    schema.createIndex(name).unique().on('vettingRubrics').columns(columns);
  await rubricsBy('vettingRubricVersions', 'programId', 'version').execute();
  await rubricsBy('vettingRubricDrafts', 'programId').where(sql.ref('state'), '=', sql.lit('draft')).execute();
  await rubricsBy('vettingRubricsInUse', 'programId').where(sql.ref('state'), '=', sql.lit('published')).execute();
}

async function applicationTable(db: Schema): Promise<void> {
  const { schema } = db;
  await owned(schema.createTable('vettingApplications'))
    .addColumn('programId', 'text', (c) => c.notNull().references('vettingPrograms.id'))
    .addColumn('poolId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull().references('freelancers.id'))
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('renewsId', 'text')
    .addColumn('assigneeId', 'text')
    .addColumn('invitedBy', 'text')
    .addColumn('message', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('eligibility', 'text')
    .addColumn('rubricId', 'text')
    .addColumn('scoresNeeded', 'integer', (c) => c.notNull())
    .addColumn('scoreBasisPoints', 'integer')
    .addColumn('scoredAt', 'bigint')
    .addColumn('decisionId', 'text')
    .addColumn('coolDownUntil', 'bigint')
    .addColumn('answer', 'text')
    .addColumn('memberSince', 'bigint')
    .addColumn('expiresAt', 'bigint')
    .addColumn('suspendedUntil', 'bigint')
    .addColumn('answerBy', 'bigint')
    .addColumn('formerBadge', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('stateSince', 'bigint', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  const index = (name: string, ...columns: string[]) =>
    schema.createIndex(name).on('vettingApplications').columns(columns).execute();
  await index('vettingApplicationsOfTenant', 'tenantId', 'state', 'stateSince', 'id');
  await index('vettingApplicationsOfFreelancer', 'freelancerId', 'createdAt', 'id');
  await index('vettingApplicationsOfPool', 'poolId', 'freelancerId');
  await index('vettingApplicationsByAnswer', 'state', 'answerBy');
  await index('vettingApplicationsByExpiry', 'state', 'expiresAt');
  await index('vettingApplicationsBySuspension', 'state', 'suspendedUntil');
  // Two requests at once must not begin two applications.
  await sql`create unique index "vettingApplicationsUnderWay" on "vettingApplications" ("programId", "freelancerId")
    where "state" in ('invited', 'applied', 'eligibilityCheck', 'documentReview', 'interviewScheduled', 'interviewed', 'noShow', 'scored', 'needsMore', 'approved')`.execute(
    db,
  );
}

async function reviewTables({ schema }: Schema): Promise<void> {
  await ofApplication(schema.createTable('vettingDocuments'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('reviewedBy', 'text')
    .addColumn('reviewedAt', 'bigint')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('vettingDocumentsOf').on('vettingDocuments').column('applicationId').execute();

  await ofApplication(schema.createTable('vettingScores'))
    .addColumn('rubricId', 'text', (c) => c.notNull().references('vettingRubrics.id'))
    .addColumn('reviewerId', 'text', (c) => c.notNull())
    .addColumn('levels', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('scoreBasisPoints', 'integer', (c) => c.notNull())
    .addColumn('givenAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('vettingScoresOnce')
    .unique()
    .on('vettingScores')
    .columns(['applicationId', 'reviewerId'])
    .execute();
  await schema
    .createIndex('vettingScoresOfReviewer')
    .on('vettingScores')
    .columns(['tenantId', 'reviewerId', 'givenAt'])
    .execute();

  await ofApplication(schema.createTable('vettingDecisions'))
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('decidedBy', 'text')
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('internalNote', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint')
    .addColumn('rubricId', 'text')
    .addColumn('scoreBasisPoints', 'integer')
    .addColumn('decidedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('vettingDecisionsOf')
    .on('vettingDecisions')
    .columns(['applicationId', 'decidedAt'])
    .execute();

  await ofApplication(schema.createTable('vettingAppeals'))
    .addColumn('decisionId', 'text', (c) => c.notNull().references('vettingDecisions.id').unique())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('filedAt', 'bigint', (c) => c.notNull())
    .addColumn('heardBy', 'text')
    .addColumn('reason', 'text')
    .addColumn('heardAt', 'bigint')
    .execute();
  await schema.createIndex('vettingAppealsOf').on('vettingAppeals').column('applicationId').execute();
  await schema.createIndex('vettingAppealsOfTenant').on('vettingAppeals').columns(['tenantId', 'state']).execute();
}

async function interviewTables({ schema }: Schema): Promise<void> {
  await owned(schema.createTable('vettingSlots'))
    .addColumn('reviewerId', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('vettingSlotsOfTenant')
    .on('vettingSlots')
    .columns(['tenantId', 'state', 'startsAt', 'id'])
    .execute();
  await schema
    .createIndex('vettingSlotsOfReviewer')
    .on('vettingSlots')
    .columns(['tenantId', 'reviewerId', 'startsAt'])
    .execute();

  await ofApplication(schema.createTable('vettingInterviews'))
    .addColumn('slotId', 'text', (c) => c.notNull().references('vettingSlots.id'))
    .addColumn('reviewerId', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('timeZone', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('wasMoved', 'integer', (c) => c.notNull())
    .addColumn('sequence', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('bookedAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('vettingInterviewsOf').on('vettingInterviews').column('applicationId').execute();
  await schema
    .createIndex('vettingInterviewsOfReviewer')
    .on('vettingInterviews')
    .columns(['tenantId', 'reviewerId', 'state'])
    .execute();
  // One interview under way for an application, and one in a slot.
  const booked = (name: string, column: string) =>
    schema
      .createIndex(name)
      .unique()
      .on('vettingInterviews')
      .column(column)
      .where(sql.ref('state'), '=', sql.lit('booked'))
      .execute();
  await booked('vettingInterviewBooked', 'applicationId');
  await booked('vettingSlotBooked', 'slotId');
}

/** '' as tenant is the installation. */
function owned<Table extends string>(table: CreateTableBuilder<Table>) {
  return table.addColumn('id', 'text', (c) => c.primaryKey()).addColumn('tenantId', 'text', (c) => c.notNull());
}

function ofApplication<Table extends string>(table: CreateTableBuilder<Table>) {
  return owned(table).addColumn('applicationId', 'text', (c) => c.notNull().references('vettingApplications.id'));
}
