import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Line, type Measure, setLines } from './set-lines.ts';

/** Each character is one wide. */
const measure: Measure = (text) => [...text].length;
const seen = (lines: readonly Line[]) => lines.map(({ pieces }) => pieces.map(({ text }) => text).join('|'));

describe('lines of a document', () => {
  test('words move to the next line whole, and spaces stay behind', () => {
    assert.deepEqual(seen(setLines([{ text: 'one two three' }], 8, measure)), ['one two', 'three']);
    assert.deepEqual(seen(setLines([{ text: 'a well-known word' }], 8, measure)), ['a well-', 'known', 'word']);
    assert.deepEqual(seen(setLines([{ text: 'one\n\ntwo' }], 8, measure)), ['one', '', 'two']);
    assert.deepEqual(setLines([], 8, measure), []);
  });

  test('a word wider than the line is cut between letters, not within one', () => {
    assert.deepEqual(seen(setLines([{ text: 'abcdefghij kl' }], 4, measure)), ['abcd', 'efgh', 'ij', 'kl']);
    const family = '👨‍👩‍👧';
    const [first] = setLines([{ text: family.repeat(2) }], [...family].length, measure);
    assert.equal(first?.pieces.map(({ text }) => text).join(''), family);
  });

  test('Hebrew and Arabic stand from right to left, numbers and names within them from left to right', () => {
    assert.deepEqual(seen(setLines([{ text: 'Dear שלום עולם (abc)' }], 99, measure)), ['Dear |עולם| |שלום| (abc)']);
    const [arabic] = setLines([{ text: 'مرحبا (abc) 123' }], 99, measure);
    assert.equal(arabic?.isRightToLeft, true);
    assert.deepEqual(seen([arabic!]), ['123| (|abc|) |مرحبا']);
  });

  test('each script gets a font that has it', () => {
    const fonts = (text: string, isBold = false) =>
      setLines([{ text, isBold }], 99, measure)[0]?.pieces.map(({ font }) => font.name);
    assert.deepEqual(fonts('Zoë'), ['inter-latin-400-normal']);
    assert.deepEqual(fonts('Łuk', true), ['inter-latin-ext-700-normal', 'inter-latin-700-normal']);
    assert.deepEqual(fonts('Привет'), ['inter-cyrillic-400-normal']);
    assert.deepEqual(fonts('नमस्ते'), ['noto-sans-devanagari-devanagari-400-normal']);
    assert.match(fonts('王')![0]!, /^noto-sans-sc-/);
  });

  test('no line is wider than the page, and no letter is lost, whatever the text', () => {
    const unit = fc.constantFrom('a', 'bc', ' ', '-', '王', 'שׁ', 'ع', '\n', '1', '(', '👍🏽');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), fc.integer({ min: 3, max: 20 }), (text, width) => {
        const lines = setLines([{ text }], width, measure);
        for (const line of lines) assert.ok(line.width <= width, JSON.stringify(line));
        const letters = (shown: string) => [...shown.replace(/[\s()]/g, '')].sort().join('');
        assert.equal(letters(seen(lines).join('').replaceAll('|', '')), letters(text));
      }),
    );
  });
});
