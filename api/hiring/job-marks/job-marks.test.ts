import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { signedIn } from '../../testing/actors.ts';
import { freelancing } from '../../testing/job-search-app.ts';
import { ada, type JobWorld, openJobWorld } from '../../testing/job-world.ts';
import type { SavedJobs } from './schema.ts';

describe('marks of jobs', () => {
  let world: JobWorld;
  let app: JobWorld['app'];
  const ask = <T>(...asked: Parameters<JobWorld['ask']>) => world.ask<T>(...asked);
  const search: JobWorld['search'] = (...asked) => world.search(...asked);
  const found: JobWorld['found'] = (...asked) => world.found(...asked);
  before(async () => {
    world = await openJobWorld();
    app = world.app;
  });
  after(() => app.stop());

  test('a post hidden with a reason leaves searches and the feed, and comes back', async () => {
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'PUT', { reason: 'budgetTooLow' })).status, 204);
    assert.ok(!(await found('q=shop', ada)).includes('Cheap shop'));
    assert.ok((await found('q=shop')).includes('Cheap shop'));
    const { items } = await search('q=shop&includeHidden=true', ada);
    const hidden = items.find(({ title }) => title === 'Cheap shop');
    assert.deepEqual(hidden?.marks, { saved: false, hidden: 'budgetTooLow' });
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'DELETE')).status, 204);
    assert.ok((await found('q=shop', ada)).includes('Cheap shop'));
    assert.equal((await ask(ada, '/jp_cheapshop/hidden', 'PUT', { reason: 'ugly' })).status, 422);
  });

  test('saved posts are listed last saved first; those that ended are counted, not shown', async () => {
    for (const id of ['jp_logo', 'jp_shopback', 'jp_longago']) {
      app.deps.clock.advance(1000);
      assert.equal((await ask(ada, `/${id}/saved`, 'PUT')).status, 204);
    }
    await app.db.updateTable('jobPosts').set({ state: 'paused' }).where('id', '=', 'jp_longago').execute();
    const { body } = await ask<SavedJobs>(ada, '/saved?limit=1');
    assert.deepEqual([body.items.map(({ title }) => title), body.goneCount], [['Shop back'], 1]);
    const next = await ask<SavedJobs>(ada, `/saved?limit=1&cursor=${encodeURIComponent(body.nextCursor!)}`);
    assert.deepEqual([next.body.items[0]!.title, next.body.nextCursor], ['Logo', null]);
    assert.equal(next.body.items[0]!.marks.saved, true);
    await app.db.updateTable('jobPosts').set({ state: 'open' }).where('id', '=', 'jp_longago').execute();
    assert.equal((await ask(ada, '/jp_logo/saved', 'DELETE')).status, 204);
    assert.deepEqual((await ask<SavedJobs>(ada, '/saved')).body.items.length, 2);
    assert.deepEqual((await ask<SavedJobs>(freelancing('fr_blank'), '/saved')).body.items, []);
  });

  test('nobody marks what they cannot see', async () => {
    for (const id of ['jp_none', 'nonsense', 'jp_x%27']) {
      assert.equal((await ask(ada, `/${id}/saved`, 'PUT')).status, 404, id);
      assert.equal((await ask(ada, `/${id}/hidden`, 'PUT', { reason: 'other' })).status, 404, id);
    }
    assert.equal((await ask(signedIn('pe_any'), '/jp_logo/saved', 'PUT')).status, 403);
  });
});
