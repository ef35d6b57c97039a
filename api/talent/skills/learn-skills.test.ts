import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JobPostRow } from './job-post-row.ts';
import { SkillLearner } from './learn-skills.ts';
import { skills } from './taxonomy.ts';

let line = 1;
const post = (names: string, more: Partial<JobPostRow> = {}): JobPostRow => ({
  line: ++line,
  cells: 5,
  title: `Post ${line}`,
  terms: 'Hourly: $20.00 - $35.00',
  budget: 'N/A',
  level: 'Expert',
  skills: names,
  ...more,
});
const learnFrom = (...rows: JobPostRow[]) => {
  const learner = new SkillLearner(skills);
  const odd = rows.map((row) => learner.read(row));
  return { learned: learner.learned(), odd, kinds: odd.map((row) => row?.oddities.map(({ kind }) => kind)) };
};

test('an ordinary post is not odd and teaches its pairs in both directions', () => {
  const { learned, odd } = learnFrom(post('React, Node.js'), post('ReactJS, nodejs'), post('React'));
  assert.deepEqual(odd, [undefined, undefined, undefined]);
  assert.deepEqual(learned.popularity, [
    { skillId: 'react', posts: 3 },
    { skillId: 'node-js', posts: 2 },
  ]);
  assert.deepEqual(
    learned.pairs.map(({ skillId, otherSkillId, together, likelihood }) => [
      skillId,
      otherSkillId,
      together,
      likelihood,
    ]),
    [
      ['node-js', 'react', 2, 1],
      ['react', 'node-js', 2, 2 / 3],
    ],
  );
});

test('a doubled post is counted once and names the line of the first', () => {
  const first = post('React, Node.js');
  const { learned, odd } = learnFrom(first, { ...first, line: 99 });
  assert.equal(odd[1]?.outcome, 'duplicate');
  assert.equal(odd[1]?.oddities[0]?.found, `the same post as line ${first.line}`);
  assert.equal(learned.popularity[0]?.posts, 1);
});

test('a post put up again on other terms is a repost; the same title with other skills is a post of its own', () => {
  const first = post('React, Node.js', { title: 'Developer' });
  const { learned } = learnFrom(
    first,
    { ...first, terms: 'Fixed price', budget: 'Est. budget:\n$400.00' },
    { ...first, skills: 'PHP' },
  );
  assert.deepEqual([learned.outcomes.learned, learned.outcomes.repost], [2, 1]);
});

test('what stands among the skills and is none is named and left out', () => {
  const { learned, odd, kinds } = learnFrom(
    post('Shopify, Business with 1-9 Employees, Smartphone, Ages 7+, +3, Shopify Website'),
  );
  assert.deepEqual(kinds[0], ['not_a_skill', 'not_a_skill', 'not_a_skill', 'hidden_skills', 'repeated_skill']);
  assert.match(odd[0]?.oddities[0]?.found ?? '', /Business with 1-9 Employees.*company size/);
  assert.deepEqual(learned.popularity, [{ skillId: 'shopify', posts: 1 }]);
});

test('every odd cell is reported, and skills are learned all the same', () => {
  const { kinds, learned } = learnFrom(
    post('React', { terms: 'Fixed price', budget: 'about 300' }),
    post('React', { terms: 'Fixed price', budget: 'Est. budget:\n$2.00' }),
    post('React', { terms: 'Fixed price', budget: 'Est. budget:\n$1,000,000.00' }),
    post('React', { terms: 'Hourly: $40.00 - $20.00' }),
    post('React', { terms: 'Weekly' }),
    post('React', { level: 'Guru' }),
    post('React', { title: ' ' }),
    post('React', { title: 'x'.repeat(101) }),
  );
  assert.deepEqual(kinds, [
    ['unreadable_budget'],
    ['implausible_budget'],
    ['implausible_budget'],
    ['reversed_range'],
    ['unreadable_terms'],
    ['unknown_level'],
    ['missing_title'],
    ['long_title'],
  ]);
  assert.equal(learned.outcomes.learned, 8);
});

test('a row without skills or with a wrong number of cells teaches nothing', () => {
  const { learned, kinds } = learnFrom(post(''), post('Smartphone, +2'), post('React', { cells: 4 }));
  assert.deepEqual(kinds, [['missing_skills'], ['not_a_skill', 'hidden_skills'], ['column_count']]);
  assert.deepEqual([learned.outcomes.withoutSkills, learned.outcomes.unreadable, learned.popularity.length], [2, 1, 0]);
});

test('a name over the longest is flagged, never suggested', () => {
  const long = 'Somebody who can do everything we have not thought of yet';
  const { learned, odd } = learnFrom(...Array.from({ length: 5 }, () => post(`React, ${long}`)));
  assert.match(odd[0]?.oddities[0]?.found ?? '', /too long/);
  assert.deepEqual(learned.suggestions, []);
});

test('a new spelling becomes an alias suggestion, a name seen often enough a new skill with its likely place', () => {
  const rows = Array.from({ length: 3 }, () => post('Node.js, Express, NodeJS Framework, Sails.js'));
  const { learned } = learnFrom(...rows, post('PHP, Once Only Thing'));
  const [alias, unknown] = learned.suggestions.toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
  assert.deepEqual([alias?.kind, alias?.name, alias?.skillIds], ['alias', 'NodeJS Framework', ['node-js']]);
  assert.deepEqual(
    [unknown?.id, unknown?.name, unknown?.posts, unknown?.categoryId, unknown?.specializationId],
    ['sails-js', 'Sails.js', 3, 'web-development', 'back-end-development'],
  );
  assert.equal(learned.suggestions.length, 2);
  assert.ok(learned.pairs.some(({ skillId, otherSkillId }) => skillId === 'express' && otherSkillId === 'sails-js'));
  assert.equal(learned.mentions.tooRare, 1);
});

test('totals add up to the rows and to the names, whatever the posts are', () => {
  const name = fc.constantFrom(
    'React',
    'ReactJS',
    'Node.js',
    'Smartphone',
    '+4',
    'Sails.js',
    'NodeJS Framework',
    '',
    'Rare one',
  );
  const row = fc.record({
    title: fc.constantFrom('A', 'B', ''),
    skills: fc.array(name, { maxLength: 6 }).map((names) => names.join(', ')),
    cells: fc.constantFrom(5, 5, 5, 5, 3),
    level: fc.constantFrom('Expert', '?'),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      const { learned } = learnFrom(...rows.map((cells) => post('', cells)));
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
      assert.equal(sum(learned.outcomes), rows.length);
      assert.equal(sum(learned.mentions), learned.names);
      assert.equal(learned.rows, rows.length);
    }),
  );
});
