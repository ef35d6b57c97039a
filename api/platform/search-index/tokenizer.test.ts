import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, maxTermLength, type Token, tokenize } from './tokenizer.ts';

const termsOf = (text: string) =>
  tokenize(text).flatMap((token) => [token.term, ...(token.parts ?? []).map(({ term }) => term)]);

const examples: [text: string, terms: string[]][] = [
  ['React  developer', ['react', 'developer']],
  ['C++, C# and F#.', ['c++', 'c', 'c#', 'c', 'and', 'f#', 'f']],
  ['Node.js', ['nodejs', 'node', 'js']],
  ['.NET / ASP.NET', ['.net', 'net', 'aspnet', 'asp', 'net']],
  ['front-end', ['frontend', 'front', 'end']],
  ['O’Neill', ['oneill', 'o', 'neill']],
  ['CI/CD', ['ci', 'cd']],
  ['Jürgen Ångström ŁÓDŹ straße', ['jurgen', 'angstrom', 'lodz', 'strasse']],
  ['Ju\u0308rgen', ['jurgen']],
  ['ＡＢＣ ﬁne', ['abc', 'fine']],
  ['İstanbul', ['istanbul']],
  ['東京都', ['東京', '京都', '都']],
  ['React開発', ['react', '開発', '発']],
  ['مُهَنْدِس', ['مهندس']],
  ['Инженер', ['инженер']],
  ['हिन्दी', ['हिन्दी']],
  ['" * : ( ) -- … 👩‍💻', []],
];

for (const [text, terms] of examples) {
  test(`"${text}" is found as ${terms.join(', ') || 'nothing'}`, () => assert.deepEqual(termsOf(text), terms));
}

test('every token stands where it says, in order, and no term is empty or too long', () => {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }));
  const check = (given: string) => {
    let previous = 0;
    const verify = (token: Token) => {
      assert.ok(token.start < token.end && token.end <= given.length);
      assert.ok(token.term.length > 0 && token.term.length <= maxTermLength + 2);
    };
    for (const token of tokenize(given)) {
      verify(token);
      assert.ok(token.start >= previous);
      previous = token.start;
      for (const part of token.parts ?? []) {
        verify(part);
        assert.ok(part.start >= token.start && part.end <= token.end);
      }
    }
  };
  fc.assert(fc.property(text, check), { numRuns: 1000 });
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (word) => assert.equal(fold(fold(word)), fold(word))),
    { numRuns: 1000 },
  );
});

test('100,000 characters of any kind take no longer than a blink', () => {
  for (const unit of ['a', '.', '+', "'", 'a-', 'a.', '́', '東', '👩‍', '\ud800']) {
    const start = process.threadCpuUsage();
    tokenize(unit.repeat(100_000));
    // Processor time, since the machine may be busy; anything quadratic would need minutes.
    assert.ok(process.threadCpuUsage(start).user < 2_000_000, unit);
  }
});
