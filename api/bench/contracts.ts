import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Executor } from '../platform/database/database.ts';
import { addContract, seedPaidWork, submitAll } from '../testing/paid-work-world.ts';
import { testPassword } from '../testing/test-tenants.ts';
import { measure, openBenchApp, signIn } from './jobs.ts';

const madeContracts = 250;
const milestonesEach = 3;
const amountMinor = 50_000;
const freelancers = 50;

/**
 * The list of what contracts wait for, of a tenant with 50,000: 250 made by the code that makes real ones, with funded
 * and submitted milestones, then copied row by row with the transfers that their figures are read from.
 */
export async function benchContracts({ contracts = 50_000 }: { contracts?: number } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const app = await openBenchApp(folder);
  try {
    const prefundMinor = 3 * madeContracts * milestonesEach * amountMinor;
    const work = await seedPaidWork(app, { freelancers, prefundMinor });
    for (let n = 0; n < madeContracts; n++) {
      const made = await addContract(app, work, work.freelancers[n % freelancers]!, {
        milestones: milestonesEach,
        amountMinor,
      });
      // A third waits for the client, a third for the freelancer, a third is over.
      if (n % 3 === 0) await submitAll(app, work, [{ ...made, milestoneIds: made.milestoneIds.slice(0, 2) }]);
    }
    await endEveryThird(app);
    // What each waits for is worked out before it is copied, as it is on a server that runs.
    await app.deps.jobs.runDue();
    const copies = Math.ceil(contracts / madeContracts) - 1;
    await app.deps.database.transaction((trx) => copyAll(trx, copies));
    await sql`analyze`.execute(app.deps.database.db);
    const cookie = await signIn(app, work.ownerEmail, `/t/${work.tenant.slug}`, testPassword);
    const list = (query: string) => () => `/t/${work.tenant.slug}/v1/contract-status?${query}`;
    const rows = {
      'all, first page': await measure(app, [cookie], list('filter=all'), '≤ 20'),
      'waits for us': await measure(app, [cookie], list('filter=waiting'), '≤ 20'),
      'open, 50 a page': await measure(app, [cookie], list('filter=open&limit=50'), '≤ 20'),
      'one freelancer’s': await measure(
        app,
        [cookie],
        list(`filter=all&freelancer=${work.freelancers[0]!.id}`),
        '≤ 20',
      ),
    };
    console.log(`\nContracts of a tenant with ${(copies + 1) * madeContracts}`);
    console.table(rows);
  } finally {
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function endEveryThird({ deps }: App): Promise<void> {
  await sql`update ${sql.table('contracts')} set state = 'closed' where rowid % 3 = 0`.execute(deps.database.db);
}

/** Columns that name a row or point to one of its contract: a copy's have its number behind them. */
const named: Readonly<Record<string, readonly string[]>> = {
  contracts: ['id', 'offerId'],
  contractTerms: ['contractId'],
  milestones: ['id', 'contractId'],
  ledgerTransfers: ['id', 'key', 'contractId'],
  ledgerEntries: ['transferId'],
  ledgerSettlements: ['transferId'],
};

async function copyAll(trx: Executor, copies: number): Promise<void> {
  for (const [table, changed] of Object.entries(named)) {
    const { rows } = await sql<{ name: string }>`select name from pragma_table_info(${table})`.execute(trx);
    const columns = rows.map(({ name }) => sql.ref(name));
    const values = rows.map(({ name }) =>
      changed.includes(name)
        ? sql`case when ${sql.ref(name)} is null then null else ${sql.ref(name)} || '_' || n end`
        : sql.ref(name),
    );
    await sql`
      with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${copies})
      insert into ${sql.table(table)} (${sql.join(columns)})
      select ${sql.join(values)} from ${sql.table(table)}, numbers
    `.execute(trx);
  }
}
