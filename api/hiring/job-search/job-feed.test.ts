import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { anonymous } from '../../platform/auth/actor.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { freelancing, globex } from '../../testing/job-search-app.ts';
import { ada, countsOf, type JobWorld, openJobWorld } from '../../testing/job-world.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { madeInvitation } from '../../testing/made-proposals.ts';
import type { Job, JobFeed } from './schema.ts';

describe('the feed of best matches', () => {
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

  test('the feed puts first what fits most, says why, and leaves out what has nothing in common', async () => {
    const { body } = await ask<JobFeed>(ada, '/feed');
    const [best] = body.items;
    assert.equal(best!.title, 'Shop back');
    assert.deepEqual(best!.why.signals, [
      'skills',
      'category',
      'rate',
      'kind',
      'hours',
      'new',
      'fewProposals',
      'clientHires',
    ]);
    assert.deepEqual(
      best!.skills.map(({ id, mine }) => [id, mine]),
      [
        ['react', true],
        ['typescript', true],
      ],
    );
    const shown = body.items.map(({ title }) => title).sort();
    assert.deepEqual(shown, ['Cheap shop', 'Euro shop', 'Shop back', 'Shop front']);
    assert.ok(!body.items.find(({ title }) => title === 'Cheap shop')!.why.signals.includes('rate'));
    assert.deepEqual(body.profile, { hasSkills: true, hasCategory: true, hasRate: true });
  });

  test('a profile that says nothing is fed everything it may take', async () => {
    const { body } = await ask<JobFeed>(freelancing('fr_blank'), '/feed');
    assert.equal(body.items.length, 6);
    assert.deepEqual(body.profile, { hasSkills: false, hasCategory: false, hasRate: false });
  });

  test('the feed is for freelancers at the portal', async () => {
    assert.equal((await ask(anonymous, '/feed')).status, 401);
    assert.equal((await ask(signedIn('pe_any'), '/feed')).body.code, 'no_freelancer_account');
    assert.equal((await ask(inWidget(ada), '/feed')).status, 403);
  });

  test('an invitation opens a post to the invited, free of connects and first in their feed', async () => {
    app.deps.clock.advance(1000);
    const at = app.deps.clock.now();
    await app.db
      .insertInto('jobPosts')
      .values(madeJobPost(at, { id: 'jp_secret', tenantId: globex.id, title: 'Secret', visibility: 'invitedOnly' }))
      .execute();
    await app.jobSearch.index.refresh();
    assert.equal((await ask(ada, '/jp_secret')).status, 404);
    const between = { tenantId: globex.id, jobPostId: 'jp_secret', freelancerId: 'fr_ada' };
    await app.db
      .insertInto('invitations')
      .values(madeInvitation(at, { id: 'iv_1', ...between }))
      .execute();
    const { body } = await ask<Job>(ada, '/jp_secret');
    assert.deepEqual(
      [body.reach, body.connects, body.invitationId, body.proposalId],
      [['invited'], { price: 0, free: 'invited' }, 'iv_1', null],
    );
    assert.deepEqual(body.description.content, [
      { kind: 'paragraph', content: [{ kind: 'text', text: 'We need somebody who has done this before.' }] },
    ]);
    const feed = await ask<JobFeed>(ada, '/feed');
    assert.equal(feed.body.items[0]!.id, 'jp_secret');
    assert.equal(feed.body.items[0]!.why.signals[0], 'invited');
    assert.deepEqual(countsOf((await search('', ada)).facets.reach), { invited: 1 });
    assert.deepEqual(await found('reach=invited', ada), ['Secret']);
    assert.equal((await ask(freelancing('fr_blank'), '/jp_secret')).status, 404);
    await app.db.updateTable('invitations').set({ state: 'withdrawn' }).where('id', '=', 'iv_1').execute();
    assert.equal((await ask(ada, '/jp_secret')).status, 404);
    assert.deepEqual(await found('reach=invited', ada), []);
  });
});
