import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CalendarWeek, type Commitment, dateOf, freeHoursOf, mondayOf, weekStateOf } from './week.ts';

const monday = Date.UTC(2026, 10, 23);
const dayMs = 86_400_000;
const said = { hoursPerWeek: 40, nextFreeDate: null as string | null, openToOffers: true };
const taken = (hoursPerWeek: number, more: Partial<Commitment> = {}): Commitment => ({
  hoursPerWeek,
  fromMs: monday - 60 * dayMs,
  toMs: null,
  agreedAtMs: monday - 60 * dayMs,
  ...more,
});
const wrote = (freeHours: number, writtenAtMs = monday - dayMs): CalendarWeek => ({
  startsOn: '2026-11-23',
  freeHours,
  writtenAtMs,
});

test('free hours are what the profile or the calendar says, less what runs', () => {
  const table: [string, Partial<typeof said>, Commitment[], CalendarWeek | undefined, number][] = [
    ['nothing runs', {}, [], undefined, 40],
    ['a contract takes its weekly limit', {}, [taken(25)], undefined, 15],
    ['several add up, never below nothing', {}, [taken(25), taken(30)], undefined, 0],
    ['one that ended before the week takes nothing', {}, [taken(25, { toMs: monday })], undefined, 40],
    ['one that ends on its Monday takes the week', {}, [taken(25, { toMs: monday + dayMs })], undefined, 15],
    ['one that starts after it takes nothing', {}, [taken(25, { fromMs: monday + 7 * dayMs })], undefined, 40],
    ['one that starts on its Sunday takes the week', {}, [taken(25, { fromMs: monday + 6 * dayMs })], undefined, 15],
    ['free from Wednesday: three days of five', { nextFreeDate: '2026-11-25' }, [], undefined, 24],
    ['free from Saturday: not this week', { nextFreeDate: '2026-11-28' }, [], undefined, 0],
    ['free for long', { nextFreeDate: '2026-01-01' }, [], undefined, 40],
    ['takes no offers', { openToOffers: false }, [], wrote(30), 0],
    ['the own calendar counts as written: its writer knew what ran', {}, [taken(25)], wrote(12), 12],
    ['and loses what was agreed since', {}, [taken(10, { agreedAtMs: monday })], wrote(12), 2],
    ['written as none', {}, [], wrote(0), 0],
  ];
  for (const [what, profile, commitments, written, hours] of table)
    assert.equal(freeHoursOf(monday, { ...said, ...profile }, commitments, written), hours, what);
});

test('a week is Monday’s, whatever the instant in it', () => {
  for (const instant of [monday, monday + 1, monday + 7 * dayMs - 1]) assert.equal(mondayOf(instant), monday);
  assert.equal(mondayOf(monday - 1), monday - 7 * dayMs);
  assert.equal(dateOf(mondayOf(Date.UTC(2028, 1, 29, 23))), '2028-02-28');
  assert.equal(dateOf(mondayOf(0)), '1969-12-29');
});

test('a week is free, partly taken or busy by its share of the usual hours', () => {
  const rules = { busyBelowHours: 4, freeFromPercent: 75 };
  const table: [number, number, string][] = [
    [0, 40, 'busy'],
    [3, 3, 'busy'],
    [4, 40, 'partly'],
    [29, 40, 'partly'],
    [30, 40, 'free'],
    [8, 10, 'free'],
  ];
  for (const [free, usual, state] of table) assert.equal(weekStateOf(free, usual, rules), state, `${free}/${usual}`);
});
