import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type Freelancing, type Member, refusal } from '../../testing/proposals-world.ts';
import { dayMs, hourMs, mine, minuteMs, mondayMs, timeWorld } from '../../testing/time-world.ts';
import { pauseContract } from '../contracts/pause-contract.ts';
import { getContractRow } from '../contracts/read-contract-lists.ts';

describe('the timer', () => {
  const world = timeWorld();
  const { send, ok, timer, track, member, freelancer, iso } = world;

  async function running(name: string): Promise<{ owner: Member; ada: Freelancing; id: string }> {
    const [owner, ada] = [await member(`Owner ${name}`), await freelancer(`Ada ${name}`)];
    const id = await world.hourly(owner, ada);
    await timer(ada, 'start', { contractId: id, memo: 'Build' });
    return { owner, ada, id };
  }
  /** By the client's own command. */
  const pause = (id: string) =>
    world.deps().database.transaction(async (trx) => {
      const scope = tenantScope(world.acme().id);
      const contract = await getContractRow(trx, scope, id);
      await pauseContract(trx, world.deps(), scope, clockDoer('job_test'), contract, 'Holidays');
    });
  const minutes = async (ada: Freelancing, week = '2026-11-23') => (await world.week(ada, week)).minutes;

  test('ten minutes count once half of them ran; stop and go on within them adds up', async () => {
    const { ada } = await running('a');
    await track(ada, 4);
    assert.equal(await minutes(ada), 0);
    await timer(ada, 'stop');
    await timer(ada, 'resume');
    await track(ada, 1);
    assert.equal(await minutes(ada), 10);
    await track(ada, 9);
    assert.equal(await minutes(ada), 10, 'the next ten have run for four');
    const stopped = await timer(ada, 'stop');
    assert.deepEqual([stopped.timer?.state, stopped.timer?.stopReason, stopped.today.length], ['stopped', 'person', 1]);
    assert.equal((await timer(ada, 'stop')).timer?.stoppedAt, stopped.timer?.stoppedAt);
  });

  test('a freelancer has one timer: for another contract it is stopped first', async () => {
    const { owner, ada } = await running('b');
    const other = await world.hourly(owner, ada);
    const start = { contractId: other, memo: '' };
    assert.equal((await refusal(await send(ada, 'POST', `${mine}/timer/start`, start)))[1], 'timer_running');
    await timer(ada, 'stop');
    assert.equal((await timer(ada, 'start', start)).timer?.contractId, other);
    const stranger = await freelancer('Bea b');
    assert.equal((await send(stranger, 'POST', `${mine}/timer/start`, start)).status, 404);
    assert.equal((await refusal(await send(stranger, 'POST', `${mine}/timer/stop`)))[1], 'timer_never_started');
  });

  test('a page that is lost stops its timer where it was last heard, by the clock or by its own late return', async () => {
    world.deps().clock.advance(10 * minuteMs - (world.now() % (10 * minuteMs)));
    const [byClock, byReturn] = [await running('c'), await running('d')];
    for (let minute = 0; minute < 21; minute++) {
      world.deps().clock.advance(minuteMs);
      for (const { ada } of [byClock, byReturn]) await timer(ada, 'heartbeat');
    }
    const seenAt = iso(world.now());
    world.deps().clock.advance(10 * minuteMs);
    assert.equal((await timer(byClock.ada)).timer?.state, 'running', 'ten minutes of silence are borne');
    world.deps().clock.advance(minuteMs);
    const late = await timer(byReturn.ada, 'heartbeat');
    assert.deepEqual([late.timer?.state, late.timer?.stopReason, late.timer?.stoppedAt], ['stopped', 'lost', seenAt]);
    await world.deps().jobs.runDue();
    const lost = await timer(byClock.ada);
    assert.deepEqual([lost.timer?.stopReason, lost.timer?.stoppedAt], ['lost', seenAt]);
    for (const { ada } of [byClock, byReturn]) assert.equal(await minutes(ada), 20);
    assert.ok((await world.told(byClock.ada)).includes('timer.lost'));
  });

  test('signs of life, stop and the clock at one moment write the same time once', async () => {
    const { ada, id } = await running('e');
    await track(ada, 3);
    world.deps().clock.advance(7 * minuteMs);
    const fromMs = Math.floor((world.now() - hourMs) / hourMs) * hourMs;
    const clock = world.deps().jobs.runDue();
    const byHand = world.enter(ada, id, fromMs, 10);
    const heard = Array.from({ length: 6 }, () => send(ada, 'POST', `${mine}/timer/heartbeat`));
    const answers = await Promise.all([...heard, send(ada, 'POST', `${mine}/timer/stop`)]);
    await Promise.all([clock, byHand]);
    for (const answer of answers) assert.equal(answer.status, 200, await answer.clone().text());
    const sheet = (await world.week(ada, '2026-11-23')).timesheets[0]!;
    assert.equal(sheet.trackedMinutes, 10);
    const starts = sheet.days.flatMap(({ segments }) => segments.map(({ startsAt }) => startsAt));
    assert.equal(new Set(starts).size, starts.length);
  });

  test('time that was entered by hand meanwhile stays what it is', async () => {
    const [owner, ada] = [await member('Owner f'), await freelancer('Ada f')];
    const id = await world.hourly(owner, ada);
    const fromMs = Math.ceil(world.now() / (10 * minuteMs)) * 10 * minuteMs;
    world.deps().clock.advance(fromMs - world.now());
    await timer(ada, 'start', { contractId: id, memo: 'Build' });
    world.deps().clock.advance(10 * minuteMs);
    await ok(await world.enter(ada, id, fromMs, 10), 201);
    await timer(ada, 'heartbeat');
    const sheet = (await world.week(ada, '2026-11-23')).timesheets[0]!;
    assert.deepEqual([sheet.manualMinutes, sheet.trackedMinutes, sheet.entries.length], [10, 0, 1]);
    await timer(ada, 'stop');
  });

  test('a timer over Sunday midnight writes into two weeks; both are the same run', async () => {
    const [owner, ada] = [await member('Owner g'), await freelancer('Ada g')];
    const id = await world.hourly(owner, ada);
    await world.until(mondayMs + 7 * dayMs - 20 * minuteMs);
    await timer(ada, 'start', { contractId: id, memo: 'Late' });
    await track(ada, 40);
    await timer(ada, 'stop');
    assert.deepEqual([await minutes(ada, '2026-11-23'), await minutes(ada, '2026-11-30')], [20, 20]);
    const [sheet] = (await world.week(ada, '2026-11-23')).timesheets;
    assert.equal(sheet!.entries[0]!.endsAt, '2026-11-30T00:00:00.000Z');
  });

  test('a paused contract takes no time: its timer stops, another does not start', async () => {
    const [owner, ada] = [await member('Owner h'), await freelancer('Ada h')];
    const id = await world.hourly(owner, ada);
    await timer(ada, 'start', { contractId: id, memo: 'Build' });
    await track(ada, 10);
    await pause(id);
    world.deps().clock.advance(minuteMs);
    const heard = await timer(ada, 'heartbeat');
    assert.deepEqual([heard.timer?.state, heard.timer?.stopReason], ['stopped', 'contract']);
    assert.equal((await refusal(await send(ada, 'POST', `${mine}/timer/resume`)))[1], 'contract_paused');
    assert.equal(heard.contracts.find((one) => one.id === id)?.takesTime, 'contract_paused');
  });
});
