import { sql } from 'kysely';
import type { NamedMigration } from '../platform/database/migrate.ts';

/** What a contract was charged before contracts kept their own fees. */
const formerFees = JSON.stringify({
  freelancer: { kind: 'flat', basisPoints: 1000 },
  client: { basisPoints: 500, initiationMinor: 0 },
});

/** Contracts from start to end: pauses, ends, fees, versions of terms, amendments, and what each waits for. */
export const contracts: NamedMigration = {
  name: '0020-contracts',
  async up(db) {
    const { schema } = db;
    const add = (name: string, type: 'text' | 'integer' | 'bigint', fallback?: string | number) =>
      schema
        .alterTable('contracts')
        .addColumn(name, type, (c) => (fallback === undefined ? c : c.notNull().defaultTo(fallback)))
        .execute();
    await add('revision', 'integer', 1);
    await add('fees', 'text', formerFees);
    await add('termsVersion', 'integer', 1);
    await add('endedBy', 'text');
    await add('endReason', 'text');
    await add('endNote', 'text');
    await add('endRequestedAt', 'bigint');
    await add('endedAt', 'bigint');
    await add('feedbackUntil', 'bigint');
    await add('closedAt', 'bigint');
    await add('lastActivityAt', 'bigint', 0);
    await add('idleToldAt', 'bigint');
    await add('changedAt', 'bigint', 0);
    await add('clientDueAt', 'bigint');
    await add('freelancerDueAt', 'bigint');
    await add('nextIsStale', 'integer', 1);
    await sql`update "contracts" set "lastActivityAt" = "createdAt", "changedAt" = "createdAt"`.execute(db);

    const index = (name: string, ...columns: string[]) =>
      schema.createIndex(name).on('contracts').columns(columns).execute();
    await index('contractsOfTenantByState', 'tenantId', 'state', 'createdAt', 'id');
    await index('contractsOfTenantByTeam', 'tenantId', 'team', 'state', 'createdAt', 'id');
    await index('contractsOfTenantByFreelancer', 'tenantId', 'freelancerId', 'state', 'createdAt', 'id');
    await index('contractsOfTenantWaiting', 'tenantId', 'clientDueAt', 'id');
    await index('contractsOfTenantWaitingByTeam', 'tenantId', 'team', 'clientDueAt', 'id');
    await index('contractsOfTenantWaitingByFreelancer', 'tenantId', 'freelancerId', 'clientDueAt', 'id');
    await index('contractsOfTenantByChange', 'tenantId', 'changedAt');
    await index('contractsOfFreelancerByState', 'freelancerId', 'state', 'createdAt', 'id');
    await index('contractsOfFreelancerWaiting', 'freelancerId', 'freelancerDueAt', 'id');
    await index('contractsOfFreelancerByChange', 'freelancerId', 'changedAt');
    await index('contractsByActivity', 'state', 'lastActivityAt');
    await index('contractsByFeedback', 'state', 'feedbackUntil');
    await sql`create index "contractsWithStaleStep" on "contracts" ("tenantId", "freelancerId") where "nextIsStale" = 1`.execute(
      db,
    );

    await schema
      .createTable('contractPauses')
      .addColumn('contractId', 'text', (c) => c.notNull().references('contracts.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('pausedAt', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('contractPausesKey', ['contractId', 'kind'])
      .execute();

    await schema
      .createTable('contractTerms')
      .addColumn('contractId', 'text', (c) => c.notNull().references('contracts.id'))
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('effectiveFrom', 'bigint', (c) => c.notNull())
      .addColumn('amendmentId', 'text')
      .addPrimaryKeyConstraint('contractTermsKey', ['contractId', 'version'])
      .execute();
    await sql`insert into "contractTerms" ("contractId", "version", "tenantId", "terms", "termsHash", "effectiveFrom", "amendmentId")
      select "id", 1, "tenantId", "terms", "termsHash", 0, null from "contracts"`.execute(db);

    await schema
      .createTable('amendments')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('contractId', 'text', (c) => c.notNull().references('contracts.id'))
      .addColumn('freelancerId', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('proposedBy', 'text', (c) => c.notNull())
      .addColumn('baseVersion', 'integer', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('message', 'text', (c) => c.notNull())
      .addColumn('approvalId', 'text')
      .addColumn('effectiveFrom', 'bigint')
      .addColumn('expiresAt', 'bigint')
      .addColumn('endReason', 'text')
      .addColumn('createdAt', 'bigint', (c) => c.notNull())
      .addColumn('updatedAt', 'bigint', (c) => c.notNull())
      .execute();
    await sql`create unique index "amendmentsOneOpen" on "amendments" ("contractId")
      where "state" in ('pendingApproval', 'proposed', 'pendingSignature', 'agreed')`.execute(db);
    await schema
      .createIndex('amendmentsOfContract')
      .on('amendments')
      .columns(['contractId', 'createdAt', 'id'])
      .execute();
    await schema.createIndex('amendmentsByExpiry').on('amendments').columns(['state', 'expiresAt']).execute();
    await schema.createIndex('amendmentsByEffect').on('amendments').columns(['state', 'effectiveFrom']).execute();
    await schema
      .createTable('amendmentSignatures')
      .addColumn('amendmentId', 'text', (c) => c.notNull().references('amendments.id'))
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('tenantId', 'text', (c) => c.notNull())
      .addColumn('personId', 'text', (c) => c.notNull())
      .addColumn('typedName', 'text', (c) => c.notNull())
      .addColumn('termsHash', 'text', (c) => c.notNull())
      .addColumn('signedAt', 'bigint', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('sessionId', 'text')
      .addPrimaryKeyConstraint('amendmentSignaturesKey', ['amendmentId', 'side'])
      .execute();
  },
};
