import { sql } from 'kysely';
import type { Executor } from '../../platform/database/database.ts';

/** Entries of one contract's life: funded (3), released (3), out of security (2). */
const entriesEach = 8;
const freelancers = 5_000;
const tenants = 200;
const startMs = Date.UTC(2025, 0, 1);
const everyMs = 100;

/**
 * A ledger as years of work leave it, in few statements: each milestone funded by card, released at 10 % and settled.
 * Ids are hashed, as random ones are, so that nothing lies in the order of time.
 */
export async function insertMadeLedger(db: Executor, entries: number): Promise<{ milestones: number }> {
  const milestones = Math.ceil(entries / entriesEach);
  await sql`create temp table made as
    with recursive n(n) as (select 0 union all select n + 1 from n where n + 1 < ${milestones})
    select n, printf('%016x', (n * 2654435761 + 97) % 2147483648 * 4294967296 + n) as h,
      n % ${freelancers} as f, n % ${tenants} as t, 5000 + (n * 7919) % 400000 as gross, ${startMs} + n * ${everyMs} as at
    from n`.execute(db);
  await accounts(db);
  for (const [step, kind] of [
    ['a', 'milestoneFunding'],
    ['b', 'earning'],
    ['c', 'securityOver'],
  ] as const)
    await transfers(db, step, kind);
  await lines(db, 'a', [
    [`'la_processor'`, '-(gross + (gross * 500 + 5000) / 10000)'],
    [`'la_ms_' || h`, 'gross'],
    [`'la_client'`, '(gross * 500 + 5000) / 10000'],
  ]);
  await lines(db, 'b', [
    [`'la_ms_' || h`, '-gross'],
    [`'la_frp_' || f`, 'gross - (gross * 1000 + 5000) / 10000'],
    [`'la_service'`, '(gross * 1000 + 5000) / 10000'],
  ]);
  await lines(db, 'c', [
    [`'la_frp_' || f`, '-(gross - (gross * 1000 + 5000) / 10000)'],
    [`'la_fra_' || f`, 'gross - (gross * 1000 + 5000) / 10000'],
  ]);
  await earned(db);
  await sql`drop table made`.execute(db);
  return { milestones };
}

async function accounts(db: Executor): Promise<void> {
  const insert = (rows: string) =>
    sql
      .raw(
        `insert into "ledgerAccounts" (id, kind, "ownerId", currency, "isGuarded", "postedMinor", "heldMinor", "createdAt") ${rows}`,
      )
      .execute(db);
  const net = 'gross - (gross * 1000 + 5000) / 10000';
  await insert(`select 'la_ms_' || h, 'escrow', 'ms_' || h, 'USD', 1, 0, 0, at from made`);
  await insert(`select 'la_frp_' || f, 'freelancerPending', 'fr_' || f, 'USD', 1, 0, 0, 0 from made group by f`);
  await insert(
    `select 'la_fra_' || f, 'freelancerAvailable', 'fr_' || f, 'USD', 1, sum(${net}), 0, 0 from made group by f`,
  );
  await insert(`values ('la_processor', 'processor', 'bench', 'USD', 0, 0, 0, 0),
    ('la_client', 'platformFees', 'client', 'USD', 0, 0, 0, 0), ('la_service', 'platformFees', 'service', 'USD', 0, 0, 0, 0)`);
}

async function transfers(db: Executor, step: string, kind: string): Promise<void> {
  await sql
    .raw(`insert into "ledgerTransfers"
      (id, key, kind, "tenantId", "contractId", "subjectKind", "subjectId", details, "occurredAt")
    select 'lt_' || h || '${step}', '${kind} ms_' || h, '${kind}', 'tn_' || t, 'ct_' || h, 'milestone', 'ms_' || h, '{}', at
    from made order by n`)
    .execute(db);
  await sql
    .raw(`insert into "ledgerSettlements" ("transferId", outcome, "externalId", "settledAt")
      select 'lt_' || h || '${step}', 'posted', ${step === 'a' ? `'sbx_' || h` : 'null'}, at from made order by n`)
    .execute(db);
}

async function lines(db: Executor, step: string, entries: readonly (readonly [string, string])[]): Promise<void> {
  const selects = entries.map(
    ([account, amount], position) =>
      `select n, 'lt_' || h || '${step}' as t, ${position} as p, ${account} as a, ${amount} as m, at from made`,
  );
  await sql
    .raw(`insert into "ledgerEntries" ("transferId", position, "accountId", "amountMinor", currency, "occurredAt")
      select t, p, a, m, 'USD', at from (${selects.join(' union all ')}) order by n, p`)
    .execute(db);
}

async function earned(db: Executor): Promise<void> {
  const fee = '(gross * 1000 + 5000) / 10000';
  await sql
    .raw(`insert into earnings (id, "tenantId", "freelancerId", "contractId", "subjectKind", "subjectId", state, currency,
        "grossMinor", "feeMinor", "netMinor", "returnedGrossMinor", "returnedFeeMinor", "transferId", "earnedAt",
        "securityEndsAt", "availableAt", "reversedAt")
      select 'ea_' || h, 'tn_' || t, 'fr_' || f, 'ct_' || h, 'milestone', 'ms_' || h, 'available', 'USD',
        gross, ${fee}, gross - ${fee}, 0, 0, 'lt_' || h || 'b', at, at, at, null from made`)
    .execute(db);
  await sql
    .raw(`insert into "relationshipBilling" ("tenantId", "freelancerId", currency, "billedMinor")
      select 'tn_' || t, 'fr_' || f, 'USD', sum(gross) from made group by t, f`)
    .execute(db);
}
