import { type Kysely, sql } from 'kysely';
import type { NamedMigration, Schema } from '../platform/database/migrate.ts';

/**
 * Approvals by rules with steps: policies by version, delegation, decisions by step, and payments that wait for a yes.
 * The simple rules on an amount that tenants had become their first version; what waits goes on as one step.
 */
export const approvalPolicies: NamedMigration = {
  name: '0026-approval-policies',
  async up(db) {
    await createPolicies(db);
    await widenApprovals(db);
    await createSteps(db);
    await createPaymentRequests(db);
    await carryOverRules(db);
    await carryOverWaiting(db);
  },
};

type Db = Schema;

async function createPolicies({ schema }: Db): Promise<void> {
  await schema
    .createTable('approvalPolicies')
    .addColumn('tenantId', 'text', (c) => c.primaryKey())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('draft', 'text')
    .addColumn('publishedVersion', 'integer')
    .addColumn('changedBy', 'text')
    .addColumn('changedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema
    .createTable('approvalPolicyVersions')
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('publishedBy', 'text')
    .addColumn('publishedAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('approvalPolicyVersionsKey', ['tenantId', 'version'])
    .execute();
  await schema
    .createTable('approvalDelegations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('fromPersonId', 'text', (c) => c.notNull())
    .addColumn('toPersonId', 'text', (c) => c.notNull())
    .addColumn('startsAt', 'bigint', (c) => c.notNull())
    .addColumn('endsAt', 'bigint', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('endedAt', 'bigint')
    .addColumn('endedBy', 'text')
    .execute();
  await schema
    .createIndex('approvalDelegationsOfTenant')
    .on('approvalDelegations')
    .columns(['tenantId', 'endsAt'])
    .execute();
}

async function widenApprovals({ schema }: Db): Promise<void> {
  const texts = ['team', 'costCenter', 'purchaseOrder', 'categoryId', 'rateCurrency', 'country', 'freelancerId'];
  for (const name of [...texts, 'decidedFor', 'outcome'])
    await schema.alterTable('approvals').addColumn(name, 'text').execute();
  await schema.alterTable('approvals').addColumn('rateMinor', 'bigint').execute();
  await schema.alterTable('approvals').addColumn('policyVersion', 'integer').execute();
  await schema
    .alterTable('approvals')
    .addColumn('signals', 'text', (c) => c.notNull().defaultTo('[]'))
    .execute();
  await schema
    .alterTable('approvals')
    .addColumn('step', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
}

async function createSteps({ schema }: Db): Promise<void> {
  await schema
    .createTable('approvalSteps')
    .addColumn('approvalId', 'text', (c) => c.notNull().references('approvals.id'))
    .addColumn('step', 'integer', (c) => c.notNull())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('plan', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('askedAt', 'bigint')
    .addColumn('escalatesAt', 'bigint')
    .addColumn('escalatedAt', 'bigint')
    .addColumn('decidedAt', 'bigint')
    .addPrimaryKeyConstraint('approvalStepsKey', ['approvalId', 'step'])
    .execute();
  await schema
    .createIndex('approvalStepsToEscalate')
    .on('approvalSteps')
    .columns(['escalatesAt', 'approvalId'])
    .where(sql.ref('state'), '=', sql.lit('asked'))
    .execute();
  await schema
    .createTable('approvalDecisions')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('approvalId', 'text', (c) => c.notNull().references('approvals.id'))
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('step', 'integer', (c) => c.notNull())
    .addColumn('personId', 'text', (c) => c.notNull())
    .addColumn('forPersonId', 'text', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('linkId', 'text')
    .addColumn('decidedAt', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('approvalDecisionsByPerson', ['approvalId', 'step', 'personId'])
    .addUniqueConstraint('approvalDecisionsForPerson', ['approvalId', 'step', 'forPersonId'])
    .execute();
  await schema
    .createIndex('approvalDecisionsByLink')
    .unique()
    .on('approvalDecisions')
    .column('linkId')
    .where(sql.ref('linkId'), 'is not', null)
    .execute();
}

/** Fundings and bonuses exactly as they were asked for; they belong to work, which pays them after the yes. */
async function createPaymentRequests({ schema }: Db): Promise<void> {
  await schema
    .createTable('paymentRequests')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tenantId', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('contractId', 'text', (c) => c.notNull())
    .addColumn('milestoneId', 'text')
    .addColumn('amountMinor', 'bigint', (c) => c.notNull())
    .addColumn('currency', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('requesterId', 'text', (c) => c.notNull())
    .addColumn('approvalId', 'text')
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('failure', 'text')
    .addColumn('paymentId', 'text')
    .addColumn('bonusId', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('settledAt', 'bigint')
    .execute();
  await schema
    .createIndex('paymentRequestsOneOfMilestone')
    .unique()
    .on('paymentRequests')
    .columns(['tenantId', 'milestoneId'])
    .where(sql.ref('state'), 'in', [sql.lit('pendingApproval'), sql.lit('approved')])
    .where(sql.ref('milestoneId'), 'is not', null)
    .execute();
  await schema
    .createIndex('paymentRequestsOfContract')
    .on('paymentRequests')
    .columns(['tenantId', 'contractId'])
    .execute();
}

type Settings = { jobPostsFromMinor?: number | null; offersFromMinor?: number | null; expiryDays?: number };
type Stored = { name: string; tenantId: string; settings: string; revision: number; changedAt: number };
type CarryTables = {
  policies: Stored;
  tenants: { id: string };
  approvalPolicies: { tenantId: string; revision: number; publishedVersion: number; changedAt: number };
  approvalPolicyVersions: { tenantId: string; version: number; document: string; note: string; publishedAt: number };
  approvals: { id: string; tenantId: string; state: string; requestedAt: number };
  approvalSteps: {
    approvalId: string;
    step: number;
    tenantId: string;
    plan: string;
    state: string;
    askedAt: number;
  };
};

/** Whoever could decide until now. */
const oneStep = {
  approvers: ['approver', 'financeAdmin', 'owner'].map((role) => ({ kind: 'role', role, where: 'tenant' })),
  needs: 'any',
  escalation: null,
};

async function carryOverRules(untyped: Db): Promise<void> {
  const db = untyped as Kysely<CarryTables>;
  const stored = await db.selectFrom('policies').selectAll().where('name', '=', 'approvals').execute();
  const settingsOf = (tenantId: string): Settings =>
    JSON.parse(stored.find((row) => row.tenantId === tenantId)?.settings ?? '{}');
  const common = settingsOf('');
  const tenants = await db.selectFrom('tenants').select('id').orderBy('id').execute();
  for (const { id: tenantId } of tenants) {
    const { jobPostsFromMinor = null, offersFromMinor = null } = { ...common, ...settingsOf(tenantId) };
    const rules = [
      ...ruleFrom('jobPosts', ['jobPost'], jobPostsFromMinor),
      ...ruleFrom('offers', ['offer', 'amendment'], offersFromMinor),
    ];
    if (rules.length === 0) continue;
    const document = JSON.stringify({ rules, otherwise: { steps: [] } });
    const changedAt = stored.find((row) => row.tenantId === tenantId)?.changedAt ?? 0;
    await db
      .insertInto('approvalPolicyVersions')
      .values({ tenantId, version: 1, document, note: '', publishedAt: changedAt })
      .execute();
    await db.insertInto('approvalPolicies').values({ tenantId, revision: 1, publishedVersion: 1, changedAt }).execute();
  }
  for (const { tenantId } of stored) {
    const { expiryDays } = settingsOf(tenantId);
    const settings = JSON.stringify(expiryDays === undefined ? {} : { expiryDays });
    await db
      .updateTable('policies')
      .set({ settings })
      .where('name', '=', 'approvals')
      .where('tenantId', '=', tenantId)
      .execute();
  }
}

function ruleFrom(id: string, kinds: readonly string[], fromMinor: number | null) {
  if (fromMinor === null) return [];
  const amount = { currency: 'USD', fromMinor, toMinor: null };
  const conditions = { kinds, amount, teams: [], categoryIds: [], costCenters: [], triggers: [] };
  return [{ id, name: '', conditions, steps: [oneStep] }];
}

async function carryOverWaiting(untyped: Db): Promise<void> {
  const db = untyped as Kysely<CarryTables>;
  const waiting = await db
    .selectFrom('approvals')
    .select(['id', 'tenantId', 'state', 'requestedAt'])
    .where('state', 'in', ['requested', 'stalled'])
    .execute();
  for (const { id: approvalId, tenantId, requestedAt } of waiting) {
    const row = { approvalId, step: 1, tenantId, plan: JSON.stringify(oneStep), state: 'asked', askedAt: requestedAt };
    await db.insertInto('approvalSteps').values(row).execute();
  }
}
