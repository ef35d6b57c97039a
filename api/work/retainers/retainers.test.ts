import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { balance, milestonesWorld } from '../../testing/milestones-world.ts';
import { dayMs, hourMs, refusal } from '../../testing/proposals-world.ts';
import type { Bonus } from '../bonuses/schema.ts';
import { periodEnd } from './retainer.ts';
import type { Retainer, Retainers } from './schema.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const hourly = {
  startsOn: null,
  endsOn: null,
  payment: { kind: 'hourly', rate: usd(5_000), weeklyLimitHours: null, manualTimeAllowed: true },
};

test('a month ends on the same day of the next, or on its last where it has none, and the one after on the day again', () => {
  const start = Date.UTC(2027, 0, 31);
  assert.deepEqual(
    [1, 2, 3].map((count) => new Date(periodEnd(start, 'month', count)).toISOString().slice(0, 10)),
    ['2027-02-28', '2027-03-31', '2027-04-30'],
  );
  assert.equal(periodEnd(start, 'week', 2) - start, 14 * dayMs);
});

describe('retainers and bonuses', () => {
  const world = milestonesWorld();
  const { send, ok, available, member, freelancer, pass } = world;

  test('a bonus is earned as soon as it is paid, in another currency or after the end it is refused', async () => {
    const [owner, ada] = [await member('Owner0'), await freelancer('Ada0')];
    const { id } = await world.contract(owner, ada, hourly);
    await world.prefund(20_000);
    const pay = (body: object) => send(owner, 'POST', `/v1/contracts/${id}/bonuses`, { source: balance, ...body });
    assert.deepEqual(await refusal(await pay({ amount: { amountMinor: 100, currency: 'EUR' } })), [
      422,
      'currency_mixed',
    ]);
    assert.deepEqual(await refusal(await pay({ amount: usd(1_000_000) })), [409, 'balance_too_low']);
    const quote = await ok<{ net: { net: { amountMinor: number } } }>(
      await send(owner, 'GET', `/v1/contracts/${id}/bonus-quote?amountMinor=10000`),
    );
    const paid = await ok<Bonus>(await pay({ amount: usd(10_000), note: 'Thank you' }), 201);
    assert.deepEqual([paid.state, paid.earning?.net.amountMinor], ['paid', quote.net.net.amountMinor]);
    assert.equal(await available('freelancerPending', ada.freelancerId), 9_000);
    assert.equal(await available('clientFunding', world.acme().id), 9_500);
    const declined = await pay({ amount: usd(1_000), source: await world.card('sandbox_card_decline') });
    assert.deepEqual(await refusal(declined), [402, 'payment_declined']);
    const seen = await ok<{ items: Bonus[] }>(await send(ada, 'GET', `/v1/freelancers/me/contracts/${id}/bonuses`));
    assert.deepEqual(
      seen.items.map(({ note }) => note),
      ['Thank you'],
      'what was not paid is the client’s own',
    );
    await pass(5 * dayMs + hourMs);
    assert.equal(await available('freelancerAvailable', ada.freelancerId), 9_000);
    assert.ok((await world.told(ada)).includes('bonus.paid'));
  });

  test('each period is charged when it starts and released when it ends; without money the retainer rests', async () => {
    const [owner, ada] = [await member('Owner1'), await freelancer('Ada1')];
    const { id } = await world.contract(owner, ada, hourly);
    const funding = await available('clientFunding', world.acme().id);
    await world.prefund(42_000 - funding);
    const proposed = { amount: usd(20_000), span: 'week', source: balance };
    const { id: retainer } = await ok<Retainer>(
      await send(owner, 'POST', `/v1/contracts/${id}/retainers`, proposed),
      201,
    );
    const own = `/v1/freelancers/me/retainers/${retainer}`;
    const read = async () => (await ok<Retainers>(await send(owner, 'GET', `/v1/contracts/${id}/retainers`))).items[0]!;
    await pass(hourMs);
    assert.deepEqual([(await read()).state, (await read()).periods.length], ['proposed', 0], 'nothing before a yes');
    await ok(await send(ada, 'POST', `${own}/acceptance`));
    await pass(60_000);
    const begun = await read();
    assert.deepEqual([begun.state, begun.periods[0]?.state], ['active', 'held']);
    assert.equal(await available('contractHold', id), 20_000);
    assert.equal(await available('clientFunding', world.acme().id), 21_000);
    const pendingBefore = await available('freelancerPending', ada.freelancerId);
    await pass(7 * dayMs - 2 * 60_000);
    assert.equal(await available('freelancerPending', ada.freelancerId), pendingBefore, 'not before its end');
    await pass(3 * 60_000);
    const second = await read();
    assert.deepEqual(
      second.periods.map(({ state }) => state),
      ['held', 'released'],
    );
    assert.equal(await available('contractHold', id), 20_000);
    await pass(7 * dayMs);
    const resting = await read();
    assert.deepEqual([resting.state, resting.pauseReason, resting.periods.length], ['paused', 'balance_too_low', 2]);
    for (const who of [owner, ada]) assert.ok((await world.told(who)).includes('retainer.paused'));
    await pass(30 * dayMs);
    await world.prefund(60_000);
    await ok(await send(owner, 'POST', `/v1/retainers/${retainer}/resumption`));
    await pass(60_000);
    const again = await read();
    assert.deepEqual(
      again.periods.map(({ state }) => state),
      ['held', 'released', 'released'],
    );
    assert.equal(Date.parse(again.periods[0]!.endsAt) - Date.parse(again.periods[0]!.startsAt), 7 * dayMs);
    await ok(await send(ada, 'POST', `${own}/stop`, { reason: 'Another client' }));
    await pass(8 * dayMs);
    const ended = await read();
    assert.deepEqual([ended.state, ended.periods.length, ended.periods[0]?.state], ['ended', 3, 'released']);
  });

  test('a charge that is declined later rests the retainer; a period that is paid can be given back', async () => {
    const [owner, ada] = [await member('Owner2'), await freelancer('Ada2')];
    const { id } = await world.contract(owner, ada, hourly);
    const begin = async (source: unknown) => {
      const body = { amount: usd(10_000), span: 'month', source };
      const { id: retainer } = await ok<Retainer>(
        await send(owner, 'POST', `/v1/contracts/${id}/retainers`, body),
        201,
      );
      await ok(await send(ada, 'POST', `/v1/freelancers/me/retainers/${retainer}/acceptance`));
      await pass(60_000);
      return retainer;
    };
    const read = async (retainer: string) =>
      (await ok<Retainers>(await send(ada, 'GET', `/v1/freelancers/me/contracts/${id}/retainers`))).items.find(
        (one) => one.id === retainer,
      )!;
    const late = await begin(await world.card('sandbox_card_delay_decline'));
    assert.equal((await read(late)).periods[0]?.state, 'charging');
    await pass(3 * 60_000);
    assert.deepEqual([(await read(late)).state, (await read(late)).periods[0]?.state], ['paused', 'failed']);
    const held = await begin(await world.card());
    const [period] = (await read(held)).periods;
    const give = `/v1/freelancers/me/retainers/${held}/periods/${period!.id}/refund`;
    await ok(await send(ada, 'POST', give, { reason: 'Ill this month' }));
    assert.equal((await read(held)).periods[0]?.state, 'refunded');
    assert.equal(await available('contractHold', id), 0);
    assert.deepEqual(await refusal(await send(ada, 'POST', give, { reason: 'x' })), [409, 'retainer_period_refunded']);
  });

  test('afterwards states and ledger agree', world.proveAll);
});
