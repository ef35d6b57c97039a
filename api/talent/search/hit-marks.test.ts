import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoundFreelancer } from '../freelancers/read-for-search.ts';
import { createHitMarks } from './hit-marks.ts';

const gardener: FoundFreelancer = {
  id: 'fr_1',
  name: 'Ann Li',
  headline: 'Rose gardener',
  overview: 'Grows roses.',
  overviewExcerpt: 'Grows roses.',
  country: 'DE',
  timezone: 'Europe/Berlin',
  jobSuccess: null,
  badge: null,
  visibility: 'public',
  revision: 1,
  photoUrl: null,
  hourlyRate: null,
  isVerified: false,
  availability: { hoursPerWeek: 40, nextFreeDate: null, openToOffers: true },
  skills: [
    { id: 'roses', name: 'Roses' },
    { id: 'tulips', name: 'Tulips' },
  ],
  portfolio: [],
};
const rose = { terms: [], prefixes: ['rose'] };
const tulip = { terms: ['tulips'], prefixes: [] };

test('marks are those of the words, the profile’s revision and the fields, in whichever order they are asked for', () => {
  const readMarks = createHitMarks();
  const edited = { ...gardener, revision: 2, headline: 'Painter of one rose' };
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(readMarks(rose)(gardener, ['headline']), {
      skills: [
        { id: 'roses', name: 'Roses', matched: true },
        { id: 'tulips', name: 'Tulips', matched: false },
      ],
      highlights: [{ field: 'headline', text: 'Rose gardener', ranges: [[0, 4]] }],
    });
    assert.deepEqual(
      readMarks(tulip)(gardener, ['skills']).skills.map(({ matched }) => matched),
      [false, true],
    );
    assert.deepEqual(
      readMarks(rose)(gardener, ['headline', 'overview']).highlights.map(({ field }) => field),
      ['headline', 'overview'],
    );
    assert.deepEqual(readMarks(rose)(edited, ['headline']).highlights, [
      { field: 'headline', text: 'Painter of one rose', ranges: [[15, 19]] },
    ]);
  }
});

test('searches with many words are marked too', () => {
  const terms = Array.from({ length: 100 }, (_, n) => `word${n}`);
  const marks = createHitMarks()({ terms: [...terms, 'gardener'], prefixes: [] })(gardener, ['headline']);
  assert.deepEqual(marks.highlights, [{ field: 'headline', text: 'Rose gardener', ranges: [[5, 13]] }]);
});
