import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type JobPostsApp, openJobPostsApp } from '../../testing/job-posts-app.ts';
import { acmeIntranet, mintEmbedToken } from '../../testing/test-tenants.ts';
import type { JobPostFields } from './schema.ts';

const dayMs = 86_400_000;

describe('job posts', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
  });
  after(() => app.close());

  describe('an open post', () => {
    test('is paused, resumed and closed with a reason; then nothing moves it', async () => {
      const { id } = await app.open();
      const move = (name: string, body?: unknown) => app.ask('mia@acme', 'POST', `job-posts/${id}/${name}`, body);
      assert.equal((await move('pause')).body.state, 'paused');
      assert.equal((await move('pause')).body.code, 'job_post_paused');
      assert.equal((await move('resume')).body.state, 'open');
      const closed = await move('close', { reason: 'hiredElsewhere', note: 'A colleague' });
      assert.deepEqual([closed.body.state, closed.body.endReason], ['closed', 'hiredElsewhere']);
      for (const name of ['pause', 'resume', 'publish']) assert.equal((await move(name)).body.code, 'job_post_closed');
      assert.deepEqual(await app.movesOf(id), ['create', 'publish', 'pause', 'resume', 'close']);
      assert.deepEqual(await app.eventsOf('jobPostEnded', id), [
        { id, tenantId: app.acme.id, how: 'closed', hadHire: false },
      ]);
    });

    test('stays whole when it is changed, and tells who follows it', async () => {
      const { id, etag } = await app.open();
      const change = (fields: JobPostFields, match: string) =>
        app.ask('mia@acme', 'PATCH', `job-posts/${id}`, fields, { 'if-match': match });
      assert.equal((await change({ budget: null }, etag)).body.code, 'budget_missing');
      assert.equal((await change({ description: 'Mail a@b.com' }, etag)).body.code, 'contact_details_in_text');
      const changed = await change({ description: 'Another text' }, etag);
      assert.equal(changed.status, 200);
      assert.deepEqual((await app.eventsOf('jobPostChanged', id)).length, 2);
      assert.deepEqual(await app.movesOf(id), ['create', 'publish', 'changed']);
    });

    test('does not become what another open post is', async () => {
      const other = await app.open({ title: 'Taken already' });
      const { id, etag } = await app.open();
      const answer = await app.ask(
        'mia@acme',
        'PATCH',
        `job-posts/${id}`,
        { title: other.title },
        { 'if-match': etag },
      );
      assert.equal(answer.body.code, 'identical_open_post');
    });

    test('expires after its days, told three days before and at the end, each once', async () => {
      const { id } = await app.open({}, 'rita@acme');
      const notices = async () =>
        (
          await app.deps.database.db
            .selectFrom('outboxEvents')
            .selectAll()
            .where('kind', '=', 'personNotified')
            .execute()
        )
          .map(({ payload }) => JSON.parse(payload))
          .filter(({ subject }) => subject.id === id)
          .map(({ kind }) => kind);
      const after = async (days: number) => {
        app.ports.clock.advance(days * dayMs);
        await app.deps.jobs.runDue();
      };
      await after(26.9);
      assert.deepEqual(await notices(), []);
      await after(0.2);
      assert.deepEqual(await notices(), ['jobPost.expiring']);
      await after(2.8);
      assert.deepEqual(await notices(), ['jobPost.expiring']);
      assert.equal((await app.ask('rita@acme', 'GET', `job-posts/${id}`)).body.state, 'open');
      await after(0.2);
      const { body } = await app.ask('rita@acme', 'GET', `job-posts/${id}`);
      assert.equal(body.state, 'expired');
      assert.deepEqual(await notices(), ['jobPost.expiring', 'jobPost.expired']);
      assert.deepEqual((await app.eventsOf('jobPostEnded', id))[0].how, 'expired');
      const timeline = await app.ask('rita@acme', 'GET', `job-posts/${id}/timeline`);
      assert.equal(timeline.body.items.at(-1).actor.kind, 'clock');
    });
  });

  describe('copies', () => {
    test('a duplicate is a draft with the same fields, but its own', async () => {
      const { id } = await app.open({ title: 'To be copied', team: 'Shop' });
      const { status, body } = await app.ask('rita@acme', 'POST', `job-posts/${id}/duplicate`);
      assert.deepEqual(
        [status, body.state, body.title, body.team, body.owner.name],
        [201, 'draft', 'To be copied', 'Shop', 'rita'],
      );
      assert.equal(body.publishedAt, null);
      assert.notEqual(body.id, id);
    });

    test('only what has ended is posted again', async () => {
      const { id } = await app.open();
      const repost = () => app.ask('mia@acme', 'POST', `job-posts/${id}/repost`);
      assert.equal((await repost()).body.code, 'job_post_not_ended');
      await app.ask('mia@acme', 'POST', `job-posts/${id}/close`, { reason: 'other' });
      const { body } = await repost();
      assert.deepEqual([body.state, body.repostOf], ['draft', id]);
      assert.equal((await app.ask('mia@acme', 'POST', `job-posts/${body.id}/publish`)).body.state, 'open');
    });
  });

  describe('who may', () => {
    test('another client’s post is like none', async () => {
      const { id, etag } = await app.open();
      for (const [method, path, body] of [
        ['GET', '', undefined],
        ['GET', '/preview', undefined],
        ['GET', '/timeline', undefined],
        ['PATCH', '', { title: 'Mine' }],
        ['POST', '/pause', undefined],
        ['POST', '/duplicate', undefined],
      ] as const) {
        const answer = await app.ask('olga@globex', method, `job-posts/${id}${path}`, body, { 'if-match': etag });
        assert.equal(answer.status, 404, `${method} ${path}`);
      }
    });

    test('a viewer reads and changes nothing', async () => {
      const { id, etag } = await app.open();
      assert.equal((await app.ask('vic@acme', 'GET', `job-posts/${id}`)).body.mayEdit, false);
      assert.equal(
        (await app.ask('vic@acme', 'PATCH', `job-posts/${id}`, { title: 'x' }, { 'if-match': etag })).status,
        403,
      );
      assert.equal((await app.ask('vic@acme', 'POST', `job-posts/${id}/pause`)).status, 403);
    });

    test('a widget does what its session was granted and no more', async () => {
      const { id, etag } = await app.draft();
      const as = async (features: Record<string, boolean>) => {
        const asked = { email: 'mia@acme.example', origins: [acmeIntranet], widgets: { jobPost: features } };
        const { token } = await mintEmbedToken(app, app.acme, asked);
        return (method: string, path: string, body?: unknown) =>
          app.send(method, `/t/acme/v1/job-posts/${id}${path}`, body, {
            authorization: `Bearer ${token}`,
            origin: acmeIntranet,
            'if-match': etag,
          });
      };
      const reader = await as({ read: true });
      assert.equal((await reader('GET', '')).status, 200);
      assert.equal((await reader('PATCH', '', { team: 'A' })).status, 403);
      const writer = await as({ read: true, draft: true });
      assert.equal((await writer('POST', '/publish')).status, 403);
      assert.equal((await writer('PATCH', '', { team: 'A' })).status, 200);
      const publisher = await as({ publish: true });
      assert.equal((await publisher('GET', '')).status, 403);
      const { status } = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
      assert.equal(status, 200);
    });

    test('a preview shows freelancers’ side only, with its price', async () => {
      const { id } = await app.draft({ team: 'Secret team', costCenter: 'CC-9' });
      const { body } = await app.ask('mia@acme', 'GET', `job-posts/${id}/preview`);
      assert.equal(body.job.client.name, 'Acme');
      assert.equal(body.job.connects, 10);
      assert.equal(JSON.stringify(body).includes('Secret team'), false);
      assert.equal(JSON.stringify(body).includes('CC-9'), false);
    });
  });

  test('a list counts by state under its other filters and pages without gaps', async () => {
    for (let at = 0; at < 5; at++) await app.draft({ title: `Listed ${'y'.repeat(at + 1)}` });
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.ask(
        'mia@acme',
        'GET',
        `job-posts?q=LISTED&sort=title&limit=2${cursor && `&cursor=${cursor}`}`,
      );
      assert.deepEqual([body.counts.draft, body.counts.open], [5, 0]);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      cursor = body.nextCursor && encodeURIComponent(body.nextCursor);
    } while (cursor);
    assert.deepEqual(
      seen,
      [1, 2, 3, 4, 5].map((length) => `Listed ${'y'.repeat(length)}`),
    );
    const drafts = await app.ask('mia@acme', 'GET', 'job-posts?q=listed&state=open');
    assert.deepEqual([drafts.body.items.length, drafts.body.counts.draft], [0, 5]);
    const mine = await app.ask('rita@acme', 'GET', 'job-posts?q=listed&owner=me');
    assert.equal(mine.body.items.length, 0);
    for (const sort of ['updated', 'newest', 'expires']) {
      const { body } = await app.ask('mia@acme', 'GET', `job-posts?q=listed&sort=${sort}&limit=3`);
      const rest = await app.ask(
        'mia@acme',
        'GET',
        `job-posts?q=listed&sort=${sort}&limit=3&cursor=${encodeURIComponent(body.nextCursor)}`,
      );
      const ids = [...body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
      assert.equal(new Set(ids).size, 5, sort);
    }
    assert.equal((await app.ask('mia@acme', 'GET', 'job-posts?q=%25')).body.items.length, 0);
  });
});
