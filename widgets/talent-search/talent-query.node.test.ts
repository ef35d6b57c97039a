import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pieces } from './highlighted.ts';
import { chosenValues, queryParams, type TalentFilters, withFacet } from './talent-query.ts';

test('equal queries give equal text, in whatever order they were written', () => {
  const one = String(queryParams({ q: 'react', skill: ['a', 'b'], verified: true, badge: [], rateMin: undefined }));
  const other = String(queryParams({ verified: true, skill: ['a', 'b'], q: 'react' }));
  assert.equal(one, other);
  assert.equal(one, 'q=react&skill=a&skill=b&verified=true');
});

const table: [facet: Parameters<typeof withFacet>[1], value: string, filters: TalentFilters][] = [
  ['category', 'design', { category: ['design'] }],
  ['language', 'de:fluent', { language: ['de:fluent'] }],
  ['rate', '4000-5999', { rateMin: 4000, rateMax: 5999 }],
  ['rate', '15000-', { rateMin: 15_000, rateMax: undefined }],
  ['rate', '-1999', { rateMin: undefined, rateMax: 1999 }],
  ['jobSuccess', '90', { jobSuccessMin: 90 }],
  ['overlap', '4', { overlapHours: 4 }],
  ['verified', 'true', { verified: true }],
  ['workedWithUs', 'true', { workedWithUs: true }],
];
for (const [facet, value, filters] of table) {
  test(`${facet} ${value} is asked as ${JSON.stringify(filters)}, read back, and given up`, () => {
    const chosen = withFacet({ sort: 'newest' }, facet, value, true);
    assert.deepEqual(chosen, { sort: 'newest', ...filters });
    assert.deepEqual(chosenValues(chosen, facet), [value]);
    assert.deepEqual(chosenValues(withFacet(chosen, facet, value, false), facet), []);
  });
}

test('a second value joins the first, a second step replaces it', () => {
  assert.deepEqual(withFacet({ skill: ['a'] }, 'skill', 'b', true).skill, ['a', 'b']);
  assert.equal(withFacet({ jobSuccessMin: 70 }, 'jobSuccess', '90', true).jobSuccessMin, 90);
});

test('marking a text loses and doubles nothing, whatever the ranges', () => {
  const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
  const ordered = fc.array(range, { maxLength: 6 }).map((list) => list.sort((a, b) => a[0] - b[0]));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), ordered, (text, ranges) => {
      const cut = pieces(text, ranges);
      assert.equal(cut.join(''), text);
      assert.equal(cut.length % 2, 1);
    }),
  );
});
