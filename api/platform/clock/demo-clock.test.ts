import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { signedIn } from '../../testing/actors.ts';
import { sliceApp, testDeps, testStartMs } from '../../testing/slice-app.ts';
import type { Actor } from '../auth/actor.ts';
import { createJobRunner } from '../jobs/run-jobs.ts';
import { virtualClock } from './clock.ts';
import { type DemoClock, openDemoClock } from './demo-clock.ts';
import { demoClockRoutes } from './routes.ts';

const hourMs = 3_600_000;
const operator: Actor = { ...signedIn('pe_op'), operatorRoles: ['operatorAdmin'] };

describe('the demo’s clock', () => {
  let deps: Deps;
  let demoClock: DemoClock;
  const ranAtHours: number[] = [];
  before(async () => {
    const tested = await testDeps();
    demoClock = await openDemoClock(tested.database, virtualClock(testStartMs));
    const jobs = createJobRunner({ ...tested, clock: demoClock });
    jobs.every({
      kind: 'everySixHours',
      everyMs: 6 * hourMs,
      run: async () => void ranAtHours.push((demoClock.now() - testStartMs) / hourMs),
    });
    deps = { ...tested, clock: demoClock, demoClock, jobs };
    await jobs.runDue();
    ranAtHours.length = 0;
  });
  after(() => deps.database.close());

  const advance = (minutes: unknown, actor: Actor = operator, from: Parameters<typeof demoClockRoutes>[0] = deps) =>
    sliceApp(demoClockRoutes(from)).as(actor, null).request('POST', '/v1/operator/clock/advance', { minutes });

  test('a day passes in steps, and what becomes due on the way is done when it is due', async () => {
    const answer = await advance(24 * 60);
    assert.equal(answer.status, 200);
    const { now, shiftSeconds, jobsRun } = (await answer.json()) as Record<string, unknown>;
    assert.equal(now, '2026-11-24T12:00:00.000Z');
    assert.equal(shiftSeconds, 86_400);
    assert.deepEqual(ranAtHours, [6, 12, 18, 24]);
    assert.equal(jobsRun, 4);
  });

  test('a restart does not turn time back', async () => {
    const again = await openDemoClock(deps.database, virtualClock(testStartMs));
    assert.equal(again.now(), demoClock.now());
    assert.equal(again.shiftMs(), 24 * hourMs);
  });

  test('it never goes backward, stands still or jumps over more than a day', async () => {
    const before = demoClock.now();
    for (const minutes of [-1, 0, 1441, 1.5, '24', 2 ** 60]) assert.equal((await advance(minutes)).status, 422);
    await assert.rejects(demoClock.advance(-1), RangeError);
    assert.equal(demoClock.now(), before);
  });

  test('only an operator moves it, and where time is real there is no such clock', async () => {
    assert.equal((await advance(1, signedIn('pe_owner', ['owner']))).status, 403);
    assert.equal((await advance(1, operator, { jobs: deps.jobs })).status, 404);
  });
});
