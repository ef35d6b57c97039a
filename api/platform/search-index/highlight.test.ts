import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { exampleDocument, exampleSchema } from '../../testing/example-documents.ts';
import { excerpt, highlight } from './highlight.ts';
import { SearchIndex } from './search-index.ts';

const marked = (text: string, terms: string[], prefixes: string[] = []) =>
  highlight(text, { terms, prefixes }).map(([start, end]) => text.slice(start, end));

test('words are marked as they are written, whatever their case, accents and compounds', () => {
  assert.deepEqual(marked('I write Node.js, NODEJS and node.', ['nodejs']), ['Node.js', 'NODEJS']);
  assert.deepEqual(marked('I write Node.js and node.', ['node']), ['Node', 'node']);
  assert.deepEqual(marked('Jürgen 👩‍💻 Mu\u0308ller', ['muller']), ['Mu\u0308ller']);
  assert.deepEqual(marked('reactive React, preact', [], ['rea']), ['reactive', 'React']);
  assert.deepEqual(marked('東京都の開発', ['東京', '京都']), ['東京都']);
});

test('a hit for text always has something to mark', () => {
  const property = fc.property(
    exampleDocument,
    fc.constantFrom('react', 'develo', 'muler', 'c++', '東京', 'nodejs', '.net'),
    (document, text) => {
      const index = new SearchIndex(exampleSchema);
      index.upsert(document);
      const { total, matchTerms } = index.search({ text });
      const texts = Object.values(document.text ?? {}).flat() as string[];
      assert.equal(
        texts.some((one) => highlight(one, matchTerms).length > 0),
        total > 0,
      );
    },
  );
  fc.assert(property, { numRuns: 300 });
});

test('an excerpt keeps to its length, its marks and whole characters', () => {
  const property = fc.property(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.integer({ min: 20, max: 120 }),
    (noise, length) => {
      const text = `${noise} react ${noise}`.toWellFormed();
      const cut = excerpt(text, highlight(text, { terms: ['react'], prefixes: [] }), length);
      assert.ok(cut.text.length <= length + 4);
      assert.ok(cut.text.isWellFormed());
      assert.ok(cut.ranges.some(([start, end]) => cut.text.slice(start, end) === 'react'));
    },
  );
  fc.assert(property, { numRuns: 500 });
});
