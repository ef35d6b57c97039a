import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { balance, milestonesWorld } from '../../testing/milestones-world.ts';
import { dayMs, hourMs, refusal } from '../../testing/proposals-world.ts';
import type { Milestone } from './schema.ts';

describe('milestones', () => {
  const world = milestonesWorld();
  const { send, ok, contract, fund, submit, release, available, member, freelancer, milestone, pass } = world;

  test('the signed milestones are planned with the contract, and money goes from the balance to what can be paid out', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const { id, plan } = await contract(owner, ada);
    assert.deepEqual(
      plan.map(({ description, amount, state, dueOn, position }) => [
        description,
        amount.amountMinor,
        state,
        dueOn,
        position,
      ]),
      [
        ['Design', 30_000, 'planned', '2026-12-10', 1],
        ['Build', 60_000, 'planned', null, 2],
      ],
    );
    const [design] = plan as [Milestone];
    const [status, code] = await refusal(await submit(ada, design.id));
    assert.deepEqual([status, code], [409, 'milestone_not_funded']);

    await world.prefund(100_000);
    const before = await available('clientFunding', world.acme().id);
    const quote = await ok<{ charge: { total: { amountMinor: number } } }>(
      await send(owner, 'GET', `/v1/milestones/${design.id}/funding-quote?source=balance`),
    );
    const funded = await ok<Milestone>(await fund(owner, design.id));
    assert.deepEqual([funded.state, funded.escrow.amountMinor], ['funded', 30_000]);
    assert.equal(before - (await available('clientFunding', world.acme().id)), quote.charge.total.amountMinor);
    assert.equal(quote.charge.total.amountMinor, 31_500, '5 % on top');
    assert.equal(await available('escrow', design.id), 30_000);

    const first = await ok<Milestone>(await submit(ada, design.id), 201);
    assert.equal(first.state, 'submitted');
    const changes = { reason: 'The logo is missing' };
    const back = await ok<Milestone>(await send(owner, 'POST', `/v1/milestones/${design.id}/change-request`, changes));
    assert.deepEqual([back.state, back.autoReleaseAt, back.changeReason], ['funded', null, 'The logo is missing']);
    await pass(20 * dayMs);
    assert.equal((await milestone(owner, design.id)).state, 'funded', 'its clock stands');
    await ok(await submit(ada, design.id, 'With the logo'), 201);
    const released = await ok<Milestone>(await release(owner, design.id));
    assert.deepEqual(
      [released.state, released.earning?.net.amountMinor, released.deliverables.map(({ answer }) => answer)],
      ['released', 27_000, ['accepted', 'changesRequested']],
    );
    assert.equal(await available('escrow', design.id), 0);
    assert.equal(await available('freelancerPending', ada.freelancerId), 27_000);
    await pass(5 * dayMs + hourMs);
    assert.equal((await milestone(owner, design.id)).state, 'settled');
    assert.equal(await available('freelancerAvailable', ada.freelancerId), 27_000);
    for (const kind of ['milestone.funded', 'milestone.changesRequested', 'milestone.released', 'milestone.settled'])
      assert.ok((await world.told(ada)).includes(kind), kind);
    const own = await world.ownPlan(ada, id);
    assert.deepEqual(own.items[0]!.state, 'settled');
  });

  test('64 releases at once, each under its own key, release once', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { plan } = await contract(owner, ada);
    await world.prefund(40_000);
    await ok(await fund(owner, plan[0]!.id));
    await ok(await submit(ada, plan[0]!.id), 201);
    const answers = await Promise.all(Array.from({ length: 64 }, () => release(owner, plan[0]!.id)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    const codes = new Set(await Promise.all(answers.filter(({ status }) => status !== 200).map(refusal)));
    for (const [status, code] of codes) assert.deepEqual([status, code], [409, 'milestone_released']);
    assert.equal(await available('freelancerPending', ada.freelancerId), 27_000);
  });

  test('a card is charged, is declined with the reason, or is decided later; a repeat changes nothing', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const { plan } = await contract(owner, ada);
    const [design, build] = plan as [Milestone, Milestone];
    const declined = await fund(owner, design.id, await world.card('sandbox_card_decline'));
    assert.deepEqual(await refusal(declined), [402, 'payment_declined']);
    const planned = await milestone(owner, design.id);
    assert.deepEqual([planned.state, planned.fundingRefusal], ['planned', 'insufficient_funds']);

    const key = { 'idempotency-key': 'fund by card' };
    const source = await world.card();
    const [one, two] = [await fund(owner, design.id, source, key), await fund(owner, design.id, source, key)];
    assert.equal((await ok<Milestone>(one)).state, 'funded');
    assert.equal((await ok<Milestone>(two)).state, 'funded');
    assert.deepEqual(await refusal(await fund(owner, design.id, balance, key)), [422, 'idempotency_key_reused']);
    assert.equal(await available('escrow', design.id), 30_000);

    const waiting = await ok<Milestone>(await fund(owner, build.id, await world.card('sandbox_card_delay_decline')));
    assert.deepEqual([waiting.state, waiting.payment?.state], ['funding', 'pending']);
    assert.deepEqual(await refusal(await fund(owner, build.id)), [409, 'milestone_funding']);
    await pass(2 * 60_000);
    assert.equal((await milestone(owner, build.id)).state, 'planned');
    assert.ok((await world.told(owner)).includes('milestone.notFunded'));
  });

  test('less leaves the rest in escrow as a milestone of its own; more is charged first', async () => {
    const [owner, ada] = [await member('Owner3'), await freelancer('Ada3')];
    const { id, plan } = await contract(owner, ada);
    const [design, build] = plan as [Milestone, Milestone];
    await world.prefund(200_000);
    for (const { id: milestoneId } of plan) {
      await ok(await fund(owner, milestoneId));
      await ok(await submit(ada, milestoneId), 201);
    }
    const part = await ok<Milestone>(
      await release(owner, design.id, { amount: { amountMinor: 10_000, currency: 'USD' } }),
    );
    assert.deepEqual([part.state, part.amount.amountMinor], ['released', 10_000]);
    const { items, planned } = await world.plan(owner, id);
    assert.deepEqual(
      items.map(({ description, state, amount }) => [description, state, amount.amountMinor]),
      [
        ['Design', 'released', 10_000],
        ['Design', 'funded', 20_000],
        ['Build', 'submitted', 60_000],
      ],
    );
    assert.equal(planned.amountMinor, 90_000);
    assert.equal(await available('escrow', items[1]!.id), 20_000);

    const delayed = await world.card('sandbox_card_delay');
    const amount = { amountMinor: 70_000, currency: 'USD' };
    const begun = await ok<Milestone>(await release(owner, build.id, { amount, source: delayed }));
    assert.deepEqual([begun.state, begun.releasing?.amountMinor], ['submitted', 70_000]);
    assert.deepEqual(await refusal(await release(owner, build.id)), [409, 'release_under_way']);
    await pass(2 * 60_000);
    const more = await milestone(owner, build.id);
    assert.deepEqual(
      [more.state, more.amount.amountMinor, more.earning?.gross.amountMinor],
      ['released', 70_000, 70_000],
    );
    assert.equal(
      (await world.plan(owner, id)).planned.amountMinor,
      90_000,
      'what was on top is not of the agreed total',
    );

    const again = await contract(owner, ada);
    await ok(await fund(owner, again.plan[0]!.id));
    await ok(await submit(ada, again.plan[0]!.id), 201);
    const decline = {
      amount: { amountMinor: 40_000, currency: 'USD' },
      source: await world.card('sandbox_card_decline'),
    };
    assert.deepEqual(await refusal(await release(owner, again.plan[0]!.id, decline)), [402, 'payment_declined']);
    const kept = await milestone(owner, again.plan[0]!.id);
    assert.deepEqual([kept.state, kept.releasing, kept.releaseRefusal], ['submitted', null, 'insufficient_funds']);
    const balanced = await ok<Milestone>(await release(owner, kept.id, { ...decline, source: balance }));
    assert.deepEqual([balanced.state, balanced.earning?.gross.amountMinor], ['released', 40_000]);
  });

  test('fourteen days without an answer release it, not a millisecond earlier, and the client is warned three days before', async () => {
    const [owner, ada] = [await member('Owner4'), await freelancer('Ada4')];
    const { plan } = await contract(owner, ada);
    await world.prefund(40_000);
    await ok(await fund(owner, plan[0]!.id));
    const { autoReleaseAt } = await ok<Milestone>(await submit(ada, plan[0]!.id), 201);
    assert.equal(Date.parse(autoReleaseAt!) - world.deps().clock.now(), 14 * dayMs);
    const warned = async () => (await world.told(owner)).filter((kind) => kind === 'milestone.releaseSoon').length;
    await pass(11 * dayMs - 1);
    assert.equal(await warned(), 0);
    await pass(60_000);
    assert.equal(await warned(), 1);
    await pass(3 * dayMs - 60_000);
    assert.equal((await milestone(owner, plan[0]!.id)).state, 'submitted');
    world.deps().clock.advance(1);
    const late = await send(owner, 'POST', `/v1/milestones/${plan[0]!.id}/change-request`, { reason: 'Too late' });
    assert.deepEqual(await refusal(late), [409, 'release_due']);
    await pass(60_000);
    assert.equal((await milestone(owner, plan[0]!.id)).state, 'released');
    for (const who of [owner, ada]) assert.ok((await world.told(who)).includes('milestone.autoReleased'));
    assert.equal(await warned(), 1);
  });

  test('afterwards states and ledger agree', world.proveAll);
});
