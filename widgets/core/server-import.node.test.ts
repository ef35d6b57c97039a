import assert from 'node:assert/strict';
import { test } from 'node:test';

test('importing on a server does nothing and throws nothing', async () => {
  const before = Object.getOwnPropertySymbols(globalThis).length;
  const { createEmbed } = await import('../index.ts');
  const { TalentSearch } = await import('../talent-search/talent-search.ts');
  for (const tag of ['talent-search', 'job-post', 'proposals']) await import(`../define/${tag}.ts`);
  assert.equal(typeof createEmbed, 'function');
  assert.equal(typeof TalentSearch, 'function');
  assert.equal(Object.getOwnPropertySymbols(globalThis).length, before);
});
