import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentId, exampleDocument, exampleQuery, exampleSchema } from '../../testing/example-documents.ts';
import type { IndexDocument } from './index-schema.ts';
import { NaiveSearch } from './naive-search.ts';
import { SearchIndex } from './search-index.ts';
import type { SearchQuery } from './search-query.ts';

const documents = fc.uniqueArray(exampleDocument, { selector: ({ id }) => id, maxLength: 60 });
const change = fc.oneof({ weight: 3, arbitrary: exampleDocument }, { weight: 1, arbitrary: documentId });

function compare(index: SearchIndex, naive: NaiveSearch, query: SearchQuery): void {
  const [found, expected] = [index.search(query), naive.search(query)];
  assert.equal(found.total, expected.total);
  assert.deepEqual(found.facets, expected.facets);
  assert.deepEqual(found.corrected, expected.corrected);
  assert.deepEqual(found.ignored, expected.ignored);
  assert.equal(found.relaxed, expected.relaxed);
  assert.deepEqual(
    found.hits.map(({ id }) => id),
    expected.ids.slice(0, query.limit),
  );
}

function apply(index: SearchIndex | NaiveSearch, changes: readonly (IndexDocument | string)[]): void {
  for (const one of changes) {
    if (typeof one === 'string') index.delete(one);
    else index.upsert(one);
  }
}

test('totals, facet counts, order and corrections are those of a search that looks at every document', () => {
  const property = fc.property(documents, fc.array(exampleQuery, { minLength: 1, maxLength: 8 }), (given, queries) => {
    const [index, naive] = [new SearchIndex(exampleSchema), new NaiveSearch(exampleSchema)];
    apply(index, given);
    apply(naive, given);
    for (const query of queries) compare(index, naive, query);
  });
  fc.assert(property, { numRuns: 400 });
});

