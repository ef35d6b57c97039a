import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { agree } from '@portico/api/commands/reports.ts';
import { openDatabase } from '@portico/api/platform/database/open-database.ts';
import { openTestApp, type TestApp } from '@portico/api/testing/test-app.ts';
import { seedWorldOnce } from './seed-world.ts';

const seedScript = new URL('./seed.ts', import.meta.url).pathname;

describe('an interrupted seed', () => {
  let dataFolder: string;
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'portico-seed-'));
  });
  after(() => rm(dataFolder, { recursive: true, force: true }));

  const seed = () =>
    spawn(process.execPath, [seedScript, '--freelancers', '70'], {
      env: { PATH: process.env.PATH, DATA_DIR: dataFolder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  test('that was killed in the middle goes on when it is started again', async () => {
    const killed = seed();
    const ended = once(killed, 'exit');
    for await (const line of createInterface(killed.stdout)) {
      if (!/Freelancers: (?!70 )/.test(line)) continue;
      killed.kill('SIGKILL');
      break;
    }
    assert.deepEqual(await ended, [null, 'SIGKILL']);
    assert.deepEqual(await once(seed().on('error', assert.fail), 'exit'), [0, null]);

    const database = await openDatabase(join(dataFolder, 'portico.sqlite'));
    const count = async (table: 'freelancers' | 'tenants' | 'talentPools' | 'apiKeys') =>
      (await database.db.selectFrom(table).select('id').execute()).length;
    const counts = [
      await count('freelancers'),
      await count('tenants'),
      await count('talentPools'),
      await count('apiKeys'),
    ];
    await database.close();
    assert.deepEqual(counts, [70, 3, 3, 1]);
  });
});

describe('a world', () => {
  let app: TestApp;
  let dataFolder: string;
  let keyFile: string;
  before(async () => {
    app = await openTestApp();
    dataFolder = await mkdtemp(join(tmpdir(), 'portico-world-'));
    keyFile = join(dataFolder, 'demo', 'intranet-key');
  });
  after(async () => {
    await app.close();
    await rm(dataFolder, { recursive: true, force: true });
  });

  const seed = (intranetPort = 4001) => seedWorldOnce(app, { dataFolder, intranetPort, freelancers: 20 });
  const count = async (table: 'tenants' | 'people' | 'talentPools' | 'apiKeys') =>
    (await app.deps.database.db.selectFrom(table).select('id').execute()).length;
  const counts = async () => [
    await count('tenants'),
    await count('people'),
    await count('talentPools'),
    await count('apiKeys'),
  ];
  const minted = async ({ host }: Awaited<ReturnType<typeof seed>>, port: number) => {
    const origin = `http://localhost:${port}`;
    const answer = await app.send(
      'POST',
      '/v1/embed/sessions',
      { member: { email: host.employees[0]!.email }, widgets: { talentSearch: {} }, origins: [origin] },
      { authorization: `Bearer ${host.secretKey}` },
    );
    return answer.status;
  };

  test('whose key could not be kept gets one the next time, and nothing twice', async () => {
    await mkdir(keyFile, { recursive: true });
    await assert.rejects(seed(), { code: 'EISDIR' });
    const [tenants, people, pools, keys] = await counts();
    assert.deepEqual([tenants, pools, keys], [3, 3, 0]);
    await rmdir(keyFile);
    assert.equal(await minted(await seed(), 4001), 201);
    assert.deepEqual(await counts(), [3, people, 3, 1]);
  });

  test('that is whole is only told of', async () => {
    const before = await counts();
    const [first, second] = [await seed(), await seed()];
    assert.deepEqual(second, first);
    assert.deepEqual(await counts(), before);
  });

  test('hires: posts of every state, proposals, an approval that waits, an offer to sign and a contract, none of them twice', async () => {
    const { db } = app.deps.database;
    const states = async (table: 'jobPosts' | 'proposals' | 'offers' | 'contracts' | 'approvals') =>
      (await db.selectFrom(table).select('state').execute()).map(({ state }) => state).sort();
    const hiring = async () => [
      await states('jobPosts'),
      await states('proposals'),
      await states('offers'),
      await states('contracts'),
      await states('approvals'),
    ];
    await seed();
    const before = await hiring();
    const [posts, proposals, offers, contracts, approvals] = before.map((each) => new Set(each));
    assert.deepEqual([...posts!], ['closed', 'draft', 'open', 'paused']);
    assert.ok(proposals!.has('active') && proposals!.has('submitted'));
    assert.deepEqual([...offers!], ['accepted', 'pendingApproval', 'sent']);
    assert.deepEqual([...contracts!], ['active', 'feedbackOpen', 'paused', 'pendingOnboarding']);
    assert.deepEqual([...approvals!], ['approved', 'requested']);
    await rm(join(dataFolder, 'demo', 'hiring-of'));
    await seed();
    assert.deepEqual(await hiring(), before);
  });

  test('keeps budgets, orders, teams, pools and a vetting desk, none of them twice', async () => {
    const { db } = app.deps.database;
    const tables = [
      'teams',
      'costCenters',
      'purchaseOrders',
      'budgets',
      'onboardingTemplates',
      'talentPoolNotes',
    ] as const;
    const counts = async () => {
      const found: Record<string, number> = {};
      for (const table of tables)
        found[table] = (
          await db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
        ).n;
      return { ...found, vetting: (await db.selectFrom('vettingApplications').select('state').execute()).length };
    };
    await seed();
    const before = await counts();
    for (const [table, count] of Object.entries(before)) assert.ok(count > 0, table);
    const vetting = await db.selectFrom('vettingApplications').select('state').distinct().execute();
    assert.deepEqual(vetting.map(({ state }) => state).sort(), ['documentReview', 'interviewScheduled', 'member']);
    for (const part of ['company', 'talent']) await rm(join(dataFolder, 'demo', `${part}-of`));
    await seed();
    assert.deepEqual(await counts(), before);
  });

  test('has reports whose every figure sums to its entries, and contracts on whose cost three reports agree', async () => {
    await seed();
    assert.match(
      await agree(app.deps.database.address),
      /^Reports agree: [1-9]\d\d figures .* for [1-9]\d* contracts\.$/,
    );
  });

  test('whose intranet moves to another port lets it in there', async () => {
    assert.equal(await minted(await seed(), 4711), 422);
    assert.equal(await minted(await seed(4711), 4711), 201);
  });

  test('whose key was lost gets another one', async () => {
    const { host } = await seed();
    await rm(keyFile);
    const again = await seed();
    assert.notEqual(again.host.secretKey, host.secretKey);
    assert.equal(await minted(again, 4001), 201);
  });
});
