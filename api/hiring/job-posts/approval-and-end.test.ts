import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { OperatorRole } from '../../platform/auth/actor.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { signedIn } from '../../testing/actors.ts';
import { publishRules, simpleRules } from '../../testing/approval-rules.ts';
import { type JobPostsApp, openJobPostsApp, wholePost } from '../../testing/job-posts-app.ts';
import { sliceApp } from '../../testing/slice-app.ts';
import { countHire } from './count-hire.ts';
import { jobPostRoutes } from './routes.ts';

const dear = { kind: 'fixed', amount: { amountMinor: 2_000_000, currency: 'USD' } } as const;

describe('approval and end of a post', () => {
  let app: JobPostsApp;
  before(async () => {
    app = await openJobPostsApp();
    await publishRules(app.deps, app.acme.id, simpleRules({ jobPostsFromMinor: 1_000_000 }));
  });
  after(() => app.close());

  const request = async (fields = {}) => {
    const { id } = await app.draft({ budget: dear, ...fields });
    const { body } = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    assert.equal(body.state, 'pendingApproval');
    const approval = await app.ask('ann@acme', 'GET', `approvals/${body.approvalId}`);
    return { id, approval: approval.body };
  };
  const decide = (approval: { id: string; hash: string }, name: string, who = 'ann@acme') =>
    app.ask(who, 'POST', `approvals/${approval.id}/${name}`, { hash: approval.hash, reason: 'Because' });
  const stateOf = async (id: string) => (await app.ask('mia@acme', 'GET', `job-posts/${id}`)).body.state;

  test('a post above the client’s limit waits; approved, it opens for its days from then on', async () => {
    const { id, approval } = await request();
    assert.equal(approval.facts.find(({ label }: { label: string }) => label === 'hires').value, '1');
    app.ports.clock.advance(5 * 86_400_000);
    assert.equal((await decide(approval, 'approval')).status, 200);
    const { body } = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    assert.equal(body.state, 'open');
    assert.equal(Date.parse(body.publishedAt), app.ports.clock.now());
    assert.deepEqual(
      (await app.eventsOf('personNotified', id)).map(({ kind }) => kind),
      ['jobPost.opened'],
    );
  });

  test('a post below it opens at once', async () => {
    assert.equal((await app.open()).state, 'open');
  });

  test('several hires cost several times', async () => {
    const half = { kind: 'fixed', amount: { amountMinor: 500_000, currency: 'USD' } } as const;
    await request({ budget: half, hires: 2 });
    assert.equal((await app.open({ budget: half, hires: 1 })).state, 'open');
  });

  test('sent back it is a draft again with the reason on record, and may be asked for anew', async () => {
    const { id, approval } = await request();
    assert.equal((await decide(approval, 'changes-request')).status, 200);
    assert.equal(await stateOf(id), 'draft');
    const timeline = await app.ask('mia@acme', 'GET', `job-posts/${id}/timeline`);
    assert.equal(timeline.body.items.at(-1).reason, 'Because');
    const again = await app.ask('mia@acme', 'POST', `job-posts/${id}/publish`);
    assert.equal(again.body.state, 'pendingApproval');
    assert.notEqual(again.body.approvalId, approval.id);
    assert.equal((await decide(approval, 'approval')).status, 409);
    assert.equal(await stateOf(id), 'pendingApproval');
  });

  test('nobody approves what they asked for', async () => {
    const { id } = await app.draft({ budget: dear }, 'owen@acme');
    const { body } = await app.ask('owen@acme', 'POST', `job-posts/${id}/publish`);
    const approval = await app.ask('owen@acme', 'GET', `approvals/${body.approvalId}`);
    assert.equal((await decide(approval.body, 'approval', 'owen@acme')).status, 403);
    assert.equal(await stateOf(id), 'pendingApproval');
  });

  test('while it waits it is not changed, and what was changed behind its back is not approved', async () => {
    const { id, approval } = await request();
    const read = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    const change = await app.ask('mia@acme', 'PATCH', `job-posts/${id}`, { title: 'Other' }, { 'if-match': read.etag });
    assert.equal(change.body.code, 'job_post_pending_approval');
    await app.deps.database.db
      .updateTable('jobPosts')
      .set({ budgetMaxMinor: 9, budgetMinMinor: 9 })
      .where('id', '=', id)
      .execute();
    assert.equal((await decide(approval, 'approval')).status, 409);
    assert.equal(await stateOf(id), 'pendingApproval');
  });

  test('closed while it waits, its approval waits no more', async () => {
    const { id, approval } = await request();
    await app.ask('mia@acme', 'POST', `job-posts/${id}/close`, { reason: 'budgetLost' });
    assert.equal((await decide(approval, 'approval')).status, 409);
    assert.equal(await stateOf(id), 'closed');
  });

  test('an open post is not made dearer past the limit, and nothing waits because somebody tried', async () => {
    const { id, etag } = await app.open();
    const answer = await app.ask('mia@acme', 'PATCH', `job-posts/${id}`, { budget: dear }, { 'if-match': etag });
    assert.equal(answer.body.code, 'budget_change_needs_approval');
    const waiting = await app.deps.database.db
      .selectFrom('approvals')
      .selectAll()
      .where('subjectId', '=', id)
      .execute();
    assert.deepEqual(waiting, []);
    assert.deepEqual((await app.ask('mia@acme', 'GET', `job-posts/${id}`)).body.budget, wholePost.budget);
  });

  describe('hires', () => {
    const hire = (id: string) =>
      app.deps.database.transaction((trx) =>
        countHire(trx, app.deps, tenantScope(app.acme.id), clockDoer('job_1'), id),
      );

    test('the last one wanted fills the post, and its owner hears of it', async () => {
      const { id } = await app.open({ hires: 2 });
      assert.equal(await hire(id), 'open');
      assert.equal(await stateOf(id), 'open');
      assert.equal(await hire(id), 'filled');
      const { body } = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
      assert.deepEqual([body.state, body.hired], ['filled', 2]);
      assert.deepEqual(
        (await app.eventsOf('jobPostEnded', id)).map(({ how, hadHire }) => [how, hadHire]),
        [['filled', true]],
      );
      assert.deepEqual(
        (await app.eventsOf('personNotified', id)).map(({ kind }) => kind),
        ['jobPost.filled'],
      );
    });

    test('at one moment each is counted, and it is filled once', async () => {
      const { id } = await app.open({ hires: 3 });
      const states = await Promise.all([hire(id), hire(id), hire(id)]);
      assert.deepEqual(states.sort(), ['filled', 'open', 'open']);
      assert.equal((await app.eventsOf('jobPostEnded', id)).length, 1);
    });

    test('after one hire a close tells that there was one', async () => {
      const { id } = await app.open({ hires: 2 });
      await hire(id);
      await app.ask('mia@acme', 'POST', `job-posts/${id}/close`, { reason: 'noLongerNeeded' });
      assert.deepEqual(
        (await app.eventsOf('jobPostEnded', id)).map(({ how, hadHire }) => [how, hadHire]),
        [['closed', true]],
      );
      assert.equal(await hire(id), 'closed');
      assert.equal((await app.ask('mia@acme', 'GET', `job-posts/${id}`)).body.hired, 2);
    });
  });

  test('removed by the operator it ends with the reason, told to its owner; it cannot be resumed', async () => {
    const { id } = await app.open();
    const routes = sliceApp(jobPostRoutes({ ...app.deps, directory: app.identity.directory }));
    const remove = (operatorRoles: OperatorRole[]) =>
      routes
        .as({ ...signedIn('pe_op'), operatorRoles }, undefined)
        .request('POST', `/v1/operator/job-posts/${id}/removal`, { reason: 'Spam' });
    assert.equal((await remove(['vetter'])).status, 403);
    assert.equal((await remove(['mediator'])).status, 204);
    assert.equal((await remove(['mediator'])).status, 409);
    const { body } = await app.ask('mia@acme', 'GET', `job-posts/${id}`);
    assert.deepEqual([body.state, body.endReason], ['removed', 'Spam']);
    assert.equal((await app.ask('mia@acme', 'POST', `job-posts/${id}/resume`)).body.code, 'job_post_removed');
    assert.deepEqual(
      (await app.eventsOf('personNotified', id)).map(({ kind, words }) => [kind, words.reason]),
      [['jobPost.removed', 'Spam']],
    );
  });
});
