import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normalizeSkillName, skillKey, skillSlug } from './skill.ts';

test('a slug keeps apart what only punctuation tells apart', () => {
  const slugs = {
    React: 'react',
    'Node.js': 'node-js',
    C: 'c',
    'C#': 'c-sharp',
    'C++': 'c-plus-plus',
    '.NET': 'dot-net',
    'ASP.NET Core': 'asp-net-core',
    'UX & UI Design': 'ux-and-ui-design',
    'TCP/IP': 'tcp-ip',
    '  Café   latté ': 'cafe-latte',
    تصميم: 'تصميم',
  };
  for (const [name, slug] of Object.entries(slugs)) assert.equal(skillSlug(name), slug, name);
});

test('spellings of one skill share a key, different skills do not', () => {
  for (const name of ['React.js', 'ReactJS', 'react js', 'REACT-JS']) assert.equal(skillKey(name), 'reactjs');
  assert.equal(new Set(['C', 'C#', 'C++', 'F#', '.NET', 'Net'].map(skillKey)).size, 6);
});

test('a name is kept without invisible characters and doubled spaces', () => {
  assert.equal(normalizeSkillName(' Data\u200b\u202e  \n Entry\t'), 'Data Entry');
  assert.equal(normalizeSkillName('\u0007'), '');
});

test('slug and key of any text are stable, and a slug is safe in a path', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const slug = skillSlug(text);
      assert.match(slug, /^$|^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
      assert.equal(skillSlug(slug), slug);
      assert.equal(skillKey(slug), skillKey(text));
      assert.equal(normalizeSkillName(normalizeSkillName(text)), normalizeSkillName(text));
    }),
    { numRuns: 500 },
  );
});
