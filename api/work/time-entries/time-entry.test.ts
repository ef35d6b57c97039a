import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money } from '../../money/money.ts';
import {
  amountOfSegments,
  countedMs,
  countSegments,
  localDaysOf,
  protectionGapsOf,
  segmentMs,
  splitByLimit,
  splitByWeek,
  weekMs,
  weekName,
  weekOf,
  weekStartNamed,
  weekStartOf,
} from './time-entry.ts';

const hourMs = 3_600_000;
const at = (text: string) => Date.parse(text);

test('a week is Monday 00:00 UTC to the last instant of Sunday, leap day and turn of the year too', () => {
  for (const [instant, week] of [
    ['2026-11-23T00:00:00.000Z', '2026-11-23'],
    ['2026-11-22T23:59:59.999Z', '2026-11-16'],
    ['2026-11-29T23:59:59.000Z', '2026-11-23'],
    ['2026-11-30T00:00:01.000Z', '2026-11-30'],
    ['2028-02-29T12:00:00.000Z', '2028-02-28'],
    ['2028-03-05T23:59:59.999Z', '2028-02-28'],
    ['2028-03-06T00:00:00.000Z', '2028-03-06'],
    ['2027-01-01T00:00:00.000Z', '2026-12-28'],
  ] as const)
    assert.equal(weekOf(at(instant)), week, instant);
  assert.equal(weekStartNamed('2026-11-23'), at('2026-11-23T00:00:00Z'));
  for (const wrong of ['2026-11-24', '2026-02-30', 'monday', '', '2026-11-23T00'])
    assert.equal(weekStartNamed(wrong), undefined, wrong);
});

test('in twelve zones the days of every week of a year make up exactly its 168 hours, clock changes too', () => {
  const zones = [
    ['UTC', 24, 24],
    ['Europe/Berlin', 23, 25],
    ['America/New_York', 23, 25],
    ['America/Los_Angeles', 23, 25],
    ['America/St_Johns', 23, 25],
    ['America/Santiago', 23, 25],
    ['Australia/Lord_Howe', 23.5, 24.5],
    ['Australia/Sydney', 23, 25],
    ['Pacific/Chatham', 23, 25],
    ['Asia/Kathmandu', 24, 24],
    ['Pacific/Kiritimati', 24, 24],
    ['Asia/Kolkata', 24, 24],
  ] as const;
  for (const [zone, shortest, longest] of zones) {
    const lengths = new Set<number>();
    for (let weekStart = at('2027-01-04T00:00:00Z'); weekStart < at('2028-01-03T00:00:00Z'); weekStart += weekMs) {
      const days = localDaysOf(weekStart, zone);
      assert.equal(days[0]!.startMs, weekStart);
      assert.equal(days.at(-1)!.endMs, weekStart + weekMs);
      assert.ok(days.length === 7 || days.length === 8, `${zone} ${weekName(weekStart)}: ${days.length} days`);
      for (const [n, day] of days.entries()) {
        if (n > 0) assert.equal(day.startMs, days[n - 1]!.endMs, `${zone}: a gap before ${day.date}`);
        if (n > 0 && n < days.length - 1) lengths.add((day.endMs - day.startMs) / hourMs);
      }
      assert.equal(new Set(days.map(({ date }) => date)).size, days.length);
    }
    // A change on the week's own edge is cut by it, so the days in between show at least one of both.
    assert.ok(
      [...lengths].every((hours) => [shortest, 24, longest].includes(hours)),
      `${zone}: ${[...lengths]}`,
    );
  }
  const spring = localDaysOf(at('2027-03-22T00:00:00Z'), 'Europe/Berlin').find(({ date }) => date === '2027-03-28')!;
  assert.equal((spring.endMs - spring.startMs) / hourMs, 23);
  const autumn = localDaysOf(at('2027-10-25T00:00:00Z'), 'Europe/Berlin').find(({ date }) => date === '2027-10-31')!;
  assert.equal((autumn.endMs - autumn.startMs) / hourMs, 25);
});

test('ten minutes count when half of them were worked, however often the timer was heard meanwhile', () => {
  const start = at('2026-11-23T09:00:00Z');
  const minutes = (from: number, to: number) => ({ startMs: start + from * 60_000, endMs: start + to * 60_000 });
  assert.deepEqual(countSegments(minutes(0, 4), 0), { counted: [], restMs: 4 * 60_000 });
  assert.deepEqual(countSegments(minutes(4, 5), 4 * 60_000).counted, [start]);
  assert.deepEqual(countSegments(minutes(5, 10), countedMs), { counted: [], restMs: 0 });
  assert.deepEqual(countSegments(minutes(7, 24), 0).counted, [start + segmentMs], '3, 10 and 4 minutes of three');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 600 }),
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 30 }),
      (from, steps) => {
        const whole = { startMs: start + from * 1000, endMs: start + (from + steps.reduce((a, b) => a + b, 0)) * 1000 };
        const counted: number[] = [];
        let [atMs, carried] = [whole.startMs, 0];
        for (const step of steps) {
          const part = countSegments({ startMs: atMs, endMs: atMs + step * 1000 }, carried);
          counted.push(...part.counted);
          [atMs, carried] = [atMs + step * 1000, part.restMs];
        }
        assert.deepEqual(counted, countSegments(whole, 0).counted);
      },
    ),
    { numRuns: 100 },
  );
});

test('the latest segments are over the limit, whatever order they were written in; none without one', () => {
  const starts = [5, 1, 4, 2, 3, 0].map((n) => ({ startMs: n * segmentMs }));
  const { within, over } = splitByLimit(starts, 40);
  assert.deepEqual(
    within.map(({ startMs }) => startMs / segmentMs),
    [0, 1, 2, 3],
  );
  assert.deepEqual(
    over.map(({ startMs }) => startMs / segmentMs),
    [4, 5],
  );
  assert.equal(splitByLimit(starts, null).over.length, 0);
});

test('time over Sunday midnight belongs to two weeks', () => {
  const midnight = at('2026-11-30T00:00:00Z');
  const parts = splitByWeek({ startMs: midnight - hourMs, endMs: midnight + hourMs });
  assert.deepEqual(
    parts.map(({ startMs }) => weekOf(startMs)),
    ['2026-11-23', '2026-11-30'],
  );
  assert.equal(weekStartOf(midnight - 1), midnight - weekMs);
});

test('hours cost what the golden values say, exact and half up', () => {
  for (const [rate, hours, amount] of [
    [2222, 12, 26_664],
    [2778, 12, 33_336],
    [1000, 1 / 6, 167],
    [999, 0.5, 500],
  ] as const)
    assert.equal(amountOfSegments(money(rate, 'USD'), hours * 6).amountMinor, amount);
  assert.equal(amountOfSegments(money(1001, 'JPY'), 3).amountMinor, 501);
});

test('a segment is protected only when nothing is missing, and says everything that is', () => {
  const whole = {
    isClientVerified: true,
    kind: 'tracked',
    memo: 'x',
    isOverLimit: false,
    hasActivity: true,
    isScreenshotDeleted: false,
  } as const;
  assert.deepEqual(protectionGapsOf(whole), []);
  for (const [change, gap] of [
    [{ isClientVerified: false }, 'clientNotVerified'],
    [{ kind: 'manual' }, 'manual'],
    [{ memo: ' ' }, 'memoMissing'],
    [{ isOverLimit: true }, 'overLimit'],
    [{ hasActivity: false }, 'noActivity'],
    [{ isScreenshotDeleted: true }, 'screenshotDeleted'],
  ] as const)
    assert.deepEqual(protectionGapsOf({ ...whole, ...change }), [gap]);
});
