import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { acceptMarkdown, readMarkdown } from './accept-markdown.ts';
import { nodesOf, parseMarkdown } from './parse-markdown.ts';
import { presentMarkdown } from './present-markdown.ts';
import { proseOf } from './prose.ts';
import type { RichBlock, RichInline } from './rich-text.ts';

const lengthMax = 20_000;
const shown = (typed: string) => presentMarkdown(acceptMarkdown(typed, lengthMax));
const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...content: object[]) => ({ kind: 'paragraph', content });

describe('what a writer may use', () => {
  test('paragraphs, headings, lists, quotes, code and emphasis come out as a tree', () => {
    assert.deepEqual(
      shown('# Goal\n\nBuild *it* **well** in `Rust`.\n\n1. one\n2. two\n   - deep\n\n> said\n\n```ts\nlet a;\n```'),
      [
        { kind: 'heading', level: 1, content: [text('Goal')] },
        paragraph(
          text('Build '),
          { kind: 'emphasis', content: [text('it')] },
          text(' '),
          { kind: 'strong', content: [text('well')] },
          text(' in '),
          { kind: 'code', text: 'Rust' },
          text('.'),
        ),
        {
          kind: 'list',
          isOrdered: true,
          items: [
            [paragraph(text('one'))],
            [paragraph(text('two')), { kind: 'list', isOrdered: false, items: [[paragraph(text('deep'))]] }],
          ],
        },
        { kind: 'quote', content: [paragraph(text('said'))] },
        { kind: 'code', text: 'let a;' },
      ],
    );
  });

  test('a link keeps an https, http or mailto address', () => {
    const content = [text('docs')];
    for (const href of ['https://example.com/a?b=c', 'http://example.com/', 'mailto:a@example.com'])
      assert.deepEqual(shown(`[docs](${href})`), [paragraph({ kind: 'link', href, content })]);
    assert.deepEqual(shown('[docs][1]\n\n[1]: https://example.com/'), [
      paragraph({ kind: 'link', href: 'https://example.com/', content }),
    ]);
  });

  test('what was typed is kept as typed', () => {
    for (const typed of [
      'a < b and c > d',
      'I <3 this',
      'snake_case_name * 2',
      '- one\n\n\n- two'.replace('\n\n\n', '\n\n'),
    ])
      assert.equal(acceptMarkdown(typed, lengthMax), typed);
  });
});

describe('what never comes through', () => {
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    '&#x6A;avascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/relative',
    'https://user:secret@example.com',
  ]) {
    test(`a link to ${address} is its words only`, () => {
      assert.deepEqual(shown(`see [here](${address})`), [paragraph(text('see here'))]);
      assert.equal(proseOf(shown(`[x][1]\n\n[1]: ${address}`)).hrefs.length, 0);
    });
  }

  test('a picture is its description', () => {
    assert.deepEqual(shown('a ![cat *here*](https://tracker.example/x.png) b'), [paragraph(text('a cat here b'))]);
    assert.equal(acceptMarkdown('![](https://tracker.example/x.png)', lengthMax).includes('tracker'), false);
  });

  for (const typed of [
    '<script>alert(1)</script>',
    'hello <b onclick="x">you</b>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '> <iframe src="https://evil.example">',
    '- <a href="javascript:x">y</a>',
    '<SCRIPT\nsrc=x>',
  ]) {
    test(`HTML is refused by name: ${typed}`, () => {
      assert.throws(() => acceptMarkdown(typed, lengthMax, '/description'), {
        status: 422,
        code: 'html_in_text',
      });
    });
  }

  test('HTML in a code span is words about HTML', () => {
    assert.deepEqual(shown('use `<canvas>`'), [paragraph(text('use '), { kind: 'code', text: '<canvas>' })]);
  });

  test('what looks like a tag and is none stays as words, safe for any renderer', () => {
    assert.deepEqual(shown('a Vec<T> <!-- or --> a <my-element>'), [
      paragraph(text('a Vec<T> <!-- or --> a <my-element>')),
    ]);
    const kept = acceptMarkdown('Vec<T> <!-- x --> <?php ?>', lengthMax);
    assert.equal(
      [...nodesOf(parseMarkdown(kept, { html: true }))].some(({ type }) => type === 'html'),
      false,
    );
  });

  test('direction overrides and unseen characters are dropped, written out or as entities', () => {
    assert.deepEqual(shown('a\u202Eb\u200Bc&#x202E;d&#8203;e'), [paragraph(text('abcde'))]);
  });

  test('too long, too deep and too many marks are refused, each by its name', () => {
    const code = (typed: string) => readMarkdown(typed, lengthMax).problem?.code;
    assert.equal(code('a'.repeat(lengthMax + 1)), 'text_too_long');
    assert.equal(code('>'.repeat(lengthMax)), 'text_too_complex');
    assert.equal(code('- '.repeat(5000)), 'text_too_complex');
    assert.equal(code('*a_ '.repeat(5000)), 'text_too_complex');
    assert.equal(code('word '.repeat(3900)), undefined);
  });
});

