import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import type { App } from '../app.ts';
import { migrations } from '../migrations.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { exampleFreelancer } from '../testing/example-freelancer.ts';
import { createBenchApp } from './create-bench-app.ts';
import { searchPaths } from './search-http.ts';

const profiles = 20_000;
/** What a busy hour asks for; asking for all in turn is the worst case, in which no answer is found kept. */
const hotProfiles = 2_000;
const connections = 16;
const seconds = 8;

type Row = { name: string; perSecond: number; p99Ms: number; ofBare: number; goal: string };

/**
 * Requests a second and p99 at 16 connections, each beside a bare Hono route that sends the same bytes, in one run. The
 * load comes from a thread of its own; the API runs with everything a request passes in production.
 */
export async function benchHttp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const app = await openBenchApp(folder);
  try {
    const path = (n: number) => `/v1/freelancers/${exampleFreelancer(n).row.id}`;
    const hot = Array.from({ length: hotProfiles }, (_, n) => path(n * Math.floor(profiles / hotProfiles)));
    const all = Array.from({ length: profiles }, (_, n) => path((n * 7919) % profiles));
    const sample = await (await app.http.request(hot[0]!)).text();
    const bare = await load(bareRoute(sample), ['/profile']);
    const rows: Row[] = [{ name: 'bare Hono route, same bytes', ...bare, ofBare: 1, goal: '–' }];
    const measured = async (name: string, goal: string, paths: string[]) => {
      const { perSecond, p99Ms } = await load(app.http.fetch, paths);
      rows.push({ name, perSecond, p99Ms, ofBare: perSecond / bare.perSecond, goal });
    };
    await measured(`profile read, ${hotProfiles} of ${profiles} profiles asked for`, '≥ 40 %', hot);
    await measured(`profile read, all ${profiles} in turn: none found kept`, '–', all);
    await app.talentSearch.start();
    const searches = searchPaths();
    await measured(`talent search with all facets among ${profiles}`, '–', searches);
    await measured(
      'the same without facets',
      '–',
      searches.map((search) => `${search}&facets=false`),
    );
    print(rows);
  } finally {
    await app.talentSearch.stop();
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openBenchApp(folder: string): Promise<App> {
  const database = await openDatabase(join(folder, 'bench.sqlite'));
  await migrate(database, migrations);
  for (let start = 0; start < profiles; start += 5000) {
    const records = Array.from({ length: 5000 }, (_, n) => exampleFreelancer(start + n));
    await database.transaction((trx) => insertFreelancers(trx, records));
  }
  return createBenchApp(database, folder);
}

function bareRoute(body: string) {
  return new Hono().get('/profile', (c) => c.body(body, 200, { 'content-type': 'application/json' })).fetch;
}

async function load(fetch: Parameters<typeof serve>[0]['fetch'], paths: string[]) {
  const { server, url } = await new Promise<{ server: ReturnType<typeof serve>; url: string }>((resolve) => {
    const server = serve({ fetch, port: 0 }, ({ port }) => resolve({ server, url: `http://127.0.0.1:${port}` }));
  });
  try {
    const requests = paths.map((path) => ({ method: 'GET' as const, path }));
    const cannon = { url, connections, requests, workers: 1 };
    await autocannon({ ...cannon, duration: 2 });
    const { requests: sent, latency, non2xx, errors } = await autocannon({ ...cannon, duration: seconds });
    if (non2xx + errors > 0) throw new Error(`${non2xx} answers were no success, ${errors} requests failed`);
    return { perSecond: Math.round(sent.average), p99Ms: latency.p99 };
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

function print(rows: Row[]): void {
  console.log(`\nHTTP at ${connections} connections`);
  console.table(
    Object.fromEntries(
      rows.map(({ name, perSecond, p99Ms, ofBare, goal }) => [
        name,
        { 'requests/s': perSecond, 'p99 ms': p99Ms, 'of bare': `${Math.round(ofBare * 100)} %`, goal },
      ]),
    ),
  );
}
