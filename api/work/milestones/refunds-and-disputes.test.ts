import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Actor } from '../../platform/auth/actor.ts';
import { confirmed } from '../../testing/actors.ts';
import { milestonesWorld } from '../../testing/milestones-world.ts';
import { dayMs, type Freelancing, hourMs, type Member, refusal } from '../../testing/proposals-world.ts';
import type { Milestone } from './schema.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('what goes back, and what cannot be done', () => {
  const world = milestonesWorld();
  const { send, ok, contract, fund, submit, release, available, member, freelancer, milestone, pass } = world;

  async function funded(owner: Member, ada: Freelancing): Promise<{ id: string; design: string; build: string }> {
    const { id, plan } = await contract(owner, ada);
    await world.prefund(100_000);
    await ok(await fund(owner, plan[0]!.id));
    return { id, design: plan[0]!.id, build: plan[1]!.id };
  }
  const ask = (owner: Member, id: string, body: object = {}) =>
    send(owner, 'POST', `/v1/milestones/${id}/refund-request`, { reason: 'Not needed', ...body });
  const answer = (ada: Freelancing, id: string, body: object) =>
    send(ada, 'POST', `/v1/freelancers/me/milestones/${id}/refund-answer`, body);
  const funding = () => available('clientFunding', world.acme().id);

  test('agreeing gives back with the client’s fee, a part of it leaves the rest in escrow', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const { id, design } = await funded(owner, ada);
    const before = await funding();
    const asked = await ok<Milestone>(await ask(owner, design, { amount: usd(20_000) }));
    assert.deepEqual([asked.state, asked.refundRequest?.amount.amountMinor], ['refundRequested', 20_000]);
    assert.equal(Date.parse(asked.refundRequest!.answerBy!) - world.deps().clock.now(), 7 * dayMs);
    assert.deepEqual(await refusal(await submit(ada, design)), [409, 'milestone_refund_requested']);
    const over = await answer(ada, design, { answer: 'agree', amount: usd(20_001) });
    assert.deepEqual(await refusal(over), [422, 'amount_over_escrow']);
    const given = await ok<Milestone>(await answer(ada, design, { answer: 'agree' }));
    assert.deepEqual([given.state, given.amount.amountMinor], ['refunded', 20_000]);
    assert.equal((await funding()) - before, 21_000, 'with 5 % fee');
    const { items } = await world.plan(owner, id);
    assert.deepEqual(
      items.map(({ state, amount }) => [state, amount.amountMinor]),
      [
        ['refunded', 20_000],
        ['funded', 10_000],
        ['planned', 60_000],
      ],
    );
    const rest = await send(ada, 'POST', `/v1/freelancers/me/milestones/${items[1]!.id}/refund`, { reason: 'No time' });
    assert.equal((await ok<Milestone>(rest)).state, 'refunded');
    assert.equal((await funding()) - before, 31_500);
  });

  test('seven days without an answer give it back, and an answer after the last instant is refused', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { design } = await funded(owner, ada);
    await ok(await ask(owner, design));
    await pass(7 * dayMs - 1);
    assert.equal((await milestone(owner, design)).state, 'refundRequested');
    world.deps().clock.advance(1);
    const late = await answer(ada, design, { answer: 'refuse', reason: 'No' });
    assert.deepEqual(await refusal(late), [409, 'refund_answer_late']);
    await pass(60_000);
    assert.equal((await milestone(owner, design)).state, 'refunded');
    assert.equal(await available('escrow', design), 0);
    assert.ok((await world.told(ada)).includes('milestone.refundUnanswered'));
  });

  test('what is refused is frozen, and the operator’s split gives each their part', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const { id, design } = await funded(owner, ada);
    await ok(await submit(ada, design), 201);
    await ok(await ask(owner, design));
    const disputed = await ok<Milestone>(await answer(ada, design, { answer: 'refuse', reason: 'I did the work' }));
    assert.equal(disputed.state, 'disputed');
    assert.deepEqual([await available('escrow', design), await available('disputeHold', design)], [0, 30_000]);
    assert.deepEqual(await refusal(await release(owner, design)), [409, 'milestone_disputed']);
    const resolve = (who: Actor, toFreelancer: object) =>
      send(who, 'POST', `/v1/operator/milestones/${design}/resolution`, { toFreelancer, reason: 'Half done' });
    const mediator = { ...confirmed(await newPerson('Mediator')), operatorRoles: ['mediator'] } satisfies Actor;
    assert.equal((await resolve(ada, usd(0))).status, 403);
    assert.deepEqual(await refusal(await resolve(mediator, usd(30_001))), [422, 'amount_over_escrow']);
    const before = await funding();
    const resolved = await ok<Milestone>(await resolve(mediator, usd(10_000)));
    assert.deepEqual([resolved.state, resolved.amount.amountMinor], ['released', 10_000]);
    assert.equal((await funding()) - before, 21_000);
    assert.equal(await available('freelancerPending', ada.freelancerId), 9_000);
    assert.equal(await available('disputeHold', design), 0);
    assert.deepEqual(
      (await world.plan(owner, id)).items.map(({ state }) => state),
      ['released', 'refunded', 'planned'],
    );
    assert.deepEqual(await refusal(await resolve(mediator, usd(10_000))), [409, 'milestone_released']);
  });

  async function newPerson(name: string) {
    const { freelancerId: _none, ...person } = await freelancer(name);
    return { ...person, freelancerId: null };
  }

  test('a bank that takes the payment back freezes the escrow; won, the work waits for its answer again', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const { plan } = await contract(owner, ada);
    const design = plan[0]!.id;
    await ok(await fund(owner, design, await world.card()));
    await ok(await submit(ada, design), 201);
    const payment = (await paymentsOf(design))[0]!;
    const dispute = { id: 'bd_1', amount: usd(30_000), reason: 'fraudulent' };
    const purpose = world.purposes().milestoneFunding!;
    const { database } = world.deps();
    const accounts = await database.transaction((trx) => purpose.disputed!(trx, payment, dispute));
    assert.ok(accounts.some(({ kind, ownerId }) => kind === 'escrow' && ownerId === design));
    const frozen = await milestone(owner, design);
    assert.deepEqual([frozen.state, frozen.isBankDispute, frozen.autoReleaseAt], ['disputed', true, null]);
    await pass(15 * dayMs);
    assert.equal((await milestone(owner, design)).state, 'disputed', 'no clock releases it');
    await database.transaction((trx) => purpose.disputeEnded!(trx, payment, dispute, 'won'));
    const back = await milestone(owner, design);
    assert.equal(back.state, 'submitted');
    assert.equal(Date.parse(back.autoReleaseAt!) - world.deps().clock.now(), 14 * dayMs);
  });

  const paymentsOf = (subjectId: string) =>
    world.db().selectFrom('payments').selectAll().where('subjectId', '=', subjectId).execute();

  test('a refund that the card refuses puts the money back into escrow', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const { plan } = await contract(owner, ada);
    const design = plan[0]!.id;
    await ok(await fund(owner, design, await world.card('sandbox_card_refund_fails')));
    await ok(await ask(owner, design));
    await ok(await answer(ada, design, { answer: 'agree' }));
    await pass(hourMs);
    assert.equal((await milestone(owner, design)).state, 'funded');
    assert.equal(await available('escrow', design), 30_000);
    assert.ok((await world.told(owner)).includes('milestone.refundFailed'));
  });

  test('what was earned goes back when the freelancer gives it, from pending or available, never below zero', async () => {
    const [owner, ada] = [await member('Owner5'), await freelancer('Ada5')];
    const { id, design } = await funded(owner, ada);
    const [payment] = await paymentsOf(design);
    const askBack = (body: object = {}) =>
      send(owner, 'POST', `/v1/payments/${payment!.id}/refunds`, { reason: 'Paid twice', ...body });
    assert.deepEqual(await refusal(await askBack()), [409, 'payment_in_escrow']);
    await ok(await submit(ada, design), 201);
    const { earning } = await ok<Milestone>(await release(owner, design));
    assert.equal(earning?.state, 'pending');
    assert.deepEqual(await refusal(await askBack({ amount: usd(30_001) })), [422, 'amount_over_earning']);
    const request = await ok<{ id: string }>(await askBack({ amount: usd(10_000) }), 201);
    assert.deepEqual(await refusal(await askBack()), [409, 'refund_asked_already']);
    const before = await funding();
    const give = { answer: 'give' };
    const path = `/v1/freelancers/me/refund-requests/${request.id}/answer`;
    await ok(await send(ada, 'POST', path, give));
    assert.equal((await funding()) - before, 10_000, 'the client’s fee stays');
    assert.equal(await available('freelancerPending', ada.freelancerId), 18_000, 'the freelancer’s comes off');
    assert.deepEqual(await refusal(await send(ada, 'POST', path, give)), [409, 'refund_request_given']);
    await pass(6 * dayMs);
    const earningId = (
      await world.db().selectFrom('earnings').selectAll().where('subjectId', '=', design).execute()
    )[0]!.id;
    const giveUp = (body: object) =>
      send(ada, 'POST', `/v1/freelancers/me/earnings/${earningId}/refunds`, { reason: 'Sorry', ...body });
    await ok(await giveUp({ amount: usd(5_000) }), 201);
    assert.equal(await available('freelancerAvailable', ada.freelancerId), 13_500);
    assert.deepEqual(await refusal(await giveUp({ amount: usd(15_001) })), [422, 'amount_over_earning']);
    const stranger = await freelancer('Eve5');
    const theirs = await send(stranger, 'POST', `/v1/freelancers/me/earnings/${earningId}/refunds`, { reason: 'x' });
    assert.equal(theirs.status, 404);
    await pass(180 * dayMs);
    assert.deepEqual(await refusal(await giveUp({ amount: usd(1_000) })), [409, 'refund_too_late']);
    assert.deepEqual(
      (
        await ok<{ items: { state: string }[] }>(await send(owner, 'GET', `/v1/contracts/${id}/refund-requests`))
      ).items.map(({ state }) => state),
      ['given', 'given'],
    );
  });

  test('bad input is refused by name and moves nothing', async () => {
    const [owner, ada] = [await member('Owner6'), await freelancer('Ada6')];
    const { id, design, build } = await funded(owner, ada);
    const globex = await member('Globex6', 'owner', world.globex());
    await ok(await submit(ada, design), 201);
    const balances = async () => [await funding(), await available('escrow', design), await available('escrow', build)];
    const before = await balances();
    const tries: [string, string, unknown, number, string][] = [
      ['release of an unfunded one', `/v1/milestones/${build}/release`, {}, 409, 'milestone_planned'],
      [
        'of another currency',
        `/v1/milestones/${design}/release`,
        { amount: { amountMinor: 1, currency: 'EUR' } },
        422,
        'currency_mixed',
      ],
      [
        'refund over the escrow',
        `/v1/milestones/${design}/refund-request`,
        { reason: 'x', amount: usd(30_001) },
        422,
        'amount_over_escrow',
      ],
      [
        'of another currency',
        `/v1/milestones/${design}/refund-request`,
        { reason: 'x', amount: { amountMinor: 1, currency: 'EUR' } },
        422,
        'currency_mixed',
      ],
      [
        'more than is agreed',
        `/v1/contracts/${id}/milestones`,
        { description: 'More', dueOn: null, amount: usd(10_000) },
        422,
        'agreed_total_exceeded',
      ],
    ];
    for (const amountMinor of [-1, 0, 1.5, '100', 2 ** 60, -0, null])
      for (const path of ['release', 'refund-request'])
        tries.push([
          `an amount of ${amountMinor}`,
          `/v1/milestones/${design}/${path}`,
          { reason: path === 'release' ? undefined : 'x', amount: { amountMinor, currency: 'USD' } },
          422,
          'invalid_input',
        ]);
    for (const [what, path, body, status, code] of tries)
      assert.deepEqual(await refusal(await send(owner, 'POST', path, body)), [status, code], what);
    assert.equal(
      (
        await world.sendAt(
          world.globex(),
          confirmed(globex),
          'POST',
          `/v1/milestones/${design}/release`,
          {},
          { 'idempotency-key': 'x' },
        )
      ).status,
      404,
    );
    for (const [role, status] of [
      ['viewer', 403],
      ['auditor', 403],
      ['recruiter', 403],
    ] as const)
      assert.equal((await release(await member(`${role}6`, role), design)).status, status, role);
    const unconfirmed = await world.sendAt(
      world.acme(),
      owner,
      'POST',
      `/v1/milestones/${design}/release`,
      {},
      { 'idempotency-key': 'y' },
    );
    assert.deepEqual(await refusal(unconfirmed), [401, 'elevation_required']);
    const keyless = await world.sendAt(world.acme(), confirmed(owner), 'POST', `/v1/milestones/${design}/release`, {});
    assert.deepEqual(await refusal(keyless), [400, 'idempotency_key_required']);
    const key = { 'idempotency-key': 'one key' };
    assert.deepEqual(await balances(), before);
    await ok(await release(owner, design, { amount: usd(29_000) }, key));
    assert.deepEqual(await refusal(await release(owner, design, {}, key)), [422, 'idempotency_key_reused']);
    assert.equal((await ok<Milestone>(await release(owner, design, { amount: usd(29_000) }, key))).state, 'released');
    assert.equal(await available('freelancerPending', ada.freelancerId), 26_100);
  });

  test('the plan changes while nobody has paid, within what was signed; the freelancer hears of it', async () => {
    const [owner, ada] = [await member('Owner7'), await freelancer('Ada7')];
    const { id, plan } = await contract(owner, ada);
    const [design, build] = plan as [Milestone, Milestone];
    const etagOf = async (milestoneId: string) =>
      (await send(owner, 'GET', `/v1/milestones/${milestoneId}`)).headers.get('etag')!;
    const change = async (milestoneId: string, body: object, etag?: string) =>
      send(owner, 'PATCH', `/v1/contracts/${id}/milestones/${milestoneId}`, body, {
        'if-match': etag ?? (await etagOf(milestoneId)),
      });
    const stale = await etagOf(build.id);
    await ok(await change(build.id, { amount: usd(50_000), dueOn: '2027-01-15' }));
    assert.equal((await change(build.id, { description: 'Other' }, stale)).status, 412);
    assert.deepEqual(await refusal(await change(build.id, { amount: usd(60_001) })), [422, 'agreed_total_exceeded']);
    assert.deepEqual(await refusal(await change(build.id, { amount: usd(499) })), [422, 'milestone_below_minimum']);
    const added = await send(owner, 'POST', `/v1/contracts/${id}/milestones`, {
      description: 'Test',
      dueOn: null,
      amount: usd(10_000),
    });
    const { id: third } = await ok<Milestone>(added, 201);
    await ok(await change(third, { position: 1 }));
    const listed = (await world.ownPlan(ada, id)).items.map(({ description, position }) => [description, position]);
    assert.deepEqual(listed, [
      ['Test', 1],
      ['Design', 2],
      ['Build', 3],
    ]);
    assert.ok((await world.told(ada)).includes('milestone.planChanged'));
    await world.prefund(40_000);
    await ok(await fund(owner, design.id));
    assert.deepEqual(await refusal(await change(design.id, { description: 'Later' })), [409, 'milestone_funded']);
    const gone = await send(owner, 'DELETE', `/v1/contracts/${id}/milestones/${third}`, undefined, {
      'if-match': await etagOf(third),
    });
    assert.equal(gone.status, 204);
    assert.deepEqual(
      (await world.plan(owner, id)).items.map(({ position }) => position),
      [1, 2],
    );
  });

  test('afterwards states and ledger agree', world.proveAll);
});