const tokens = fc.constantFrom(
  ...'# |* |** |_ |` |```\n|~~~|> |- |1. |\n|\n\n|    |[|](|)|][|]: |![|<|>|</|<!--|-->|<![CDATA[|<?|<script|<b>|<T>|onload=|"|\'|\\|&lt;|&#60;|&#x202E;|javascript:|data:|https://a.example|mailto:a@b.c|word|é|\u202E|\u200B|\u0000|\uD800|| '.split(
    '|',
  ),
);
const typedText = fc
  .array(fc.oneof(tokens, fc.string({ maxLength: 3 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('whatever is typed: what is kept holds no HTML, picture or other link, and is kept the same again', () => {
  fc.assert(
    fc.property(typedText, (typed) => {
      const { markdown, problem } = readMarkdown(typed, lengthMax);
      if (problem) return;
      for (const node of nodesOf(parseMarkdown(markdown, { html: true }))) {
        assert.equal(['html', 'image', 'imageReference'].includes(node.type), false, node.type);
        if (node.type === 'link' || node.type === 'definition') assert.match(node.url, /^(https?|mailto):/i);
      }
      assert.equal(acceptMarkdown(markdown, lengthMax * 3), markdown);
    }),
    { numRuns: 3000, examples: [['* [# ]: *'], ['a\n\n[x]: y\n\nb']] },
  );
});

test('whatever is kept: only the closed list is shown, with safe addresses and visible characters', () => {
  fc.assert(
    fc.property(typedText, (typed) => {
      for (const block of presentMarkdown(typed)) requireClosedBlock(block);
    }),
    { numRuns: 3000 },
  );
});

function requireClosedBlock(block: RichBlock, depth = 0): void {
  assert.ok(depth <= 6);
  switch (block.kind) {
    case 'paragraph':
      requireKeys(block, 'content');
      for (const inner of block.content) requireClosedInline(inner);
      return;
    case 'heading':
      requireKeys(block, 'content', 'level');
      assert.ok([1, 2, 3].includes(block.level));
      for (const inner of block.content) requireClosedInline(inner);
      return;
    case 'list':
      requireKeys(block, 'isOrdered', 'items');
      for (const inner of block.items.flat()) requireClosedBlock(inner, depth + 1);
      return;
    case 'quote':
      requireKeys(block, 'content');
      for (const inner of block.content) requireClosedBlock(inner, depth + 1);
      return;
    case 'code':
      requireKeys(block, 'text');
      requireVisible(block.text);
      return;
    default:
      assert.fail(`not in the list: ${JSON.stringify(block)}`);
  }
}

function requireClosedInline(inline: RichInline, depth = 0): void {
  assert.ok(depth <= 6);
  switch (inline.kind) {
    case 'text':
    case 'code':
      requireKeys(inline, 'text');
      requireVisible(inline.text);
      return;
    case 'strong':
    case 'emphasis':
      requireKeys(inline, 'content');
      for (const inner of inline.content) requireClosedInline(inner, depth + 1);
      return;
    case 'link':
      requireKeys(inline, 'content', 'href');
      assert.match(inline.href, /^(https?:\/\/|mailto:)/);
      for (const inner of inline.content) requireClosedInline(inner, depth + 1);
      return;
    case 'lineBreak':
      requireKeys(inline);
      return;
    default:
      assert.fail(`not in the list: ${JSON.stringify(inline)}`);
  }
}

function requireKeys(part: object, ...keys: string[]): void {
  assert.deepEqual(Object.keys(part).sort(), [...keys, 'kind'].sort());
}

function requireVisible(words: string): void {
  assert.ok(words.isWellFormed());
  assert.doesNotMatch(words, /(?![\n\t])\p{Cc}|[\u200B\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u);
}
