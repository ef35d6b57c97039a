import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { groupRates, type PublishedRate, percentile } from './group-rates.ts';

const groupMin = 5;

function people(counts: Readonly<Record<string, number>>): PublishedRate[] {
  return Object.entries(counts).flatMap(([value, n]) =>
    Array.from({ length: n }, (_, index) => ({
      freelancerId: `${value}${index}`,
      categoryId: 'design',
      currency: 'USD',
      rateMinor: 1_000 * (index + 1),
      values: [value],
    })),
  );
}
const shownIn = (counts: Readonly<Record<string, number>>) =>
  groupRates(people(counts), groupMin).map(({ value, figures }) => [value, figures?.n ?? null]);

describe('published rates', () => {
  test('have their quartiles at the nearest rank, each a rate that somebody has', () => {
    const [whole] = groupRates(people({ DE: 8 }), groupMin);
    assert.deepEqual(whole?.figures, { n: 8, min: 1_000, p25: 2_000, median: 4_000, p75: 6_000, max: 8_000 });
    assert.equal(percentile([7], 75), 7);
  });

  test('are not told of fewer than five, nor of what would leave fewer than five', () => {
    assert.deepEqual(shownIn({ DE: 4 }), [
      [null, null],
      ['DE', null],
    ]);
    // Whoever takes 17 from 20 knows the rates of three.
    assert.deepEqual(shownIn({ DE: 17, FR: 3 }), [
      [null, 20],
      ['DE', null],
      ['FR', null],
    ]);
    // Two small groups hide each other only when there are five of them together.
    assert.deepEqual(shownIn({ DE: 9, FR: 2, IT: 3 }), [
      [null, 14],
      ['DE', 9],
      ['FR', null],
      ['IT', null],
    ]);
    assert.deepEqual(shownIn({ DE: 9, ES: 6, FR: 2 }), [
      [null, 17],
      ['DE', 9],
      ['ES', null],
      ['FR', null],
    ]);
    assert.deepEqual(shownIn({ DE: 9, FR: 6 }), [
      [null, 15],
      ['DE', 9],
      ['FR', 6],
    ]);
  });

  test('no sum or difference of what is shown speaks of fewer than five people', () => {
    const values = ['a', 'b', 'c', 'd'] as const;
    const person = fc.record({ values: fc.subarray([...values]), rateMinor: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 24 }), fc.boolean(), (some, isSkills) => {
        const rates = some.map((one, index) => ({
          ...{ freelancerId: `fr_${index}`, categoryId: 'design', currency: 'USD', rateMinor: one.rateMinor },
          values: isSkills ? one.values : one.values.slice(0, 1),
        }));
        const groups = groupRates(rates, groupMin);
        const shown = groups.filter(({ figures }) => figures !== null);
        const whole = new Set(rates.map(({ freelancerId }) => freelancerId));
        const sets = shown.map(({ value }) =>
          value === null
            ? whole
            : new Set(
                rates.filter((rate) => (rate.values as string[]).includes(value)).map((rate) => rate.freelancerId),
              ),
        );
        if (!shown.some(({ value }) => value === null)) return assert.equal(shown.length, 0);
        for (const set of sets) assert.ok(set.size >= groupMin && !isFew(whole.difference(set).size));
        const named = sets.slice(1);
        const together = named.reduce((all, set) => all.union(set), new Set<string>());
        if (named.length > 0) assert.ok(!isFew(whole.difference(together).size));
      }),
      { numRuns: 300 },
    );
  });
});

const isFew = (n: number) => n > 0 && n < groupMin;
