import { type CreateTableBuilder, sql } from 'kysely';
import { randomId } from '../platform/clock/clock.ts';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/** Milestones with what is handed in for them, bonuses, retainers, and what is asked back. */
export const milestones: NamedMigration = {
  name: '0021-milestones',
  async up(db) {
    await milestoneTables(db);
    await otherTables(db);
    await refundTable(db);
    await planSignedContracts(db);
  },
};

async function milestoneTables({ schema }: Schema): Promise<void> {
  await ofContract(schema.createTable('milestones'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('description', 'text', (c) => c.notNull())
    .addColumn('dueOn', 'text')
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull().check(sql`"amountMinor" > 0`))
    .addColumn('extraMinor', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('remainderOf', 'text')
    .addColumn('paymentId', 'text')
    .addColumn('fundingRefusal', 'text')
    .addColumn('fundedAt', 'bigint')
    .addColumn('releasingMinor', 'bigint')
    .addColumn('extraPaymentId', 'text')
    .addColumn('releaseRefusal', 'text')
    .addColumn('submissions', 'integer', (c) => c.notNull())
    .addColumn('submittedAt', 'bigint')
    .addColumn('autoReleaseAt', 'bigint')
    .addColumn('warnAt', 'bigint')
    .addColumn('changeReason', 'text')
    .addColumn('refundMinor', 'bigint')
    .addColumn('refundReason', 'text')
    .addColumn('refundAskedAt', 'bigint')
    .addColumn('refundAnswer', 'text')
    .addColumn('refundAnswerBy', 'bigint')
    .addColumn('refundId', 'text')
    .addColumn('bankDisputeId', 'text')
    .addColumn('frozenFrom', 'text')
    .addColumn('earningId', 'text')
    .addColumn('releasedAt', 'bigint')
    .addColumn('settledAt', 'bigint')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('milestonesOfContract').on('milestones').columns(['contractId', 'position']).execute();
  await schema.createIndex('milestonesOfPayment').on('milestones').column('paymentId').execute();
  await schema.createIndex('milestonesOfExtraPayment').on('milestones').column('extraPaymentId').execute();
  for (const due of ['autoReleaseAt', 'warnAt', 'refundAnswerBy'])
    await schema
      .createIndex(`milestonesBy${due}`)
      .on('milestones')
      .column(due)
      .where(sql.ref(due), 'is not', sql.lit(null))
      .execute();

  await ofContract(schema.createTable('deliverables'))
    .addColumn('milestoneId', 'text', (c) => c.notNull().references('milestones.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('links', 'text', (c) => c.notNull())
    .addColumn('submittedBy', 'text', (c) => c.notNull())
    .addColumn('submittedAt', 'bigint', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('answerReason', 'text')
    .addColumn('answeredAt', 'bigint')
    .addUniqueConstraint('deliverablesOnceAVersion', ['milestoneId', 'version'])
    .execute();
}

async function otherTables({ schema }: Schema): Promise<void> {
  await ofContract(schema.createTable('bonuses'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('feeMinor', 'bigint', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('paymentId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('earningId', 'text')
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('settledAt', 'bigint')
    .execute();
  await schema.createIndex('bonusesOfContract').on('bonuses').columns(['contractId', 'createdAt']).execute();

  await ofContract(schema.createTable('retainers'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('span', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('periods', 'integer', (c) => c.notNull())
    .addColumn('earlierPeriods', 'integer', (c) => c.notNull())
    .addColumn('nextPeriodAt', 'bigint')
    .addColumn('pauseReason', 'text')
    .addColumn('stopReason', 'text')
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('retainersOfContract').on('retainers').columns(['contractId', 'createdAt']).execute();
  await schema.createIndex('retainersByPeriod').on('retainers').columns(['state', 'nextPeriodAt']).execute();

  await ofContract(schema.createTable('retainerPeriods'))
    .addColumn('retainerId', 'text', (c) => c.notNull().references('retainers.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('paymentId', 'text')
    .addColumn('refusal', 'text')
    .addColumn('refundId', 'text')
    .addColumn('bankDisputeId', 'text')
    .addColumn('earningId', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('settledAt', 'bigint')
    .addUniqueConstraint('retainerPeriodsOnce', ['retainerId', 'number'])
    .execute();
  await schema.createIndex('retainerPeriodsByEnd').on('retainerPeriods').columns(['state', 'endsAt']).execute();
  await schema.createIndex('retainerPeriodsOfContract').on('retainerPeriods').column('contractId').execute();

  await ofContract(schema.createTable('refundRequests'))
    .addColumn('freelancerId', 'text', (c) => c.notNull())
    .addColumn('earningId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('givenMinor', 'bigint', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answerBy', 'bigint')
    .addColumn('askedBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('answeredAt', 'bigint')
    .execute();
  await schema
    .createIndex('refundRequestsOfContract')
    .on('refundRequests')
    .columns(['contractId', 'createdAt'])
    .execute();
  await schema.createIndex('refundRequestsOfEarning').on('refundRequests').column('earningId').execute();
  await schema.createIndex('refundRequestsByAnswer').on('refundRequests').columns(['state', 'answerBy']).execute();
}

async function refundTable({ schema }: Schema): Promise<void> {
  await ofContract(schema.createTable('earningRefunds'))
    .addColumn('requestId', 'text', (c) => c.notNull().references('refundRequests.id'))
    .addColumn('earningId', 'text', (c) => c.notNull())
    .addColumn('paymentId', 'text', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('holdKind', 'text', (c) => c.notNull())
    .addColumn('holdOwnerId', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('earningRefundsOfRequest').on('earningRefunds').column('requestId').execute();
}

/** What each of them has: an id, its tenant and its contract. */
function ofContract<Table extends string>(table: CreateTableBuilder<Table>) {
  return table
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull().references('contracts.id'));
}

type Signed = { id: string; tenantId: string; freelancerId: string; terms: string; createdAt: number };
type SignedTerms = {
  payment:
    | { kind: 'hourly' }
    | {
        kind: 'fixed';
        milestones: { description: string; dueOn: string | null; amount: { amountMinor: number; currency: string } }[];
      };
};
const contractsAtOnce = 500;

/** Contracts that were signed before there were milestones get those of their terms, as each new one does. */
async function planSignedContracts(db: Schema): Promise<void> {
  for (let lastId = ''; ; ) {
    const { rows } = await sql<Signed>`
      select "id", "tenantId", "freelancerId", "terms", "createdAt" from "contracts"
      where "id" > ${lastId} and "state" <> 'cancelled' order by "id" limit ${contractsAtOnce}`.execute(db);
    const last = rows.at(-1);
    if (!last) return;
    lastId = last.id;
    for (const { id: contractId, tenantId, freelancerId, terms, createdAt } of rows) {
      const { payment } = JSON.parse(terms) as SignedTerms;
      if (payment.kind !== 'fixed') continue;
      for (const [index, { description, dueOn, amount }] of payment.milestones.entries())
        await sql`
          insert into "milestones" ("id", "tenantId", "contractId", "freelancerId", "position", "description", "dueOn",
            "currency", "amountMinor", "extraMinor", "state", "revision", "submissions", "createdAt", "updatedAt")
          values (${randomId('ms')}, ${tenantId}, ${contractId}, ${freelancerId}, ${index + 1}, ${description}, ${dueOn},
            ${amount.currency}, ${amount.amountMinor}, 0, 'planned', 1, 0, ${createdAt}, ${createdAt})`.execute(db);
    }
  }
}
