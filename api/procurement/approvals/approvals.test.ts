import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { RequestTenant } from '../../platform/http/environment.ts';
import { inWidget, signedIn } from '../../testing/actors.ts';
import { ApprovalsWorld, usd } from '../../testing/approvals-world.ts';
import { cancelApproval } from './request-approval.ts';

const globex: RequestTenant = { id: 'tn_globex', slug: 'globex', plan: 'enterprise' };

let world: ApprovalsWorld;
before(async () => {
  world = await ApprovalsWorld.open();
});
after(() => world.close());
beforeEach(() => world.reset());

describe('when an approval is needed', () => {
  for (const [name, policy, amount, reason] of [
    ['no rule asks for none', {}, usd(10 ** 12), undefined],
    ['below the amount it is not', { jobPostsFromMinor: 500_000 }, usd(499_999), undefined],
    ['from the amount on it is', { jobPostsFromMinor: 500_000 }, usd(500_000), 'amount'],
    ['a rule from zero asks always', { jobPostsFromMinor: 0 }, usd(0), 'amount'],
    ['what nobody can sum up is asked about', { jobPostsFromMinor: 500_000 }, null, 'unknownAmount'],
    [
      'another currency cannot be compared, so it is asked about',
      { jobPostsFromMinor: 500_000 },
      { amountMinor: 1, currency: 'EUR' },
      'otherCurrency',
    ],
    ['the rule for offers is not the one for posts', { offersFromMinor: 0 }, usd(1), undefined],
  ] as const) {
    test(name, async () => {
      await world.setPolicy(policy);
      const answer = await world.request({ amount });
      if (reason === undefined) return assert.equal(answer, 'notNeeded');
      assert.notEqual(answer, 'notNeeded');
      assert.equal((await world.get((answer as { approvalId: string }).approvalId)).rule.reason, reason);
    });
  }

  test('everybody who may decide is told, and not who asked', async () => {
    await world.requested({ requesterId: world.owner.personId });
    assert.deepEqual(
      (await world.notices('approval.requested')).map(({ personIds, words }) => [personIds, words.requester]),
      [[[world.approver.personId], 'Olga']],
    );
  });

  test('asking anew for the same subject ends the request before', async () => {
    const first = await world.requested({ id: 'jp_again' });
    const second = await world.requested({ id: 'jp_again', hash: 'h2' });
    assert.equal((await world.get(first.id)).state, 'cancelled');
    assert.equal((await world.get(second.id)).state, 'requested');
    await world.setPolicy({});
    assert.equal(await world.request({ id: 'jp_again', hash: 'h3' }), 'notNeeded');
    assert.equal((await world.get(second.id)).state, 'cancelled');
  });
});

