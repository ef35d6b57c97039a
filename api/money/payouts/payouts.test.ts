import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusedWith } from '../../testing/freelancer-app.ts';
import { openPayoutsWorld, type PayoutsWorld } from '../../testing/payouts-world.ts';
import type { BlockedPayoutMethod } from '../payout-methods/schema.ts';
import type { WireBatch } from './schema.ts';

const day = 86_400_000;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('payouts', () => {
  let world: PayoutsWorld;
  before(async () => {
    world = await openPayoutsWorld();
  });
  after(() => world.close());

  test('money goes out: held, on its way, arrived; each step agrees with the ledger', async () => {
    const ada = await world.newPayee({ availableMinor: 100_000 });
    const method = await ada.usableMethod('sandbox_bank_success');
    const payout = await ada.requested(method.id, usd(40_000));
    assert.deepEqual([payout.state, payout.net, payout.fee], ['submitted', usd(40_000), usd(0)]);
    assert.deepEqual((await ada.money()).available, usd(60_000));
    assert.deepEqual((await ada.money()).onTheWay, usd(40_000));
    assert.deepEqual(await world.prove(), []);
    await world.pass(day);
    assert.equal((await ada.payout(payout.id)).state, 'paid');
    const { onTheWay, paidOut, available } = await ada.money();
    assert.deepEqual([onTheWay, paidOut, available], [usd(0), usd(40_000), usd(60_000)]);
    assert.deepEqual(await world.prove(), []);
  });

  test('what is refused or comes back is available again, with its fee and why', async () => {
    const ada = await world.newPayee({ availableMinor: 50_000, worksInUnitedStates: true });
    const failing = await ada.usablePaypal('fail@example.com');
    const failed = await ada.requested(failing.id, usd(10_000));
    assert.deepEqual([failed.withheld, failed.fee, failed.net], [usd(3_000), usd(200), usd(6_800)]);
    await world.pass(3_600_000 + 60_000);
    const after = await ada.payout(failed.id);
    assert.deepEqual([after.state, after.reason], ['failed', 'account_closed']);
    assert.deepEqual((await ada.money()).available, usd(50_000));

    const coming = await ada.usableMethod('sandbox_bank_return');
    const returned = await ada.requested(coming.id, usd(20_000));
    await world.pass(day);
    assert.equal((await ada.payout(returned.id)).state, 'paid');
    await world.pass(3 * day);
    assert.equal((await ada.payout(returned.id)).state, 'returned');
    assert.deepEqual((await ada.money()).available, usd(50_000));
    assert.deepEqual(await world.prove(), []);
  });

  test('64 payouts at once take no more than there is', async () => {
    const ada = await world.newPayee({ availableMinor: 10_000 });
    const method = await ada.usableMethod('sandbox_bank_instant');
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, n) => ada.request(method.id, usd(3_000), `parallel ${n}`)),
    );
    const taken = answers.filter(({ status }) => status === 201);
    assert.equal(taken.length, 3);
    for (const answer of answers.filter(({ status }) => status !== 201))
      await refusedWith(answer, 409, 'balance_too_low');
    assert.deepEqual((await ada.money()).available, usd(1_000));
    assert.deepEqual(await world.prove(), []);
  });

  test('the same key pays once; the same key with another body is refused', async () => {
    const ada = await world.newPayee({ availableMinor: 10_000 });
    const method = await ada.usableMethod('sandbox_bank_instant');
    const first = (await (await ada.request(method.id, usd(1_000), 'one key')).json()) as { id: string };
    const again = (await (await ada.request(method.id, usd(1_000), 'one key')).json()) as { id: string };
    assert.equal(again.id, first.id);
    await refusedWith(await ada.request(method.id, usd(2_000), 'one key'), 422, 'idempotency_key_reused');
    assert.deepEqual((await ada.money()).available, usd(9_000));
  });

  const badAmounts: [name: string, amount: unknown][] = [
    ['a string', { amountMinor: '1000', currency: 'USD' }],
    ['a float', { amountMinor: 10.5, currency: 'USD' }],
    ['2^60', { amountMinor: 2 ** 60, currency: 'USD' }],
    ['nothing', usd(0)],
    ['below zero', usd(-100)],
    ['no currency of this world', { amountMinor: 100, currency: 'ABC' }],
  ];
  test('amounts that are no amounts are refused by name, and nothing moves', async () => {
    const ada = await world.newPayee({ availableMinor: 10_000 });
    const method = await ada.usableMethod('sandbox_bank_instant');
    for (const [name, amount] of badAmounts) {
      const answer = await ada.request(method.id, amount, name);
      assert.equal(answer.status, 422, name);
      assert.equal((await answer.json()).code, 'invalid_input', name);
    }
    const inEuros = { amountMinor: 100, currency: 'EUR' };
    await refusedWith(await ada.request(method.id, inEuros, 'eur'), 422, 'payout_currency_mismatch');
    await refusedWith(await ada.request(method.id, usd(10_001), 'more'), 409, 'balance_too_low');
    await refusedWith(await ada.request('pom_missing', usd(100), 'no method'), 404, 'not_found');
    assert.deepEqual((await ada.money()).available, usd(10_000));
  });

  test('nobody is paid at a new method, without a tax form, in another name, on a hold, or without confirming', async () => {
    const ada = await world.newPayee({ availableMinor: 10_000, hasTaxForm: false });
    const method = await ada.addMethod('sandbox_bank_instant');
    await refusedWith(await ada.request(method.id, usd(100), 'a'), 409, 'tax_form_missing');
    await ada.signForm();
    await refusedWith(await ada.request(method.id, usd(100), 'b'), 409, 'payout_method_waiting');
    await world.pass(3 * day - 1);
    await refusedWith(await ada.request(method.id, usd(100), 'c'), 409, 'payout_method_waiting');
    await world.pass(60_000);
    await refusedWith(await ada.requestUnconfirmed(method.id, usd(100)), 401, 'elevation_required');
    const others = await ada.addMethod('sandbox_bank_mismatch');
    assert.deepEqual([others.state, others.blockReason], ['blocked', 'name_mismatch']);
    await refusedWith(await ada.request(others.id, usd(100), 'd'), 409, 'payout_method_blocked');
    const stopped = (await (await world.desk('GET', '/v1/operator/payout-methods')).json()) as {
      items: BlockedPayoutMethod[];
    };
    assert.deepEqual(
      stopped.items.map(({ id, freelancer, legalNames }) => [id, freelancer.id, legalNames]),
      [[others.id, ada.freelancerId, ['Ada Okafor']]],
    );

    const hold = await world.placeHold({ kind: 'freelancer', id: ada.freelancerId });
    await refusedWith(await ada.request(method.id, usd(100), 'e'), 409, 'payouts_on_hold');
    await world.liftHold(hold.id);
    assert.equal((await ada.requested(method.id, usd(100))).state, 'paid');
    const eve = await world.newPayee({ availableMinor: 10_000 });
    await refusedWith(await eve.request(method.id, usd(100), 'f'), 404, 'not_found');
  });

  test('a wire waits for its file, cannot be cancelled once in it, and moves as the bank says', async () => {
    const ada = await world.newPayee({ availableMinor: 500_000, currency: 'EUR' });
    const method = await ada.usableWire();
    const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    const paid = await ada.requested(method.id, eur(100_000));
    const failed = await ada.requested(method.id, eur(50_000));
    const cancelled = await ada.requested(method.id, eur(20_000));
    assert.deepEqual([paid.state, paid.net, paid.fee], ['requested', eur(99_500), eur(500)]);
    assert.equal((await ada.cancel(cancelled.id)).status, 200);

    const held = await ada.requested(method.id, eur(30_000));
    const hold = await world.placeHold({ kind: 'payout', id: held.id });
    const batch = (await (
      await world.desk('POST', '/v1/operator/wire-batches', { currency: 'EUR' })
    ).json()) as WireBatch;
    assert.deepEqual(
      [batch.payoutCount, batch.controlSum, batch.messageId],
      [2, eur(149_000), `WIRES-EUR-${world.today()}-01`],
    );
    await refusedWith(await ada.cancel(paid.id), 409, 'payout_under_way');
    await refusedWith(await world.answer(paid.id, { outcome: 'paid' }), 409, 'wire_not_sent');
    const file = await world.desk('GET', `/v1/operator/wire-batches/${batch.id}/file`);
    assert.match(await file.text(), /<IBAN>DE89370400440532013000<\/IBAN>/);

    assert.equal((await world.desk('POST', `/v1/operator/wire-batches/${batch.id}/sending`, {})).status, 200);
    assert.equal((await ada.payout(paid.id)).state, 'submitted');
    await refusedWith(
      await world.desk('POST', `/v1/operator/wire-batches/${batch.id}/discarding`, {}),
      409,
      'wire_batch_sent',
    );
    const report = world.bankReport(batch.messageId, [
      [paid.id, 'ACSC'],
      [failed.id, 'RJCT', 'AC04'],
      ['po_unknown', 'RJCT', 'AC01'],
    ]);
    const read = await world.desk('POST', `/v1/operator/wire-batches/${batch.id}/bank-report`, { report });
    assert.deepEqual(await read.json(), {
      applied: 2,
      skipped: [{ endToEndId: 'po_unknown', status: 'RJCT', why: 'not in this file' }],
    });
    assert.equal((await ada.payout(paid.id)).state, 'paid');
    assert.deepEqual([(await ada.payout(failed.id)).state, (await ada.payout(failed.id)).reason], ['failed', 'AC04']);
    assert.equal((await (await world.desk('GET', `/v1/operator/wire-batches/${batch.id}`)).json()).state, 'done');
    assert.equal(
      (await (await world.answer(paid.id, { outcome: 'returned', reason: 'closed' })).json()).state,
      'returned',
    );
    await world.liftHold(hold.id);
    assert.deepEqual((await ada.money()).available, eur(470_000));
    assert.deepEqual(await world.prove(), []);
  });

  test('a schedule pays out all there is on its day, above its minimum, once', async () => {
    const ada = await world.newPayee({ availableMinor: 80_000 });
    const method = await ada.usableMethod('sandbox_bank_instant');
    const path = '/v1/freelancers/me/payout-schedules/USD';
    const { headers } = await ada.send('GET', path);
    const wanted = { methodId: method.id, frequency: 'weekly', minimum: usd(50_000) };
    await refusedWith(await ada.send('PUT', path, wanted), 428, 'if_match_required');
    const set = await ada.send('PUT', path, wanted, { 'if-match': headers.get('etag')! });
    assert.equal(set.status, 200);
    await world.pass(7 * day);
    const payouts = (await ada.payouts()).map(({ amount, origin, state }) => [amount, origin, state]);
    assert.deepEqual(payouts, [[usd(80_000), 'schedule', 'paid']]);
    await ada.earn(49_999);
    await world.pass(7 * day);
    assert.equal((await ada.payouts()).length, 1);
  });

  test('what has gone on cannot be cancelled; what waits can', async () => {
    const ada = await world.newPayee({ availableMinor: 10_000 });
    const method = await ada.usableMethod('sandbox_bank_success');
    const payout = await ada.requested(method.id, usd(1_000));
    await refusedWith(await ada.cancel(payout.id), 409, 'payout_submitted');
  });
});
