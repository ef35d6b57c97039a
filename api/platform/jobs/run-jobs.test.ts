import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { testDeps } from '../../testing/slice-app.ts';
import { createJobRunner } from './run-jobs.ts';
import { listJobs, requeueDeadJob } from './store.ts';

declare module '../events/events.ts' {
  interface EventPayloads {
    testHappened: { n: number };
  }
}

describe('jobs', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  before(async () => {
    deps = await testDeps();
  });
  after(() => deps.database.close());

  test('an event recorded in a transaction that fails is never told', async () => {
    const heard: number[] = [];
    deps.jobs.listen({ kind: 'hear', on: 'testHappened', run: async ({ payload }) => void heard.push(payload.n) });
    await assert.rejects(
      deps.database.transaction(async (trx) => {
        await deps.outbox.record(trx, 'testHappened', null, { n: 1 }, deps.clock.now());
        throw new Error('rolled back');
      }),
    );
    await deps.database.transaction((trx) => deps.outbox.record(trx, 'testHappened', null, { n: 2 }, deps.clock.now()));
    await deps.jobs.runDue();
    assert.deepEqual(heard, [2]);
  });

  test('the same key is queued once', async () => {
    let runs = 0;
    deps.jobs.handle('once', async () => void runs++);
    for (const _ of [1, 2, 3]) await deps.jobs.enqueue(deps.database.db, 'once', 'same', {}, deps.clock.now());
    await deps.jobs.runDue();
    assert.equal(runs, 1);
  });

  test('a failing job is retried with back-off, then dead, and an operator can put it back', async () => {
    let fails = true;
    let runs = 0;
    deps.jobs.handle('fragile', async () => {
      runs++;
      if (fails) throw new Error('no');
    });
    await deps.jobs.enqueue(deps.database.db, 'fragile', 'a', {}, deps.clock.now());
    for (let i = 0; i < 20; i++) {
      await deps.jobs.runDue();
      deps.clock.advance(3_600_000);
    }
    assert.equal(runs, 8);
    const dead = (await listJobs(deps.database.db, 'dead', 10))[0]!;
    assert.match(dead.lastError!, /no/);
    fails = false;
    assert.equal(await requeueDeadJob(deps.database.db, dead.id, deps.clock.now()), true);
    await deps.jobs.runDue();
    assert.equal(runs, 9);
    assert.equal((await listJobs(deps.database.db, 'dead', 10)).length, 0);
  });

  test('two runners never run the same job, and a lost lease is taken over', async () => {
    const runners = [createJobRunner(deps), createJobRunner(deps)];
    const ran: string[] = [];
    for (const runner of runners) runner.handle('shared', async (job) => void ran.push(job.key));
    for (let i = 0; i < 50; i++) await deps.jobs.enqueue(deps.database.db, 'shared', String(i), {}, deps.clock.now());
    await Promise.all(runners.map((runner) => runner.runDue()));
    assert.equal(ran.length, 50);
    assert.equal(new Set(ran).size, 50);

    await deps.jobs.enqueue(deps.database.db, 'shared', 'lost', {}, deps.clock.now());
    await deps.database.db
      .updateTable('jobs')
      .set({ state: 'running', leasedBy: 'a runner that was killed', leasedUntil: deps.clock.now() + 60_000 })
      .where('key', '=', 'lost')
      .execute();
    await runners[0]!.runDue();
    assert.equal(ran.includes('lost'), false);
    deps.clock.advance(60_001);
    await runners[0]!.runDue();
    assert.equal(ran.includes('lost'), true);
  });

  test('a clock job runs once a period', async () => {
    let runs = 0;
    deps.jobs.every({ kind: 'hourly', everyMs: 3_600_000, run: async () => void runs++ });
    await deps.jobs.runDue();
    await deps.jobs.runDue();
    deps.clock.advance(3_600_000);
    await deps.jobs.runDue();
    assert.equal(runs, 2);
  });
});
