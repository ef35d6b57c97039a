import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal } from '../../testing/proposals-world.ts';
import { dayMs, hourMs, mine, minuteMs, mondayMs, timeWorld } from '../../testing/time-world.ts';
import type { TimeEntry } from '../timesheets/schema.ts';

type Written = { entry: TimeEntry | null; timesheet: { minutes: number; id: string } };

describe('time by hand', () => {
  const world = timeWorld();
  const { send, ok, enter, member, freelancer, iso } = world;

  test('what cannot have been worked is refused by name, and nothing is written', async () => {
    const [owner, ada, bea] = [await member('Owner0'), await freelancer('Ada0'), await freelancer('Bea0')];
    const id = await world.hourly(owner, ada, { endsOn: '2026-11-24' });
    const tracked = await world.hourly(owner, ada, { manualTimeAllowed: false });
    const fixed = (await ok<{ contractId: string }>(await world.accept(ada, await world.offered(owner, ada))))
      .contractId;
    const startMs = world.now();
    await world.until(mondayMs + 2 * dayMs);
    for (const [from, minutes, code, contract = id] of [
      [world.now(), 10, 'time_in_future'],
      [world.now() - 10 * minuteMs, 20, 'time_in_future'],
      [startMs - 20 * minuteMs, 20, 'before_contract_start'],
      [startMs + minuteMs, 10, 'not_in_segments'],
      [startMs, 15, 'not_in_segments'],
      [startMs, 0, 'time_empty'],
      [startMs, -60, 'time_empty'],
      [startMs, 25 * 60, 'day_too_long'],
      [startMs, 60, 'manual_time_not_allowed', tracked],
      [startMs, 60, 'contract_not_hourly', fixed],
    ] as const) {
      assert.equal((await refusal(await enter(ada, contract, from, minutes)))[1], code, `${iso(from)} for ${minutes}`);
    }
    await world.until(mondayMs + 3 * dayMs);
    assert.equal((await refusal(await enter(ada, id, mondayMs + 2 * dayMs, 10)))[1], 'after_contract_end');
    assert.equal((await refusal(await enter(ada, id, startMs, 60, { memo: ' ' })))[1], 'memo_required');
    assert.equal(
      (await refusal(await enter(ada, id, startMs, 60, { activityCodeId: 'ac_none' })))[1],
      'activity_code_unknown',
    );
    assert.equal((await enter(bea, id, startMs, 60)).status, 404, 'another’s contract');
    for (const wrong of [
      1.5,
      -1,
      2 ** 60,
      'soon',
      '2026-11-23',
      null,
      '2026-11-23T25:00:00Z',
      '2026-11-23T12:00:00.5000000001Z',
    ])
      assert.equal((await enter(ada, id, startMs, 60, { startsAt: wrong })).status, 422, String(wrong));
    assert.equal((await world.week(ada, '2026-11-23')).timesheets.length, 0);
    assert.equal((await refusal(await send(ada, 'GET', `${mine}/weeks/2026-11-24`)))[1], 'week_not_monday');
  });

  test('ten minutes belong to one contract of a freelancer, however many are written at once', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const [one, other] = [await world.hourly(owner, ada), await world.hourly(owner, ada)];
    const fromMs = Math.ceil(world.now() / hourMs) * hourMs;
    await world.until(fromMs + 5 * hourMs);
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => enter(ada, n % 2 ? one : other, fromMs, 60)));
    assert.deepEqual(all.map(({ status }) => status).toSorted(), [201, ...Array(7).fill(409)]);
    assert.equal((await refusal(await enter(ada, one, fromMs + 50 * minuteMs, 20)))[1], 'time_overlaps');
    assert.equal((await enter(ada, one, fromMs + 60 * minuteMs, 20)).status, 201);
    const { week } = (await world.week(ada, '2026-11-23')).timesheets[0] ?? { week: '2026-11-23' };
    assert.equal((await world.week(ada, week)).minutes, 80);
  });

  test('an entry is changed and deleted by its ETag, moves beside itself, and refuses what lies in its way', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const id = await world.hourly(owner, ada);
    const fromMs = Math.ceil(world.now() / hourMs) * hourMs;
    await world.until(fromMs + 6 * hourMs);
    const first = await ok<Written>(await enter(ada, id, fromMs, 60), 201);
    await ok(await enter(ada, id, fromMs + 2 * hourMs, 60), 201);
    const path = `${mine}/time-entries/${first.entry!.id}`;
    const change = (body: object, etag = first.entry!.etag) => send(ada, 'PATCH', path, body, { 'if-match': etag });
    assert.equal((await send(ada, 'PATCH', path, { memo: 'x' })).status, 428);
    assert.equal((await refusal(await change({ endsAt: iso(fromMs + 3 * hourMs) })))[1], 'time_overlaps');
    const moved = await ok<Written>(
      await change({ startsAt: iso(fromMs + 30 * minuteMs), endsAt: iso(fromMs + 2 * hourMs), memo: 'Later' }),
    );
    assert.deepEqual([moved.entry!.minutes, moved.entry!.memo, moved.timesheet.minutes], [90, 'Later', 150]);
    assert.equal((await change({ memo: 'Old' })).status, 412);
    const gone = await ok<Written>(await send(ada, 'DELETE', path, undefined, { 'if-match': moved.entry!.etag }));
    assert.deepEqual([gone.entry, gone.timesheet.minutes], [null, 60]);
    assert.equal((await send(ada, 'DELETE', path, undefined, { 'if-match': moved.entry!.etag })).status, 404);
  });

  test('a week takes time until Monday noon after it, to the second, and never again', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const id = await world.hourly(owner, ada);
    const thisWeek = Date.UTC(2026, 10, 30);
    await world.prefund(10_000_000);
    await world.until(thisWeek + 7 * dayMs + 12 * hourMs - 1000);
    const kept = await ok<Written>(await enter(ada, id, thisWeek + 7 * dayMs - hourMs, 60), 201);
    assert.equal(
      (await refusal(await enter(ada, id, thisWeek + 7 * dayMs - 30 * minuteMs, 60)))[1],
      'time_in_two_weeks',
    );
    // The hour has come, the clock’s job has not run yet.
    world.deps().clock.advance(1000);
    for (const answer of [
      await enter(ada, id, thisWeek + 7 * dayMs - 2 * hourMs, 60),
      await send(
        ada,
        'PATCH',
        `${mine}/time-entries/${kept.entry!.id}`,
        { memo: 'x' },
        { 'if-match': kept.entry!.etag },
      ),
      await send(ada, 'DELETE', `${mine}/time-entries/${kept.entry!.id}`, undefined, { 'if-match': kept.entry!.etag }),
    ])
      assert.equal((await refusal(answer))[1], 'week_closed');
    await world.pass(minuteMs);
    assert.equal((await refusal(await enter(ada, id, thisWeek + 7 * dayMs - 2 * hourMs, 60)))[1], 'week_closed');
    await world.proveAll();
  });

  test('codes that a contract asks for are asked for; an archived one is not taken any more', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const id = await world.hourly(owner, ada);
    const fromMs = Math.floor(world.now() / hourMs) * hourMs + hourMs;
    await world.until(fromMs + 3 * hourMs);
    const code = await ok<{ id: string; etag: string }>(
      await send(owner, 'POST', '/v1/activity-codes', { code: 'UI', name: 'Design', contractId: id }),
      201,
    );
    assert.equal(
      (
        await refusal(await send(owner, 'POST', '/v1/activity-codes', { code: 'UI', name: 'Again', contractId: id }))
      )[1],
      'activity_code_taken',
    );
    const diary = await ok<{ etag: string }>(await send(owner, 'GET', `/v1/contracts/${id}/work-diary`));
    await ok(
      await send(
        owner,
        'PATCH',
        `/v1/contracts/${id}/work-diary`,
        { isActivityCodeRequired: true },
        { 'if-match': diary.etag },
      ),
    );
    assert.equal((await refusal(await enter(ada, id, fromMs, 60)))[1], 'activity_code_required');
    const { entry } = await ok<Written>(await enter(ada, id, fromMs, 60, { activityCodeId: code.id }), 201);
    assert.equal(entry!.activityCode?.code, 'UI');
    await ok(
      await send(owner, 'PATCH', `/v1/activity-codes/${code.id}`, { isArchived: true }, { 'if-match': code.etag }),
    );
    assert.equal(
      (await refusal(await enter(ada, id, fromMs + hourMs, 60, { activityCodeId: code.id })))[1],
      'activity_code_unknown',
    );
    const sheet = await world.sheet(
      ada,
      id,
      new Date(world.now() - ((new Date(world.now()).getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10),
    );
    assert.equal(sheet.activities[0]?.activityCode?.code, 'UI', 'booked time keeps its code');
  });
});
