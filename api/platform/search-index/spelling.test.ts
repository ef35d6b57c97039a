import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TermDictionary } from './dictionaries.ts';
import { editDistance } from './naive-search.ts';
import { completionNeighbors, neighbors } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 7 });
const vocabulary = fc.uniqueArray(word, { maxLength: 60 });

function dictionaryOf(terms: readonly string[]): TermDictionary {
  const dictionary = new TermDictionary();
  for (const term of terms) dictionary.intern(term);
  return dictionary;
}

test('neighbors are exactly the terms within the distance that begin with the first or second letter', () => {
  const property = fc.property(vocabulary, word, fc.constantFrom(1, 2), (terms, wanted, most) => {
    const dictionary = dictionaryOf(terms);
    const found = neighbors(dictionary, wanted, most).map(({ term, distance }) => [dictionary.terms[term]!, distance]);
    const alike = terms.filter((term) => (term[0] === wanted[0] || term[0] === wanted[1]) && term !== wanted);
    const expected = alike
      .map((term) => [term, editDistance(wanted, term)])
      .filter(([, distance]) => (distance as number) <= most);
    assert.deepEqual(found.sort(), expected.sort());
  });
  fc.assert(property, { numRuns: 1000 });
});

test('completions of a misspelled beginning are exactly the terms of which some beginning is one edit away', () => {
  const property = fc.property(vocabulary, word, (terms, wanted) => {
    const dictionary = dictionaryOf(terms);
    const found = completionNeighbors(dictionary, wanted).map((term) => dictionary.terms[term]!);
    const isNear = (term: string) =>
      [...term, ''].some((_, at) => at > 0 && editDistance(wanted, term.slice(0, at)) <= 1);
    const expected = terms.filter((term) => (term[0] === wanted[0] || term[0] === wanted[1]) && isNear(term));
    assert.deepEqual(found.sort(), expected.sort());
  });
  fc.assert(property, { numRuns: 1000 });
});

test('terms stay sorted and every prefix range is complete while terms are added', () => {
  const property = fc.property(fc.array(vocabulary, { maxLength: 4 }), word, (portions, prefix) => {
    const dictionary = new TermDictionary();
    for (const portion of portions) {
      for (const term of portion) dictionary.intern(term);
      const sorted = [...dictionary.sorted()].map((number) => dictionary.terms[number]!);
      assert.deepEqual(sorted, [...dictionary.terms].sort());
      const [low, high] = dictionary.prefixRange(prefix);
      assert.deepEqual(
        sorted.slice(low, high),
        sorted.filter((term) => term.startsWith(prefix)),
      );
      if (low < high) assert.equal(dictionary.prefixEnd(prefix, low), high);
    }
  });
  fc.assert(property, { numRuns: 500 });
});
