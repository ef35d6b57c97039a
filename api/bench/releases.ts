import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import type { App } from '../app.ts';
import { verifyLedger } from '../money/ledger/verify-ledger.ts';
import { SqliteConnection } from '../platform/database/sqlite-connection.ts';
import { proofs } from '../proofs.ts';
import { addContract, seedPaidWork, submitAll } from '../testing/paid-work-world.ts';
import { testPassword } from '../testing/test-tenants.ts';
import { openBenchApp } from './jobs.ts';

const connections = 16;
const milestonesEach = 20;
const freelancers = 8;
const amountMinor = 50_000;
const bareSeconds = 3;

/**
 * Releases a second through HTTP, each with its ledger transfer, earning, timeline, audit entry and notices, beside
 * transactions of two bare rows in the same file in the same run: before it and after, so that a busy machine shows.
 */
export async function benchReleases({ releases = 1600 }: { releases?: number } = {}): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const app = await openBenchApp(folder);
  try {
    const work = await seedPaidWork(app, { freelancers, prefundMinor: 2 * releases * amountMinor });
    for (let n = 0; n < releases / milestonesEach; n++) {
      const by = work.freelancers[n % freelancers]!;
      await submitAll(app, work, [await addContract(app, work, by, { milestones: milestonesEach, amountMinor })]);
    }
    const file = join(folder, 'bench.sqlite');
    const bareBefore = await bareTransactions(file);
    const released = await releaseAll(
      app,
      `/t/${work.tenant.slug}`,
      work.ownerEmail,
      work.contracts.flatMap(({ milestoneIds }) => milestoneIds),
    );
    const bareAfter = await bareTransactions(file);
    const { brokenCount } = await verifyLedger(app.deps.database, proofs);
    if (brokenCount > 0) throw new Error('the ledger does not hold after the bench');
    const bare = (bareBefore + bareAfter) / 2;
    console.log(`\nReleases at ${connections} connections, SQLite`);
    console.table({
      'bare transactions of two rows': { 'per second': Math.round(bare), 'of bare': '100 %', goal: '–' },
      'releases over HTTP': {
        'per second': Math.round(released.perSecond),
        'of bare': `${Math.round((100 * released.perSecond) / bare)} %`,
        goal: '≥ 35 %',
        'p99 ms': released.p99Ms,
        'CPU ms': Number(released.cpuMs.toFixed(1)),
      },
    });
  } finally {
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One after the other on one connection, each durable before the next begins. */
async function bareTransactions(file: string): Promise<number> {
  const connection = await SqliteConnection.open(file, 'writer');
  try {
    await connection.exec('create table if not exists bare (id integer primary key, text text)');
    const [startedMs, endMs] = [performance.now(), performance.now() + bareSeconds * 1000];
    let count = 0;
    for (; performance.now() < endMs; count++) {
      await connection.exec('begin immediate');
      for (const text of ['one', 'other']) await connection.run('insert into bare (text) values (?)', [text]);
      await connection.exec('commit');
    }
    return (1000 * count) / (performance.now() - startedMs);
  } finally {
    await connection.close();
  }
}

async function releaseAll(app: App, at: string, email: string, ids: readonly string[]) {
  const { server, url } = await new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch: app.http.fetch, port: 0 }, ({ port }) =>
      resolve({ server, url: `http://127.0.0.1:${port}` }),
    );
  });
  try {
    const origin = 'http://localhost:4000';
    const answer = await app.http.request(`${origin}${at}/v1/auth/sign-in/email`, {
      method: 'POST',
      body: JSON.stringify({ email, password: testPassword }),
      headers: { 'content-type': 'application/json', origin },
    });
    const cookie = answer.headers
      .getSetCookie()
      .find((set) => set.includes('session_token'))!
      .split(';')[0]!;
    let next = 0;
    const request = {
      method: 'POST' as const,
      path: '/',
      body: '{}',
      headers: { 'content-type': 'application/json', cookie, origin, host: 'localhost:4000' },
      setupRequest: (made: autocannon.Request) => {
        const id = ids[next++ % ids.length]!;
        const headers = { ...made.headers, 'idempotency-key': `bench ${id}` };
        return { ...made, path: `${at}/v1/milestones/${id}/release`, headers };
      },
    };
    const before = process.cpuUsage();
    const startedMs = performance.now();
    const run = await autocannon({ url, connections, amount: ids.length, requests: [request] });
    const seconds = (performance.now() - startedMs) / 1000;
    if (run.non2xx + run.errors > 0) throw new Error(`${run.non2xx} were refused, ${run.errors} failed`);
    const { user, system } = process.cpuUsage(before);
    return { perSecond: ids.length / seconds, p99Ms: run.latency.p99, cpuMs: (user + system) / 1000 / ids.length };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
