import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../platform/database/database.ts';
import { openTestDatabase } from '../../testing/test-database.ts';
import { importJobSkills } from './import-job-skills.ts';
import type { JobPostRow } from './job-post-row.ts';
import { listAllCounts, listAllPairs, listAllSuggestions, updateProposed } from './store.ts';

const startMs = Date.UTC(2026, 10, 23);

async function* posts(...cells: string[]): AsyncGenerator<JobPostRow> {
  let line = 1;
  for (const skills of cells) {
    line++;
    yield { line, cells: 5, title: `Post ${line}`, terms: 'Hourly', budget: 'N/A', level: 'Expert', skills };
  }
}

const many = [
  'React, Node.js, Sails.js',
  'React, Node.js, Sails.js',
  'React, Sails.js, NodeJS Framework',
  'React, CSS',
];

describe('learning from job posts', () => {
  let database: Database;
  const learn = (source: AsyncIterable<JobPostRow>, nowMs = startMs) =>
    importJobSkills(database, source, { nowMs, onOddRow: () => {} });
  const everything = async () => ({
    counts: await listAllCounts(database.db),
    pairs: await listAllPairs(database.db),
    suggestions: await listAllSuggestions(database.db),
  });

  before(async () => {
    database = await openTestDatabase();
  });
  after(() => database.close());

  test('posts that break off leave nothing behind', async () => {
    async function* broken() {
      yield* posts(...many);
      throw new Error('the disk is gone');
    }
    await assert.rejects(learn(broken()), /the disk is gone/);
    assert.deepEqual(await everything(), { counts: [], pairs: [], suggestions: [] });
  });

  test('counts, pairs and suggestions are kept', async () => {
    await learn(posts(...many));
    const { counts, pairs, suggestions } = await everything();
    assert.equal(counts.find(({ skillId }) => skillId === 'react')?.posts, 4);
    const pair = pairs.find(({ skillId, otherSkillId }) => skillId === 'react' && otherSkillId === 'node-js');
    assert.deepEqual([pair?.together, pair?.likelihood], [2, 0.5]);
    assert.deepEqual(suggestions.map(({ id, kind, state }) => [id, kind, state]).sort(), [
      ['su_nodejs-framework', 'alias', 'proposed'],
      ['su_sails-js', 'skill', 'proposed'],
    ]);
  });

  test('the same posts a second time change nothing', async () => {
    const before = await everything();
    const { changes } = await learn(posts(...many), startMs + 1000);
    assert.deepEqual(changes, { counts: 0, pairs: 0, suggestions: 0 });
    assert.deepEqual(await everything(), before);
  });

  test('other posts replace what was learned, but not what somebody has decided', async () => {
    await updateProposed(database.db, 'su_sails-js', { state: 'rejected', decidedAt: startMs, decidedBy: 'pe_1' });
    await learn(posts('PHP, Laravel', 'PHP, Laravel'));
    const { counts, pairs, suggestions } = await everything();
    assert.deepEqual(counts.map(({ skillId, posts }) => [skillId, posts]).sort(), [
      ['laravel', 2],
      ['php', 2],
    ]);
    assert.equal(pairs.length, 2);
    assert.deepEqual(
      suggestions.map(({ id, state }) => [id, state]),
      [['su_sails-js', 'rejected']],
    );
  });
});
