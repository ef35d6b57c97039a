import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { virtualClock } from '../../../platform/clock/clock.ts';
import { finishOnboarding, restrictAccount } from '../../../testing/stripe-stand-in/accounts.ts';
import { decidePayout } from '../../../testing/stripe-stand-in/payouts.ts';
import { type StripeStandIn, startStripeStandIn } from '../../../testing/stripe-stand-in/stand-in.ts';
import { balanceOf } from '../../../testing/stripe-stand-in/transfers.ts';
import type { PayoutRail, PayoutRequest } from '../../payout-methods/payout-rail.ts';
import { createConnectRail } from './connect-rail.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const dayMs = 86_400_000;

describe('direct deposit through Stripe’s own client', () => {
  const clock = virtualClock(Date.UTC(2026, 10, 23, 12));
  let standIn: StripeStandIn;
  let rail: PayoutRail;
  let count = 0;
  let account: string;
  let request: PayoutRequest;
  const signal = () => new AbortController().signal;

  before(async () => {
    standIn = await startStripeStandIn(clock.now);
    const { address, secretKey, webhookSecret } = standIn;
    const settings = { secretKey, publishableKey: 'pk_test', webhookSecrets: [webhookSecret], address };
    rail = createConnectRail(settings, clock);
  });
  beforeEach(async () => {
    standIn.state.platformBalance = undefined;
    account = await open();
    finishOnboarding(standIn.state, account, 'Ada Okafor');
    request = requestOf(usd(40_000));
  });
  after(() => standIn.close());

  async function open(): Promise<string> {
    const asked = { idempotencyKey: `pom_${count++}`, freelancerId: 'fr_1', country: 'US', currency: 'USD' };
    const [one, again] = [await rail.hosted!.open(asked), await rail.hosted!.open(asked)];
    assert.equal(again.token, one.token, 'a repeat opens no second account');
    return one.token;
  }
  const requestOf = (amount: PayoutRequest['amount']): PayoutRequest => ({
    idempotencyKey: `po_${count++}`,
    recordedAtMs: clock.now(),
    amount,
    destination: { kind: 'account', token: account },
    description: 'Payout 1',
  });
  const submit = () => rail.submit(request, signal());
  const look = (externalId: string | null) => rail.lookUp(externalId!, request, signal());
  const amounts = () => ({ transfers: standIn.state.all('transfer').size, payouts: standIn.state.all('payout').size });

  test('an account is set up at Stripe’s page, then ready, or restricted; it says whose it is', async () => {
    const token = await open();
    assert.equal((await rail.hosted!.lookUp(token)).state, 'settingUp');
    const pages = { returnUrl: 'https://hire.example/back', refreshUrl: 'https://hire.example/again' };
    const [link, next] = [await rail.hosted!.link(token, pages), await rail.hosted!.link(token, pages)];
    assert.notEqual(link.url, next.url, 'each is good once');
    assert.equal(link.expiresAtMs, clock.now() + 300_000);
    finishOnboarding(standIn.state, token, 'Ada Okafor');
    const ready = { token, state: 'ready', holderName: 'Ada Okafor', label: 'STRIPE TEST BANK •••• 6789' };
    assert.deepEqual(await rail.hosted!.lookUp(token), ready);
    restrictAccount(standIn.state, token);
    assert.equal((await rail.hosted!.lookUp(token)).state, 'restricted');
  });

  test('money goes to the account and on to the bank, once for its key, and arrives when Stripe says so', async () => {
    const before = amounts();
    const [first, again] = [await submit(), await submit()];
    assert.deepEqual([first.state, first.amount, again.externalId], ['processing', usd(40_000), first.externalId]);
    assert.match(first.externalId!, /^tr_/);
    assert.equal(first.arrivesAtMs, clock.now() + 2 * dayMs);
    assert.deepEqual(amounts(), { transfers: before.transfers + 1, payouts: before.payouts + 1 });
    decidePayout(standIn.state, first.externalId!, 'paid');
    assert.equal((await look(first.externalId)).state, 'paid');
  });

  test('keys that Stripe has forgotten after a day move nothing again', async () => {
    const first = await submit();
    const before = amounts();
    clock.advance(2 * dayMs);
    standIn.forgetKeys();
    assert.equal((await submit()).externalId, first.externalId);
    assert.equal((await look(first.externalId)).state, 'processing');
    assert.deepEqual(amounts(), before);
  });

  test('what the bank refuses, then or after it seemed to arrive, is taken back from the account first', async () => {
    const { externalId } = await submit();
    decidePayout(standIn.state, externalId!, 'paid');
    assert.equal((await look(externalId)).state, 'paid');
    decidePayout(standIn.state, externalId!, 'failed');
    standIn.fail(/reversals$/, 'fail');
    await assert.rejects(look(externalId), 'not failed before the money is back');
    const [failed, again] = [await look(externalId), await look(externalId)];
    assert.deepEqual([failed.state, failed.reason, again.state], ['failed', 'account_closed', 'failed']);
    assert.equal(standIn.state.get('transfer', externalId!).amount_reversed, 40_000);
    assert.equal(balanceOf(standIn.state, account), 0);
  });

  test('what Stripe refuses fails with its reason, and leaves nothing behind', async () => {
    standIn.state.platformBalance = 100;
    const short = await submit();
    assert.deepEqual([short.externalId, short.state, short.reason], [null, 'failed', 'balance_insufficient']);
    standIn.state.platformBalance = undefined;
    restrictAccount(standIn.state, account);
    request = requestOf(usd(500));
    const shut = await submit();
    assert.deepEqual([shut.state, shut.reason], ['failed', 'payouts_not_allowed']);
    assert.equal(balanceOf(standIn.state, account), 0, 'the transfer came back');
    assert.equal((await look(shut.externalId)).state, 'failed');
  });

  test('silence, failures and other objects are never an answer; asked again, what happened is found, once', async () => {
    for (const line of [/POST \/v1\/transfers$/, /GET \/v1\/payouts$/, /POST \/v1\/payouts$/])
      for (const fault of ['wrongObject', 'notFoundWithoutError', 'fail'] as const) {
        request = requestOf(usd(700));
        const before = amounts();
        standIn.fail(line, fault);
        // What is no list does not say that nothing was there.
        await assert.rejects(submit(), Error, `${line} ${fault}`);
        assert.equal((await submit()).state, 'processing');
        assert.deepEqual(amounts(), { transfers: before.transfers + 1, payouts: before.payouts + 1 });
      }
  });

  test('another amount, another’s transfer and a part taken back by hand are not believed', async () => {
    const { externalId } = await submit();
    const transfer = standIn.state.get('transfer', externalId!);
    for (const changed of [
      { amount: 39_999 },
      { currency: 'eur' },
      { destination: 'acct_another' },
      { metadata: { payout: 'po_another' } },
      { amount_reversed: 1 },
    ]) {
      standIn.state.put({ ...transfer, ...changed });
      await assert.rejects(look(externalId), /Stripe/, JSON.stringify(changed));
    }
  });

  test('news of a payout at the bank names the transfer it belongs to', async () => {
    const { externalId } = await submit();
    decidePayout(standIn.state, externalId!, 'paid');
    const { data, account: at } = standIn.events.at(-1)!;
    assert.equal(await rail.findNamed!(data.object.id, at!), externalId);
    assert.equal(await rail.findNamed!(data.object.id, null), undefined);
  });
});