test('after any edits and deletions a compacted index answers like one built afresh', async () => {
  const property = fc.asyncProperty(
    documents,
    fc.array(change, { maxLength: 40 }),
    fc.array(exampleQuery, { minLength: 1, maxLength: 6 }),
    async (given, changes, queries) => {
      const [index, naive] = [new SearchIndex(exampleSchema), new NaiveSearch(exampleSchema)];
      await index.addAll(given);
      apply(naive, given);
      apply(index, changes);
      apply(naive, changes);
      await index.compact();
      assert.equal(index.size, naive.documents.length);
      for (const query of queries) compare(index, naive, query);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('neither stopping early nor remembered counts change an answer among many documents', async () => {
  const [index, naive] = [new SearchIndex(exampleSchema), new NaiveSearch(exampleSchema)];
  const documents = Array.from({ length: 80_000 }, (_, number): IndexDocument => {
    const [name, headline] = [number % 3 === 0 ? 'react' : 'redux', number % 7 === 0 ? 'react developer' : 'developer'];
    const keywords = {
      category: number % 5 === 0 ? 'web' : null,
      skill: number % 2 === 0 ? ['sql', 'design'] : ['sql'],
    };
    const [numbers, flags] = [{ rate: number % 6000 }, { hidden: number % 11 === 0, verified: number % 4 === 0 }];
    const quality = ((number * 7919) % 1000) / 999;
    const overview = number % 997 === 0 ? 'rarity' : '';
    return {
      id: `fr_${number}`,
      quality,
      updatedAt: number,
      text: { name, headline, overview },
      keywords,
      numbers,
      flags,
    };
  });
  await index.addAll(documents);
  apply(naive, documents);
  for (const engine of [index, naive]) for (let number = 0; number < 3000; number += 3) engine.delete(`fr_${number}`);
  const boosts = [{ signal: 'pool', weight: 10, when: { ids: ['fr_70001', 'fr_4', 'fr_79000'] } }];
  // Of which the small ones together are worth more than the large one, and a rare one more than all.
  const several = [
    { signal: 'verified', weight: 0.2, when: { flag: 'verified' } },
    { signal: 'web', weight: 0.25, when: { column: 'category', any: ['web'] } },
    { signal: 'design', weight: 0.3, when: { column: 'skill', any: ['design'] } },
    { signal: 'dear', weight: 0.6, when: { number: 'rate', min: 5_900 } },
    { signal: 'named', weight: 0, when: { flag: 'verified' } },
    { signal: 'rare', weight: 2, when: { ids: ['fr_70001', 'fr_4', 'fr_79000'] } },
  ];
  const scope = [{ flag: 'hidden', is: false }];
  const category = { column: 'category', any: ['web'] };
  const facets = {
    category: { column: 'category' },
    skill: { column: 'skill' },
    rate: { buckets: 'rate' },
    verified: { condition: { flag: 'verified' } },
    // Two facets of one filter, one of which counts under it.
    unverified: { condition: { flag: 'verified', is: false }, of: 'verified' },
    kept: { column: 'category', of: 'verified', keepOwnFilter: true },
  };
  const queries: SearchQuery[] = [
    { text: 'react' },
    { text: 'react', scope },
    { text: 'react', scope, filters: { category, verified: { flag: 'verified', is: true } } },
    { text: 'devel', boosts },
    { text: 'react developer ', filters: { category }, boosts },
    { text: 'raect', sort: 'newest', scope },
    { filters: { category } },
    { boosts: several },
    { text: 'react', scope, boosts: several },
    { filters: { category }, boosts: several, qualityWeight: 0.05 },
    { text: 'rarity react ' },
    { text: 'rar', sort: { number: 'rate', order: 'ascending' } },
  ];
  for (const query of queries) compare(index, naive, { ...query, limit: 50, facets });
});

test('an edit or deletion shows in the very next search, in totals and counts, before anything is merged', async () => {
  const property = fc.asyncProperty(
    documents,
    fc.array(change, { minLength: 1 }),
    exampleQuery,
    async (given, changes, query) => {
      const [index, naive] = [new SearchIndex(exampleSchema), new NaiveSearch(exampleSchema)];
      await index.addAll(given);
      apply(naive, given);
      for (const one of changes) {
        apply(index, [one]);
        apply(naive, [one]);
        const wanted = { ...query, text: '', limit: 100 };
        const [found, expected] = [index.search(wanted), naive.search(wanted)];
        assert.equal(found.total, expected.total);
        assert.deepEqual(found.facets, expected.facets);
        assert.deepEqual(
          found.hits.map(({ id }) => id),
          expected.ids,
        );
      }
    },
  );
  await fc.assert(property, { numRuns: 100 });
});

test('pages follow each other without a gap or a repeat, whatever the sort', () => {
  const property = fc.property(documents, exampleQuery, fc.integer({ min: 1, max: 7 }), (given, query, limit) => {
    const [index, naive] = [new SearchIndex(exampleSchema), new NaiveSearch(exampleSchema)];
    apply(index, given);
    apply(naive, given);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = index.search({ ...query, limit, cursor });
      seen.push(...page.hits.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.deepEqual(seen, naive.search(query).ids);
  });
  fc.assert(property, { numRuns: 200 });
});

test('paging goes on from the same place when its last hit is deleted or others are edited meanwhile', () => {
  const index = new SearchIndex(exampleSchema);
  const document = (number: number) => ({ id: `fr_${number}`, quality: 0.5, updatedAt: number });
  for (let number = 10; number < 20; number++) index.upsert(document(number));
  const first = index.search({ sort: 'newest', limit: 4 });
  index.delete('fr_16');
  index.upsert({ ...document(19), updatedAt: 50 });
  const second = index.search({ sort: 'newest', limit: 4, cursor: first.nextCursor });
  assert.deepEqual(
    second.hits.map(({ id }) => id),
    ['fr_15', 'fr_14', 'fr_13', 'fr_12'],
  );
});

test('a cursor of another sort or of nobody is refused', () => {
  const index = new SearchIndex(exampleSchema);
  for (const id of ['fr_1', 'fr_2']) index.upsert({ id, quality: 1, updatedAt: 1 });
  const { nextCursor } = index.search({ limit: 1 });
  assert.throws(() => index.search({ sort: 'newest', cursor: nextCursor }), { name: 'SearchCursorError' });
  for (const cursor of ['x', '{}', 'bnVsbA', 'a'.repeat(5000)]) {
    assert.throws(() => index.search({ cursor }), { name: 'SearchCursorError' });
  }
});

test('nobody is shown, counted, corrected to or suggested from a document outside the scope', () => {
  const index = new SearchIndex(exampleSchema);
  index.upsert({
    id: 'fr_1',
    quality: 1,
    updatedAt: 1,
    text: { name: 'Quillfeather' },
    keywords: { skill: ['falconry'] },
    flags: { hidden: true },
  });
  const scope = [{ flag: 'hidden', is: false }];
  for (const text of ['quillfeather', 'quilfeather', 'quill', '']) {
    const found = index.search({ text, scope, facets: { skill: { column: 'skill' } } });
    assert.deepEqual([found.total, found.hits, found.corrected], [0, [], []]);
    assert.deepEqual(found.facets.skill, { kind: 'values', values: [] });
  }
  assert.deepEqual(index.suggest({ text: 'quill', scope }), []);
  assert.deepEqual(index.suggestValues('skill', { text: 'fal', scope }), []);
  assert.deepEqual(index.suggestValues('skill', { text: 'fal' }), [{ text: 'falconry', count: 1 }]);
});

test('a hit says which fields matched and which signals apply', () => {
  const index = new SearchIndex(exampleSchema);
  index.upsert({
    id: 'fr_1',
    quality: 0.5,
    updatedAt: 1,
    text: { headline: 'React', overview: 'react and redux' },
    flags: { verified: true },
  });
  const boosts = [
    { signal: 'pool', weight: 10, when: { ids: ['fr_1'] } },
    { signal: 'verified', weight: 0, when: { flag: 'verified' } },
    { signal: 'hidden', weight: 1, when: { flag: 'hidden' } },
  ];
  const [hit] = index.search({ text: 'react redux', boosts }).hits;
  assert.deepEqual(hit!.why, { fields: ['headline', 'overview'], signals: ['pool', 'verified'] });
  assert.ok(hit!.score > 10 && hit!.score < 12);
});

test('any text at all is answered', () => {
  const index = new SearchIndex(exampleSchema);
  index.upsert({ id: 'fr_1', quality: 1, updatedAt: 1, text: { overview: 'plain words: near "quoted" *' } });
  const hostile = ['"', '*', 'NEAR(', ':', "'; drop table x; --", 'a'.repeat(10_000), 'ab '.repeat(5_000), '\ud800', '\udc00x\ud83d', '👩‍👩‍👧‍👦',
    '\u202eabc', 'ﷺ', '½', 'İI', '\0', '__proto__', 'constructor', '.'.repeat(10_000), '+#'.repeat(5_000), 'x\u0301'.repeat(3_000)]; // biome-ignore format: a table
  for (const text of hostile) assert.ok(index.search({ text, facets: { skill: { column: 'skill' } } }).total >= 0);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => index.search({ text }).total >= 0),
    { numRuns: 500 },
  );
  for (const text of hostile) {
    index.upsert({ id: 'fr_2', quality: 1, updatedAt: 1, text: { overview: text } });
    assert.equal(index.search({}).total, 2);
  }
});

test('a document that does not fit is refused and changes nothing', () => {
  const index = new SearchIndex(exampleSchema);
  const fitting = { id: 'fr_1', quality: 1, updatedAt: 1, text: { name: 'Ann' } };
  index.upsert(fitting);
  const unfit = [{ id: '' }, { id: '\ud800' }, { id: 'x'.repeat(201) }, { quality: 2 }, { quality: Number.NaN }, { updatedAt: Number.NaN },
    { keywords: { category: ['web', 'data'] } }]; // biome-ignore format: a table
  for (const change of unfit) assert.throws(() => index.upsert({ ...fitting, ...change }));
  assert.equal(index.search({ text: 'ann' }).total, 1);
  assert.throws(() => index.search({ filters: { x: { column: 'nowhere', any: [] } } }), RangeError);
});

test('edits during a merge survive it, and the event loop keeps turning', async () => {
  const index = new SearchIndex(exampleSchema);
  const document = (number: number, name: string) => ({
    id: `fr_${number}`,
    quality: (number % 97) / 97,
    updatedAt: number,
    text: { name },
  });
  await index.addAll(Array.from({ length: 6000 }, (_, number) => document(number, 'before')));
  for (let number = 0; number < 3000; number++) {
    index.upsert(document(number, 'after'));
    if (number % 500 === 0) await new Promise((resolve) => setImmediate(resolve));
    if (number % 10 === 0) index.delete(`fr_${5999 - number}`);
  }
  assert.equal(index.search({ text: 'after ' }).total, 3000);
  await index.settled();
  assert.equal(index.search({ text: 'after ' }).total, 3000);
  assert.equal(index.search({ text: 'before ' }).total, 2700);
  assert.equal(index.size, 5700);
  assert.ok(index.statistics().segments <= 10);
});
