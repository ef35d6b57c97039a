import fc from 'fast-check';
import type { IndexDocument, IndexSchema } from '../platform/search-index/index-schema.ts';
import type { Condition, SearchQuery } from '../platform/search-index/search-query.ts';

/** A small world for the tests: few words and values, so that random queries meet random documents often. */
export const exampleSchema = {
  name: 'example',
  version: 1,
  text: {
    name: { weight: 5, typicalLength: 2 },
    headline: { weight: 4, typicalLength: 6 },
    overview: { weight: 1, typicalLength: 30 },
  },
  keywords: { category: {}, skill: { multiple: true } },
  numbers: { rate: { buckets: [1000, 2500, 5000] }, score: {} },
  flags: ['verified', 'hidden'],
} as const satisfies IndexSchema;

const words = [
  'react', 'reactive', 'redux', 'developer', 'developers', 'design', 'designer', 'node.js', 'node', 'c++', 'c#', '.net', 'Müller',
  'muller', 'python', 'pytorch', 'front-end', 'frontend', 'java', 'javascript', '東京都', '開発', 'مهندس', 'инженер', 'b2b', '2024', 'o’neill', 'r',
]; // biome-ignore format: a table
const skills = ['react', 'node-js', 'python', 'design', 'c++', 'sql'];
const categories = ['web', 'data', 'design'];

const text = fc.array(fc.constantFrom(...words), { maxLength: 6 }).map((chosen) => chosen.join(' '));

export const documentId = fc.integer({ min: 0, max: 60 }).map((number) => `fr_${number}`);

export const exampleDocument: fc.Arbitrary<IndexDocument> = fc.record({
  id: documentId,
  quality: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1),
  updatedAt: fc.integer({ min: 1, max: 9 }),
  text: fc.record({ name: text, headline: fc.array(text, { maxLength: 2 }), overview: text }, { requiredKeys: [] }),
  keywords: fc.record({
    category: fc.option(fc.constantFrom(...categories)),
    skill: fc.uniqueArray(fc.constantFrom(...skills), { maxLength: 4 }),
  }),
  numbers: fc.record({
    rate: fc.option(fc.integer({ min: 0, max: 60 }).map((step) => step * 100)),
    score: fc.option(fc.integer({ min: 0, max: 5 })),
  }),
  flags: fc.record({ verified: fc.boolean(), hidden: fc.boolean() }),
});

const skillCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    column: fc.constant('skill'),
    any: fc.array(fc.constantFrom(...skills, 'unheard of'), { maxLength: 3 }),
  }),
  fc.record({
    column: fc.constant('skill'),
    all: fc.array(fc.constantFrom(...skills, 'unheard of'), { maxLength: 2 }),
  }),
);
const rateCondition: fc.Arbitrary<Condition> = fc.record({
  number: fc.constant('rate'),
  min: fc.integer({ min: 0, max: 3000 }),
  max: fc.integer({ min: 2000, max: 6000 }),
});
const condition: fc.Arbitrary<Condition> = fc.oneof(
  skillCondition,
  rateCondition,
  fc.record({ column: fc.constant('category'), any: fc.array(fc.constantFrom(...categories), { maxLength: 2 }) }),
  fc.record({ flag: fc.constant('verified'), is: fc.boolean() }),
  fc.record({ ids: fc.array(documentId, { maxLength: 20 }) }),
  fc.record({ or: fc.tuple(skillCondition, rateCondition) }),
  fc.record({ not: skillCondition }),
);

/** Words as people type them: whole, begun, with a slip, or something else entirely. */
const typed = fc
  .tuple(fc.constantFrom(...words), fc.nat(12), fc.constantFrom('whole', 'begun', 'dropped', 'swapped', 'foreign'))
  .map(([word, at, way]) => {
    if (way === 'begun') return word.slice(0, 1 + at);
    if (way === 'dropped') return word.slice(0, at) + word.slice(at + 1);
    if (way === 'swapped') return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
    return way === 'foreign' ? `x${word}y` : word;
  });

export const exampleQuery: fc.Arbitrary<SearchQuery> = fc.record(
  {
    text: fc
      .tuple(fc.array(typed, { maxLength: 4 }), fc.constantFrom('', ' '))
      .map(([chosen, end]) => chosen.join(' ') + end),
    prefix: fc.boolean(),
    scope: fc.array(fc.constant<Condition>({ flag: 'hidden', is: false }), { maxLength: 1 }),
    filters: fc.record({ skill: skillCondition, rate: rateCondition, other: condition }, { requiredKeys: [] }),
    facets: fc.constant({
      skill: { column: 'skill' },
      rate: { buckets: 'rate' },
      other: { column: 'category' },
      fixed: { column: 'skill', keepOwnFilter: true, limit: 2 },
      verified: { condition: { flag: 'verified' } },
    }),
    boosts: fc.array(
      fc.record({ signal: fc.constantFrom('pool', 'fresh'), weight: fc.constantFrom(0, 0.1, 2, 10), when: condition }),
      {
        maxLength: 2,
      },
    ),
    sort: fc.constantFrom(
      'bestMatch' as const,
      'newest' as const,
      { number: 'rate', order: 'ascending' as const },
      { number: 'score', order: 'descending' as const },
    ),
    limit: fc.constantFrom(0, 1, 5, 100),
  },
  { requiredKeys: ['sort', 'limit'] },
);
