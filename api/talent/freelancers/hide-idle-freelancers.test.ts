import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { signedIn } from '../../testing/actors.ts';
import { sliceApp, testDeps } from '../../testing/slice-app.ts';
import { watchIdleFreelancers } from './hide-idle-freelancers.ts';
import { freelancerRoutes } from './routes.ts';
import type { OwnFreelancer } from './schema.ts';

const dayMs = 24 * 60 * 60 * 1000;
const ada = signedIn('person_ada');

describe('a freelancer who stays away', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let app: ReturnType<typeof sliceApp>;
  let own: OwnFreelancer;
  const news: string[] = [];

  beforeEach(async () => {
    deps = await testDeps();
    app = sliceApp(freelancerRoutes(deps));
    news.length = 0;
    watchIdleFreelancers(deps);
    for (const on of ['freelancerIdleWarned', 'freelancerHiddenForIdleness'] as const)
      deps.jobs.listen({ kind: `note ${on}`, on, run: async () => void news.push(on) });
    const given = { name: 'Ada', country: 'DE', timezone: 'UTC' };
    own = await (await app.as(ada).request('POST', '/v1/freelancers', given)).json();
  });
  afterEach(() => deps.database.close());

  const advance = async (days: number) => {
    deps.clock.advance(days * dayMs);
    await deps.jobs.runDue();
  };
  const isSeen = async () => (await app.as().request('GET', `/v1/freelancers/${own.id}`)).status === 200;

  test('is told after 76 days, and private after 90', async () => {
    await advance(75);
    assert.deepEqual(news, []);
    await advance(1);
    assert.deepEqual(news, ['freelancerIdleWarned']);
    await advance(13);
    assert.equal(await isSeen(), true);
    await advance(1);
    assert.equal(await isSeen(), false);
    assert.deepEqual(news, ['freelancerIdleWarned', 'freelancerHiddenForIdleness']);
    await advance(30);
    assert.equal(news.length, 2);
  });

  test('is told how long there is', async () => {
    await advance(76);
    const [event] = await deps.database.db
      .selectFrom('outboxEvents')
      .selectAll()
      .where('kind', '=', 'freelancerIdleWarned')
      .execute();
    const { privateAtMs, personId } = JSON.parse(event!.payload);
    assert.equal(personId, ada.personId);
    assert.equal(privateAtMs, deps.clock.now() + 14 * dayMs);
  });

  test('is never hidden without having been told 14 days before', async () => {
    await advance(200);
    assert.equal(await isSeen(), true);
    assert.deepEqual(news, ['freelancerIdleWarned']);
    await advance(13);
    assert.equal(await isSeen(), true);
    await advance(1);
    assert.equal(await isSeen(), false);
  });

  test('stays visible by looking at the own profile, and is told again next time', async () => {
    await advance(80);
    await app.as(ada).request('GET', '/v1/freelancers/me');
    await advance(20);
    assert.equal(await isSeen(), true);
    await advance(56);
    assert.deepEqual(news, ['freelancerIdleWarned', 'freelancerIdleWarned']);
  });

  test('stays private by choice without a word', async () => {
    const etag = `"${own.id}.1"`;
    await app.as(ada).request('PATCH', '/v1/freelancers/me', { visibility: 'private' }, { 'if-match': etag });
    await advance(100);
    assert.deepEqual(news, []);
  });

  test('hidden, gets a new revision that the search index hears of', async () => {
    await advance(76);
    await advance(14);
    const events = await deps.database.db
      .selectFrom('outboxEvents')
      .select('payload')
      .where('kind', '=', 'freelancerChanged')
      .execute();
    const revisions = events.map(({ payload }) => JSON.parse(payload).revision).sort();
    assert.deepEqual(revisions, [1, 2]);
  });

  test('but has no owner to tell stays as it is', async () => {
    await deps.database.db.updateTable('freelancers').set({ personId: null }).where('id', '=', own.id).execute();
    await advance(200);
    await advance(20);
    assert.equal(await isSeen(), true);
    assert.deepEqual(news, []);
  });
});
