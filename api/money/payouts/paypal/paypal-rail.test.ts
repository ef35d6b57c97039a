import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { virtualClock } from '../../../platform/clock/clock.ts';
import { type PaypalStandIn, startPaypalStandIn } from '../../../testing/paypal-stand-in/stand-in.ts';
import type { PayoutRail, PayoutRequest } from '../../payout-methods/payout-rail.ts';
import { sameAmount } from './paypal-answers.ts';
import { createPaypalRail } from './paypal-rail.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const dayMs = 86_400_000;

describe('payouts through PayPal', () => {
  const clock = virtualClock(Date.UTC(2026, 10, 23, 12));
  let standIn: PaypalStandIn;
  let rail: PayoutRail;
  let request: PayoutRequest;
  let count = 0;
  const signal = () => new AbortController().signal;

  before(async () => {
    standIn = await startPaypalStandIn(clock.now);
    rail = createPaypalRail(standIn, clock);
  });
  beforeEach(() => {
    standIn.state.balance = undefined;
    request = requestOf(usd(40_050));
  });
  after(() => standIn.close());

  const requestOf = (amount: PayoutRequest['amount'], email = 'ada@example.com'): PayoutRequest => ({
    idempotencyKey: `po_${count++}`,
    recordedAtMs: clock.now(),
    amount,
    destination: { kind: 'email', email },
    description: 'Payout 1',
  });
  const submit = () => rail.submit(request, signal());
  const look = (externalId: string | null) => rail.lookUp(externalId!, request, signal());
  const batches = () => standIn.state.batches.length;

  test('money is sent once for its id, and says what became of it', async () => {
    const before = batches();
    const [first, again] = [await submit(), await submit()];
    assert.deepEqual([first.state, first.amount, again.externalId], ['processing', usd(40_050), first.externalId]);
    assert.equal(batches(), before + 1);
    assert.deepEqual(standIn.state.batches.at(-1)!.items[0]!.payout_item.amount, { value: '400.50', currency: 'USD' });
  });

  const outcomes: [status: string, error: string | undefined, state: string, reason: string | undefined][] = [
    ['SUCCESS', undefined, 'paid', undefined],
    ['PENDING', undefined, 'processing', undefined],
    ['ONHOLD', undefined, 'processing', undefined],
    ['UNCLAIMED', 'RECEIVER_UNREGISTERED', 'processing', undefined],
    ['FAILED', 'RECEIVER_ACCOUNT_LOCKED', 'failed', 'receiver_account_locked'],
    ['BLOCKED', undefined, 'failed', 'blocked'],
    ['RETURNED', undefined, 'returned', 'returned'],
    ['REFUNDED', undefined, 'returned', 'refunded'],
    ['REVERSED', undefined, 'returned', 'reversed'],
  ];
  test('each of PayPal’s states is one of ours', async () => {
    const { externalId } = await submit();
    for (const [status, error, state, reason] of outcomes) {
      standIn.state.decide(externalId!, status, error);
      const answer = await look(externalId);
      assert.deepEqual([answer.state, answer.reason], [state, reason], status);
      delete standIn.state.batches.at(-1)!.items[0]!.errors;
    }
  });

  test('a batch without items yet goes on, or was denied', async () => {
    const { externalId } = await submit();
    const batch = standIn.state.batches.at(-1)!;
    batch.isBegun = false;
    assert.equal((await look(externalId)).state, 'processing');
    batch.status = 'DENIED';
    assert.deepEqual([(await look(externalId)).state, (await look(externalId)).reason], ['failed', 'denied']);
  });

  test('yen have no decimals, and the same money may be written in several ways', async () => {
    request = requestOf({ amountMinor: 5_000, currency: 'JPY' });
    await submit();
    assert.equal(standIn.state.batches.at(-1)!.items[0]!.payout_item.amount.value, '5000');
    for (const [value, currency, amountMinor, isSame] of [
      ['9.8', 'USD', 980, true],
      ['9.80', 'USD', 980, true],
      ['9', 'USD', 900, true],
      ['9.805', 'USD', 980, false],
      ['5000.00', 'JPY', 5_000, true],
      ['5000.01', 'JPY', 5_000, false],
      ['9.805', 'KWD', 9_805, true],
      ['9.80', 'EUR', 980, false],
    ] as const)
      assert.equal(
        sameAmount({ value, currency }, { amountMinor, currency: currency === 'EUR' ? 'USD' : currency }),
        isSame,
        `${value} ${currency}`,
      );
  });

  test('what PayPal refuses fails with its reason, and nothing came into being', async () => {
    standIn.state.balance = 1;
    const short = await submit();
    assert.deepEqual([short.externalId, short.state, short.reason], [null, 'failed', 'insufficient_funds']);
    request = requestOf(usd(100), 'no address');
    assert.deepEqual([(await submit()).reason, (await submit()).externalId], ['validation_error', null]);
  });

  test('failures, redirects and other objects are never an answer; asked again, it is found, sent once', async () => {
    for (const line of [/POST \/v1\/payments\/payouts$/, /GET \/v1\/payments\/payouts\//, /payouts-item/])
      for (const fault of ['fail', 'redirect', 'wrongObject'] as const) {
        request = requestOf(usd(700));
        const before = batches();
        standIn.fail(line, fault);
        await assert.rejects(submit(), Error, `${line} ${fault}`);
        assert.equal((await submit()).state, 'processing');
        assert.equal(batches(), before + 1, `${line} ${fault}`);
      }
    assert.ok(!standIn.requests.some((line) => line.includes('elsewhere')), 'no redirect was followed');
  });

  test('silence is given up with the signal, and what was done in it is found', async () => {
    const before = batches();
    standIn.fail(/POST \/v1\/payments\/payouts$/, 'hang');
    const given = new AbortController();
    const asked = rail.submit(request, given.signal);
    const isDone = () => batches() > before;
    while (!isDone()) await new Promise((resolve) => setImmediate(resolve));
    given.abort(new Error('silent'));
    await assert.rejects(asked, /silent/);
    assert.equal((await submit()).state, 'processing');
    assert.equal(batches(), before + 1);
  });

  test('another’s batch, item, receiver or amount is not believed', async () => {
    const { externalId } = await submit();
    const batch = standIn.state.batches.at(-1)!;
    const item = batch.items[0]!;
    const whole = structuredClone(item.payout_item);
    for (const changed of [
      { receiver: 'eve@example.com' },
      { sender_item_id: 'po_another' },
      { amount: { value: '400.51', currency: 'USD' } },
      { amount: { value: '400.50', currency: 'EUR' } },
    ]) {
      item.payout_item = { ...whole, ...changed };
      await assert.rejects(look(externalId), /PayPal answered with another/, JSON.stringify(changed));
    }
    item.payout_item = whole;
    batch.senderBatchId = 'po_another';
    await assert.rejects(look(externalId), /another batch/);
  });

  test('a token serves until it ends; ended before its time it is asked for once more', async () => {
    const tokens = () => standIn.requests.filter((line) => line === 'POST /v1/oauth2/token').length;
    await submit();
    const before = tokens();
    await submit();
    assert.equal(tokens(), before);
    standIn.fail(/GET \/v1\/payments\/payouts\//, 'tokenEnded');
    assert.equal((await submit()).state, 'processing');
    assert.equal(tokens(), before + 1);
    clock.advance(10 * 3_600_000);
    await submit();
    assert.equal(tokens(), before + 2);
  });

  test('wrong keys are said without showing them; what PayPal may have forgotten is not sent again', async () => {
    const wrong = createPaypalRail({ ...standIn, clientSecret: 'a wrong secret' }, clock);
    await assert.rejects(
      wrong.submit(request, signal()),
      (error: Error) => !`${error.stack}`.includes('a wrong secret'),
    );
    const before = batches();
    clock.advance(30 * dayMs);
    await assert.rejects(submit(), /by hand/);
    assert.equal(batches(), before);
  });
});
