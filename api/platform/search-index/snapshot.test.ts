import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { documentId, exampleDocument, exampleQuery, exampleSchema } from '../../testing/example-documents.ts';
import { SearchIndex } from './search-index.ts';

const bytesOf = (index: SearchIndex) => new Uint8Array(Buffer.concat([...index.snapshot()]));

test('a loaded snapshot answers like the index it was taken from, and takes edits', () => {
  const changes = fc.array(fc.oneof(exampleDocument, documentId), { maxLength: 80 });
  const property = fc.property(changes, changes, fc.array(exampleQuery, { maxLength: 4 }), (before, after, queries) => {
    const index = new SearchIndex(exampleSchema);
    const change = (engine: SearchIndex, one: (typeof before)[number]) =>
      typeof one === 'string' ? engine.delete(one) : engine.upsert(one);
    for (const one of before) change(index, one);
    const loaded = SearchIndex.load(exampleSchema, bytesOf(index));
    for (const query of queries) assert.deepEqual(loaded.search(query), index.search(query));
    for (const one of after) for (const engine of [index, loaded]) change(engine, one);
    for (const query of queries) assert.deepEqual(loaded.search(query), index.search(query));
  });
  fc.assert(property, { numRuns: 100 });
});

test('a snapshot holds one moment, though it is written while edits go on', () => {
  const index = new SearchIndex(exampleSchema);
  for (let number = 0; number < 10; number++) index.upsert({ id: `fr_${number}`, quality: 0, updatedAt: number });
  const pieces = index.snapshot();
  const written = [pieces.next().value!];
  index.delete('fr_3');
  index.upsert({ id: 'fr_99', quality: 0, updatedAt: 99, text: { name: 'newcomer' } });
  written.push(...pieces);
  const loaded = SearchIndex.load(exampleSchema, new Uint8Array(Buffer.concat(written)));
  assert.deepEqual([loaded.size, loaded.search({}).total], [10, 10]);
  assert.equal(loaded.search({ text: 'newcomer' }).total, 0);
});

const sample = () => {
  const index = new SearchIndex(exampleSchema);
  index.upsert({ id: 'fr_1', quality: 0.5, updatedAt: 1, text: { name: 'Ann Li' }, keywords: { skill: ['sql'] } });
  return bytesOf(index);
};

test('a snapshot with any byte changed is refused', () => {
  const bytes = sample();
  // The padding between arrays is the only part that holds nothing.
  let refused = 0;
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice();
    changed[at]! ^= 1 << (at % 8);
    try {
      assert.equal(SearchIndex.load(exampleSchema, changed).search({ text: 'ann' }).total, 1);
    } catch (error) {
      assert.equal((error as Error).name, 'SnapshotError');
      refused++;
    }
  }
  assert.ok(refused > bytes.length * 0.9);
});

test('a snapshot cut anywhere is refused', () => {
  const bytes = sample();
  for (let length = 0; length < bytes.length; length += 7) {
    assert.throws(() => SearchIndex.load(exampleSchema, bytes.slice(0, length)), { name: 'SnapshotError' });
  }
});

test('bytes of something else and of another schema are refused as foreign', () => {
  const foreign = { name: 'SnapshotError', reason: 'foreign' };
  assert.throws(() => SearchIndex.load(exampleSchema, new TextEncoder().encode('SQLite format 3'.repeat(9))), foreign);
  assert.throws(() => SearchIndex.load({ ...exampleSchema, version: 2 }, sample()), foreign);
});

test('a snapshot loads from the Buffer that a file is read into', () => {
  const bytes = sample();
  for (const shift of [0, 1, 8]) {
    const file = Buffer.alloc(shift + bytes.length);
    file.set(bytes, shift);
    assert.equal(SearchIndex.load(exampleSchema, file.subarray(shift)).search({ text: 'ann' }).total, 1);
  }
});

test('a snapshot may stand anywhere in a larger buffer', () => {
  const bytes = sample();
  const larger = new Uint8Array(bytes.length + 8);
  for (const shift of [1, 4, 8]) {
    larger.set(bytes, shift);
    assert.equal(
      SearchIndex.load(exampleSchema, larger.subarray(shift, shift + bytes.length)).search({ text: 'ann' }).total,
      1,
    );
    larger.fill(0);
  }
});
