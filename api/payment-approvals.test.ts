import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Actor } from './platform/auth/actor.ts';
import { anything, type PolicyDocument } from './procurement/approvals/approval-policy.ts';
import { approvalRoutes } from './procurement/approvals/routes.ts';
import type { Approval } from './procurement/approvals/schema.ts';
import { confirmed } from './testing/actors.ts';
import { oneApprover, publishRules } from './testing/approval-rules.ts';
import { balance, milestonesWorld } from './testing/milestones-world.ts';
import { usd } from './testing/offers-world.ts';
import { sliceApp } from './testing/slice-app.ts';
import { watchPaymentRequests } from './work/payment-requests/carry-out-payment.ts';
import { paymentApprovals } from './work/payment-requests/payment-approvals.ts';

const payments = (fromMinor: number): PolicyDocument => ({
  rules: [
    {
      id: 'payments',
      name: 'Large payments',
      conditions: { ...anything, kinds: ['funding', 'bonus'], amount: { currency: 'USD', fromMinor, toMinor: null } },
      steps: [oneApprover],
    },
  ],
  otherwise: { steps: [] },
});

describe('payments that need a yes', () => {
  const world = milestonesWorld();
  const { send, ok, member, freelancer, milestone } = world;
  let app: ReturnType<typeof sliceApp>;

  before(() => {
    const charging = { ...world.deps(), purposes: world.purposes() };
    const subject = paymentApprovals(charging);
    watchPaymentRequests(charging);
    app = sliceApp(approvalRoutes(charging, { funding: subject, bonus: subject }));
  });

  const ask = async (who: Actor, method: string, path: string, body?: unknown) => {
    const answer = await app.as(who, world.acme()).request(method, `/v1/approvals/${path}`, body);
    return { status: answer.status, ...((await answer.json()) as Approval & { code: string }) };
  };
  const fund = (who: Actor, id: string, more = {}) =>
    send(who, 'POST', `/v1/milestones/${id}/funding`, { source: balance }, more);

  async function people(n: number) {
    const [owner, boss] = [await member(`Owner${n}`, 'owner'), await member(`Boss${n}`, 'approver')];
    const { id, plan } = await world.contract(owner, await freelancer(`Ada${n}`));
    await publishRules(world.deps(), world.acme().id, payments(30_000));
    return { owner, boss: confirmed(boss), hurried: boss, id, first: plan[0]!.id };
  }
  async function asked(owner: Actor, id: string) {
    const answer = await fund(owner, id);
    assert.equal(answer.status, 202);
    const { approvalId } = (await answer.json()) as { approvalId: string };
    return approvalId;
  }

  test('funding over the limit waits, and after the last yes is paid once, exactly as it was asked for', async () => {
    const { owner, boss, hurried, first } = await people(1);
    await world.prefund(100_000);
    const approvalId = await asked(owner, first);
    const { state, fundingApprovalId } = await milestone(owner, first);
    assert.deepEqual([state, fundingApprovalId], ['planned', approvalId]);
    assert.equal((await fund(owner, first)).status, 409, 'it waits already');
    const { hash, amount, needsElevation } = await ask(boss, 'GET', approvalId);
    assert.deepEqual([amount, needsElevation], [usd(30_000), true]);
    assert.equal((await ask(hurried, 'POST', `${approvalId}/approval`, { hash })).code, 'elevation_required');
    assert.equal((await ask(confirmed(owner), 'POST', `${approvalId}/approval`, { hash })).code, 'own_request');
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => ask(boss, 'POST', `${approvalId}/approval`, { hash })),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    await world.deps().jobs.runDue();
    assert.deepEqual((await ask(boss, 'GET', approvalId)).outcome, { state: 'done', reason: null });
    assert.equal((await milestone(owner, first)).state, 'funded');
    const paid = await world
      .deps()
      .database.db.selectFrom('payments')
      .selectAll()
      .where('subjectId', '=', first)
      .execute();
    assert.deepEqual(
      paid.map(({ state }) => state),
      ['posted'],
    );
  });

  test('below the limit nobody is asked', async () => {
    const { owner, first } = await people(2);
    await publishRules(world.deps(), world.acme().id, payments(30_001));
    await world.prefund(100_000);
    assert.equal((await ok<{ state: string }>(await fund(owner, first))).state, 'funded');
  });

  test('what cannot be paid any more says so at its approval, and nothing moves', async () => {
    const { owner, boss, id } = await people(3);
    const answer = await send(owner, 'POST', `/v1/contracts/${id}/bonuses`, {
      amount: usd(90_000_000),
      note: 'Great',
      source: balance,
    });
    assert.equal(answer.status, 202);
    const { approvalId } = (await answer.json()) as { approvalId: string };
    const { hash } = await ask(boss, 'GET', approvalId);
    const after = await ask(boss, 'POST', `${approvalId}/approval`, { hash });
    assert.deepEqual([after.state, after.outcome?.state], ['approved', 'failed']);
    assert.match(after.outcome?.reason ?? '', /not enough on this account/);
    const { items } = await ok<{ items: unknown[] }>(await send(owner, 'GET', `/v1/contracts/${id}/bonuses`));
    assert.deepEqual(items, []);
  });

  test('a bonus is paid as it was asked for; a rejected one is not', async () => {
    const { owner, boss, id } = await people(4);
    await world.prefund(200_000);
    const bonus = { amount: usd(40_000), note: 'Great', source: balance };
    for (const [path, state, paid] of [
      ['rejection', 'rejected', 0],
      ['approval', 'approved', 1],
    ] as const) {
      const answer = await send(owner, 'POST', `/v1/contracts/${id}/bonuses`, bonus);
      const { approvalId } = (await answer.json()) as { approvalId: string };
      const { hash } = await ask(boss, 'GET', approvalId);
      const reason = path === 'rejection' ? { reason: 'Not now' } : {};
      assert.equal((await ask(boss, 'POST', `${approvalId}/${path}`, { hash, ...reason })).state, state);
      const { items } = await ok<{ items: { amount: unknown; note: string; state: string }[] }>(
        await send(owner, 'GET', `/v1/contracts/${id}/bonuses`),
      );
      assert.deepEqual(
        items.map(({ amount, note, state: of }) => [amount, note, of]),
        paid ? [[bonus.amount, 'Great', 'paid']] : [],
      );
    }
  });

  test('the same bonus is asked for once, however many ask at once, and shown as waiting', async () => {
    const { owner, id } = await people(6);
    const bonus = { amount: usd(50_000), note: 'For June', source: balance };
    const pay = (note: string) => send(owner, 'POST', `/v1/contracts/${id}/bonuses`, { ...bonus, note });
    const answers = await Promise.all(Array.from({ length: 8 }, () => pay('For June')));
    const [asked, ...others] = answers.sort((a, b) => a.status - b.status);
    assert.equal(asked!.status, 202);
    for (const other of others) assert.equal(((await other.json()) as { code: string }).code, 'bonus_awaits_approval');
    assert.equal((await pay('For July')).status, 202);
    const { waiting } = await ok<{ waiting: { approvalId: string; note: string }[] }>(
      await send(owner, 'GET', `/v1/contracts/${id}/bonuses`),
    );
    assert.deepEqual(waiting.map(({ note }) => note).sort(), ['For July', 'For June']);
    const { approvalId } = (await asked!.json()) as { approvalId: string };
    assert.equal(waiting.find(({ note }) => note === 'For June')?.approvalId, approvalId);
  });

  test('a milestone that was changed meanwhile is not funded by the yes to what it was', async () => {
    const { owner, boss, id, first } = await people(5);
    const approvalId = await asked(owner, first);
    const { hash } = await ask(boss, 'GET', approvalId);
    const etag = (await send(owner, 'GET', `/v1/milestones/${first}`)).headers.get('etag')!;
    const changed = { amount: usd(29_000) };
    assert.equal(
      (await send(owner, 'PATCH', `/v1/contracts/${id}/milestones/${first}`, changed, { 'if-match': etag })).status,
      200,
    );
    assert.equal((await ask(boss, 'POST', `${approvalId}/approval`, { hash })).code, 'approval_outdated');
    assert.equal((await milestone(owner, first)).state, 'planned');
    assert.equal((await ask(owner, 'POST', `${approvalId}/cancellation`, {})).state, 'cancelled');
    assert.equal((await fund(owner, first)).status, 200, 'below the limit nobody is asked any more');
  });
});
