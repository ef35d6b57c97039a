import { sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Worked time: segments of ten minutes, the weeks they make, the timer, activity codes and the work diary. */
export const timesheets: NamedMigration = {
  name: '0022-timesheets',
  async up(db) {
    await weeks(db);
    await time(db);
    await settings(db);
  },
};

async function weeks({ schema }: Schema): Promise<void> {
  await schema
    .createTable('timesheets')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull().references('contracts.id'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('weekStartsAt', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('rateMinor', 'bigint', (c) => c.notNull())
    .addColumn('limitMinutes', 'integer')
    .addColumn('billedSegments', 'integer')
    .addColumn('overLimitSegments', 'integer')
    .addColumn('amountMinor', 'bigint')
    .addColumn('charge', 'text', (c) => c.notNull())
    .addColumn('chargeAttempts', 'integer', (c) => c.notNull())
    .addColumn('chargeAgainAt', 'bigint')
    .addColumn('paymentId', 'text')
    .addColumn('chargeRefusal', 'text')
    .addColumn('paidAt', 'bigint')
    .addColumn('dueAt', 'bigint')
    .addColumn('acceptedAt', 'bigint')
    .addColumn('earnedMinor', 'bigint', (c) => c.notNull())
    .addColumn('refundedMinor', 'bigint', (c) => c.notNull())
    .addColumn('lostMinor', 'bigint', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addCheckConstraint(
      'timesheetsSum',
      sql`"earnedMinor" + "refundedMinor" + "lostMinor" <= coalesce("amountMinor", 0)`,
    )
    .execute();
  await schema
    .createIndex('timesheetsOneForWeek')
    .unique()
    .on('timesheets')
    .columns(['contractId', 'weekStartsAt'])
    .execute();
  await schema.createIndex('timesheetsOfTenant').on('timesheets').columns(['tenantId', 'weekStartsAt', 'id']).execute();
  await schema
    .createIndex('timesheetsOfFreelancer')
    .on('timesheets')
    .columns(['freelancerId', 'weekStartsAt', 'id'])
    .execute();
  await schema.createIndex('timesheetsByState').on('timesheets').columns(['state', 'dueAt']).execute();
  for (const [name, column] of [
    ['timesheetsToCharge', 'chargeAgainAt'],
    ['timesheetsOfPayment', 'paymentId'],
  ] as const)
    await schema
      .createIndex(name)
      .on('timesheets')
      .column(column)
      .where(sql.ref(column), 'is not', sql.lit(null))
      .execute();

  await schema
    .createTable('timesheetDisputes')
    .addColumn('timesheetId', 'text', (c) => c.primaryKey().references('timesheets.id'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('segments', 'integer', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('isFrozen', 'integer', (c) => c.notNull())
    .addColumn('disputedBy', 'text', (c) => c.notNull())
    .addColumn('disputedAt', 'bigint', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('releasedMinor', 'bigint')
    .addColumn('refundedMinor', 'bigint')
    .addColumn('resolution', 'text')
    .addColumn('resolvedAt', 'bigint')
    .execute();
  await schema
    .createTable('timeAdjustments')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('timesheetId', 'text', (c) => c.notNull().references('timesheets.id'))
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull().check(sql`"amountMinor" > 0`))
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('madeBy', 'text', (c) => c.notNull())
    .addColumn('paymentId', 'text')
    .addColumn('refundId', 'text')
    .addColumn('earningId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('doneAt', 'bigint')
    .execute();
  await schema.createIndex('timeAdjustmentsOfWeek').on('timeAdjustments').column('timesheetId').execute();
}

async function time({ schema }: Schema): Promise<void> {
  await schema
    .createTable('timeEntries')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('timesheetId', 'text', (c) => c.notNull().references('timesheets.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('memo', 'text', (c) => c.notNull())
    .addColumn('activityCodeId', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('timeEntriesOfWeek').on('timeEntries').column('timesheetId').execute();
  await schema
    .createTable('timeSegments')
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull().check(sql`"startsAt" % 600000 = 0`))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('timesheetId', 'text', (c) => c.notNull().references('timesheets.id'))
    .addColumn('entryId', 'text', (c) => c.notNull().references('timeEntries.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('hasActivity', 'integer', (c) => c.notNull())
    .addColumn('screenshot', 'text', (c) => c.notNull())
    .addColumn('billing', 'text')
    .addColumn('isDisputed', 'integer', (c) => c.notNull())
    // Ten minutes are counted once, whatever races.
    .addPrimaryKeyConstraint('timeSegmentsKey', ['freelancerId', 'startsAt'])
    .execute();
  await schema.createIndex('timeSegmentsById').unique().on('timeSegments').column('id').execute();
  await schema.createIndex('timeSegmentsOfWeek').on('timeSegments').columns(['timesheetId', 'startsAt']).execute();
  await schema.createIndex('timeSegmentsOfEntry').on('timeSegments').column('entryId').execute();
  await schema
    .createTable('timers')
    .addColumn('freelancerId', 'text', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('memo', 'text', (c) => c.notNull())
    .addColumn('activityCodeId', 'text')
    .addColumn('startedAt', 'bigint', (c) => c.notNull())
    .addColumn('seenAt', 'bigint', (c) => c.notNull())
    .addColumn('filledMs', 'integer', (c) => c.notNull())
    .addColumn('entryId', 'text')
    .addColumn('stoppedAt', 'bigint')
    .addColumn('stopReason', 'text')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
  await schema.createIndex('timersByState').on('timers').columns(['state', 'seenAt']).execute();
}

async function settings({ schema }: Schema): Promise<void> {
  await schema
    .createTable('activityCodes')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('isArchived', 'integer', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createIndex('activityCodesOneOfName')
    .unique()
    .on('activityCodes')
    .columns(['tenantId', 'contractId', 'code'])
    .execute();
  await schema
    .createTable('workDiaries')
    .addColumn('contractId', 'text', (c) => c.primaryKey().references('contracts.id'))
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('isActivityCodeRequired', 'integer', (c) => c.notNull())
    .addColumn('screenshots', 'text', (c) => c.notNull())
    .addColumn('askedBy', 'text')
    .addColumn('askedAt', 'bigint')
    .addColumn('answeredAt', 'bigint')
    .addColumn('revision', 'integer', (c) => c.notNull())
    .execute();
}
