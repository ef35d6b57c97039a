import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { putMarks } from '../hiring/job-marks/store.ts';
import { insertPosts } from '../hiring/job-posts/store.ts';
import { migrations } from '../migrations.ts';
import { createPersonWithPassword, passwordHash } from '../platform/auth/create-person.ts';
import { freelancerScope } from '../platform/auth/freelancer-scope.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createTenant } from '../platform/tenants/create-tenant.ts';
import { insertFreelancers } from '../talent/freelancers/insert-freelancers.ts';
import { skills } from '../talent/skills/taxonomy.ts';
import { createPool, fillPool } from '../talent/talent-pools/change-pools.ts';
import { madeFreelancer } from '../testing/made-freelancers.ts';
import { createBenchApp } from './create-bench-app.ts';
import { frequentSkill, madePosts, poolsOfBench } from './jobs/made-posts.ts';
import { type Random, seededRandom } from './search/made-profiles.ts';

const clients = 200;
const people = 40;
const rounds = 10;
const password = 'only for measuring speed';

/** The feed and the search of freelancers with everything a request passes in production, in this process, one by one. */
export async function benchJobs({ size }: { size: number }): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-'));
  const app = await openBenchApp(folder);
  try {
    await fill(app, size);
    const cookies = await seedPeople(app, size);
    const startedMs = performance.now();
    await app.jobSearch.start();
    const buildMs = performance.now() - startedMs;
    const random = seededRandom(3);
    const rows = {
      'feed of best matches, first page': await measure(app, cookies, () => '/v1/jobs/feed', '≤ 15'),
      'a word and all facets': await measure(app, cookies, () => `/v1/jobs/search?q=${word(random)}`, '–'),
      'four filters and all facets': await measure(app, cookies, () => filtered(random), '–'),
      'four filters, newest, no facets': await measure(
        app,
        cookies,
        () => `${filtered(random)}&sort=newest&facets=false`,
        '–',
      ),
      suggestions: await measure(app, cookies, () => `/v1/jobs/suggestions?q=${word(random).slice(0, 3)}`, '–'),
    };
    console.log(
      `\nJobs: ${size.toLocaleString('en')} open posts of ${clients} clients, ${people} freelancers with 10 skills; index built in ${(buildMs / 1000).toFixed(1)} s`,
    );
    console.table(rows);
  } finally {
    await app.jobSearch.stop();
    await app.deps.database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export async function openBenchApp(folder: string): Promise<App> {
  const database = await openDatabase(join(folder, 'bench.sqlite'));
  await migrate(database, migrations);
  return createBenchApp(database, folder, { searchFolder: join(folder, 'search') });
}

async function fill({ deps }: App, size: number): Promise<void> {
  const { database, clock } = deps;
  const tenantIds: string[] = [];
  await database.transaction(async (trx) => {
    for (let n = 0; n < clients; n++) {
      const country = ['US', 'DE', 'GB', 'FR'][n % 4]!;
      tenantIds.push(
        await createTenant(trx, deps, { slug: `client-${n}`, name: `Client ${n}`, plan: 'enterprise', country }),
      );
    }
    for (const id of poolsOfBench) {
      await createPool(trx, { id, tenantId: null, name: id }, clock.now());
    }
  });
  let batch = [];
  for (const post of madePosts(size, tenantIds, clock.now())) {
    batch.push(post);
    if (batch.length < 5000) continue;
    const rows = batch;
    batch = [];
    await database.transaction((trx) => insertPosts(trx, rows));
  }
  if (batch.length > 0) await database.transaction((trx) => insertPosts(trx, batch));
}

/** Signed in, each with skills, pools, and posts they proposed to or hid. */
async function seedPeople(app: App, size: number): Promise<string[]> {
  const { clock } = app.deps;
  const random = seededRandom(5);
  const hash = await passwordHash(password);
  const cookies: string[] = [];
  for (let n = 0; n < people; n++) {
    const email = `freelancer${n}@bench.example`;
    const id = `fr_bench${n}`;
    await app.identity.authority.change(async (trx) => {
      const personId = await createPersonWithPassword(trx, app.deps, { email, name: email }, hash);
      await insertFreelancers(trx, [madeFreelancer(clock.now(), { ...profile(random), id, personId })]);
      for (const poolId of [poolsOfBench[n % 20]!, poolsOfBench[(n + 7) % 20]!]) {
        await fillPool(trx, { poolId, freelancerIds: [id], addedBy: personId }, clock.now());
      }
      for (let hidden = 0; hidden < 50; hidden++) {
        const jobPostId = `jp_bench${(n * 1009 + hidden * 37) % size}`;
        await putMarks(trx, freelancerScope(id), jobPostId, { hiddenAt: clock.now(), hideReason: 'other' });
      }
    });
    cookies.push(await signIn(app, email));
  }
  return cookies;
}

function profile(random: Random) {
  const known = [...new Set(Array.from({ length: 10 }, () => frequentSkill(random).id))];
  return {
    skills: known,
    categoryId: skills.find(({ id }) => id === known[0])!.categoryId,
    rateMinor: 2000 + Math.floor(random() * 8000),
    hoursPerWeek: 30,
  };
}

/** @param at the path of a tenant's portal */
export async function signIn(app: App, email: string, at = '', secret = password): Promise<string> {
  const answer = await app.http.request(`http://localhost:4000${at}/v1/auth/sign-in/email`, {
    method: 'POST',
    body: JSON.stringify({ email, password: secret }),
    headers: { 'content-type': 'application/json', origin: 'http://localhost:4000' },
  });
  const cookie = answer.headers.getSetCookie().find((set) => set.includes('session_token'));
  if (!cookie) throw new Error(`sign-in answered ${answer.status}`);
  return cookie.split(';')[0]!;
}

export async function measure(app: App, cookies: readonly string[], path: () => string, goal: string) {
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let round = -1; round < rounds; round++) {
    if (round === 0) before = process.cpuUsage();
    for (const cookie of cookies) {
      const address = path();
      const startedMs = performance.now();
      const answer = await app.http.request(`http://localhost:4000${address}`, { headers: { cookie } });
      await answer.text();
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
      // The first round warms what a running server has warm.
      if (round >= 0) times.push(performance.now() - startedMs);
    }
  }
  // What a request costs whatever else the machine does.
  const { user, system } = process.cpuUsage(before);
  const cpuMs = Number(((user + system) / 1000 / times.length).toFixed(1));
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.ceil(share * times.length) - 1]!.toFixed(1));
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), 'CPU ms': cpuMs, 'goal p95': goal };
}

function word(random: Random): string {
  return encodeURIComponent(frequentSkill(random).name.split(' ')[0]!);
}

function filtered(random: Random): string {
  const { id, categoryId } = frequentSkill(random);
  return `/v1/jobs/search?category=${categoryId}&skill=${id}&kind=hourly&rateMin=3000&level=intermediate&level=expert`;
}