describe('deciding', () => {
  test('an world.approver approves: the subject moves, the requester hears, the timeline tells', async () => {
    const { id, subject } = await world.requested();
    const answer = await world.approve(world.approver, id);
    assert.equal(answer.status, 200);
    assert.deepEqual([answer.state, answer.decidedBy?.name, answer.whyNot], ['approved', 'Arno', 'decided']);
    assert.deepEqual(
      subject.told.map(({ decision, hash, approverId }) => [decision, hash, approverId]),
      [['approved', 'h1', world.approver.personId]],
    );
    assert.deepEqual(
      (await world.notices('approval.approved')).map(({ personIds }) => personIds),
      [[world.manager.personId]],
    );
    const timeline = await world.ask(world.manager, 'GET', `/${id}/timeline`);
    assert.deepEqual(
      (timeline.items as unknown as { move: string; from: string; to: string; actor: { name: string } }[]).map(
        ({ move, from, to, actor }) => [move, from, to, actor.name],
      ),
      [
        ['request', null, 'requested', 'Mia'],
        ['approve', 'requested', 'approved', 'Arno'],
      ],
    );
  });

  test('rejecting and asking for changes need a reason, which the subject and the requester get', async () => {
    for (const [path, state, kind] of [
      ['rejection', 'rejected', 'approval.rejected'],
      ['changes-request', 'changesRequested', 'approval.changesRequested'],
    ] as const) {
      const { id, subject } = await world.requested();
      assert.equal(
        (await world.ask(world.approver, 'POST', `/${id}/${path}`, { hash: 'h1', reason: ' ' })).status,
        422,
      );
      const answer = await world.ask(world.approver, 'POST', `/${id}/${path}`, { hash: 'h1', reason: 'Too dear' });
      assert.deepEqual([answer.status, answer.state, answer.reason], [200, state, 'Too dear']);
      assert.deepEqual([subject.told[0]?.decision, subject.told[0]?.reason], [state, 'Too dear']);
      assert.equal((await world.notices(kind))[0]?.words.reason, 'Too dear');
    }
  });

  test('nobody approves what they requested, whatever they are', async () => {
    const { id, subject } = await world.requested({ requesterId: world.owner.personId });
    for (const path of ['approval', 'rejection', 'changes-request']) {
      const answer = await world.ask(world.owner, 'POST', `/${id}/${path}`, { hash: 'h1', reason: 'because' });
      assert.deepEqual([answer.status, answer.code], [403, 'own_request']);
    }
    assert.equal((await world.get(id)).state, 'requested');
    assert.deepEqual(subject.told, []);
    assert.deepEqual(
      [(await world.get(id, world.owner)).whyNot, (await world.get(id, world.approver)).mayDecide],
      ['own_request', true],
    );
  });

  test('only approvers, finance admins and owners decide', async () => {
    const { id } = await world.requested();
    for (const role of ['accountAdmin', 'hiringManager', 'recruiter', 'viewer', 'auditor'] as const) {
      const other = signedIn(`pe_${role}`, [role]);
      assert.equal((await world.approve(other, id)).status, 403, role);
      assert.equal((await world.get(id, other)).whyNot, 'role');
    }
    assert.equal((await world.approve(await world.person('Fee', ['financeAdmin']), id)).status, 200);
  });

  test('a decision on other terms than were read is refused', async () => {
    const { id, subject } = await world.requested();
    assert.deepEqual([(await world.approve(world.approver, id, 'h0')).code], ['approval_outdated']);
    subject.hash = 'h2';
    const changed = await world.approve(world.approver, id);
    assert.deepEqual([changed.status, changed.code], [409, 'approval_outdated']);
    const read = await world.get(id, world.approver);
    assert.deepEqual(
      [read.state, read.isOutdated, read.mayDecide, read.whyNot],
      ['requested', true, false, 'outdated'],
    );
    assert.deepEqual(subject.told, []);
    const rejected = await world.ask(world.approver, 'POST', `/${id}/rejection`, { hash: 'h1', reason: 'It changed' });
    assert.equal(rejected.state, 'rejected');
  });

  test('a subject that refuses undoes the decision with all that came with it', async () => {
    const { id } = await world.requested();
    world.subjectRefuses = true;
    const before = await world.deps.database.db.selectFrom('outboxEvents').selectAll().execute();
    assert.equal((await world.approve(world.approver, id)).code, 'job_post_closed');
    assert.equal((await world.get(id)).state, 'requested');
    assert.deepEqual(await world.deps.database.db.selectFrom('outboxEvents').selectAll().execute(), before);
    assert.equal((await world.ask(world.owner, 'GET', `/${id}/timeline`)).items.length, 1);
  });

  test('64 approvals at the same time decide once', async () => {
    const { id, subject } = await world.requested();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => world.approve(n % 2 ? world.approver : world.owner, id)),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.ok(answers.every(({ status, code }) => status === 200 || (status === 409 && code === 'approval_approved')));
    const events = await world.deps.database.db.selectFrom('outboxEvents').selectAll().execute();
    assert.equal(events.filter(({ kind }) => (kind as string) === 'jobPostDecided').length, 1);
    assert.equal((await world.ask(world.owner, 'GET', `/${id}/timeline`)).items.length, 2);
    assert.ok(subject.told.length >= 1);
  });

  test('what is decided stays decided', async () => {
    const { id } = await world.requested();
    await world.approve(world.approver, id);
    for (const path of ['approval', 'rejection', 'changes-request', 'cancellation']) {
      const body = path === 'cancellation' ? {} : { hash: 'h1', reason: 'no' };
      const answer = await world.ask(world.owner, 'POST', `/${id}/${path}`, body);
      assert.deepEqual([answer.status, answer.code], [409, 'approval_approved']);
    }
  });

  test('the requester takes a request back, others do not, and the subject hears of it', async () => {
    const { id, subject } = await world.requested();
    assert.equal((await world.ask(world.approver, 'POST', `/${id}/cancellation`, {})).status, 403);
    const answer = await world.ask(world.manager, 'POST', `/${id}/cancellation`, { reason: 'Not now' });
    assert.deepEqual([answer.state, answer.reason], ['cancelled', 'Not now']);
    assert.equal(subject.told[0]?.decision, 'cancelled');
  });

  test('a subject that ends by itself ends what waits for it, and is not called back', async () => {
    const { id, subject } = await world.requested({ id: 'jp_closed' });
    await world.deps.database.transaction((trx) =>
      cancelApproval(
        trx,
        world.deps,
        world.scope,
        world.doer(world.manager),
        { kind: 'jobPost', id: 'jp_closed' },
        'The post was closed',
      ),
    );
    assert.deepEqual([(await world.get(id)).state, subject.told.length], ['cancelled', 0]);
  });

  test('another world.tenant’s approval answers exactly like one that is not there', async () => {
    const { id } = await world.requested();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/timeline', undefined],
      ['POST', '/approval', { hash: 'h1' }],
      ['POST', '/cancellation', {}],
    ] as const) {
      const theirs = await world.ask(world.owner, method, `/${id}${path}`, body, globex);
      const missing = await world.ask(world.owner, method, `/ap_none${path}`, body, globex);
      assert.equal(theirs.status, 404);
      assert.deepEqual(theirs, missing);
    }
    assert.deepEqual((await world.ask(world.owner, 'GET', '?view=all', undefined, globex)).items, []);
  });

  test('a widget decides nothing', async () => {
    const { id } = await world.requested();
    assert.equal(
      (
        await world.ask(inWidget(world.approver, { jobPost: { publish: true } }), 'POST', `/${id}/approval`, {
          hash: 'h1',
        })
      ).status,
      403,
    );
  });
});
