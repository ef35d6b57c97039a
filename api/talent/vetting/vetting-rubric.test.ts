import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { belowFloor, type Criterion, gapOf, jointlyBelowFloor, jointScore, scoreOf } from './vetting-rubric.ts';

const criterion = (key: string, weight: number, levels: number, floor: number | null = null): Criterion => ({
  key,
  name: key,
  description: '',
  weight,
  levels: Array.from({ length: levels }, () => ''),
  floor,
});
const criteria = [criterion('depth', 3, 5, 3), criterion('clarity', 1, 3)];

test('a score is the weighted share of what could be reached, in basis points', () => {
  const table: [depth: number, clarity: number, expected: number][] = [
    [1, 1, 0],
    [5, 3, 10_000],
    [5, 1, 7500],
    [3, 2, 5000],
    [2, 3, 4375],
  ];
  for (const [depth, clarity, expected] of table) assert.equal(scoreOf(criteria, { depth, clarity }), expected);
  const thirds = [criterion('a', 1, 4), criterion('b', 2, 2)];
  assert.equal(scoreOf(thirds, { a: 2, b: 2 }), 7778);
});

test('a better level never lowers a score', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), (depth, clarity) => {
      assert.ok(scoreOf(criteria, { depth: depth + 1, clarity }) > scoreOf(criteria, { depth, clarity }));
    }),
    { numRuns: 20 },
  );
});

test('two reviewers count alike, and of three the one who is far off does not decide', () => {
  assert.equal(jointScore([6000, 7001]), 6501);
  assert.equal(jointScore([9000, 1000, 8000]), 8000);
  assert.equal(gapOf([9000, 1000, 8000]), 8000);
  assert.equal(gapOf([9000]), 0);
});

test('a floor is missed by one reviewer’s level, and by all together as their scores are joined', () => {
  assert.deepEqual(belowFloor(criteria, { depth: 2, clarity: 1 }), ['depth']);
  const given = (...depths: number[]) => depths.map((depth) => ({ depth, clarity: 1 }));
  assert.deepEqual(jointlyBelowFloor(criteria, given(2, 4)), []);
  assert.deepEqual(jointlyBelowFloor(criteria, given(2, 3)), ['depth']);
  assert.deepEqual(jointlyBelowFloor(criteria, given(5, 2, 2)), ['depth']);
});
