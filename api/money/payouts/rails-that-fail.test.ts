import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openPayoutsWorld, type PayoutsWorld } from '../../testing/payouts-world.ts';
import { type PaypalStandIn, startPaypalStandIn } from '../../testing/paypal-stand-in/stand-in.ts';
import { testStartMs } from '../../testing/slice-app.ts';
import { finishOnboarding, restrictAccount } from '../../testing/stripe-stand-in/accounts.ts';
import { decidePayout } from '../../testing/stripe-stand-in/payouts.ts';
import { type StripeStandIn, startStripeStandIn } from '../../testing/stripe-stand-in/stand-in.ts';
import { createStripeProcessor } from '../payments/stripe/stripe-processor.ts';
import type { PayoutMethod } from '../payout-methods/schema.ts';
import { type EventDeps, takeEvent, watchEvents } from '../processor-events/take-event.ts';
import { payoutTakers } from '../processor-events/take-payout-news.ts';
import type { PayoutDeps } from './deps.ts';
import { createPaypalRail } from './paypal/paypal-rail.ts';
import { settlePayout } from './settle-payout.ts';
import { createConnectRail } from './stripe/connect-rail.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe('rails that are silent, wrong, or asked by a process that ends', () => {
  let [stripe, paypal] = [] as unknown as [StripeStandIn, PaypalStandIn];
  let world: PayoutsWorld;
  let paying: PayoutDeps;
  let events: EventDeps;
  let ada: Awaited<ReturnType<PayoutsWorld['newPayee']>>;
  const methods: Record<string, PayoutMethod> = {};
  let told = 0;

  before(async () => {
    let now = () => testStartMs;
    [stripe, paypal] = await Promise.all([startStripeStandIn(() => now()), startPaypalStandIn(() => now())]);
    world = await openPayoutsWorld((deps) => {
      now = deps.clock.now;
      const { secretKey, webhookSecret, address } = stripe;
      const settings = { secretKey, publishableKey: 'pk_test', webhookSecrets: [webhookSecret], address };
      return {
        processor: createStripeProcessor(settings, deps.clock),
        payoutRails: {
          directDeposit: createConnectRail(settings, deps.clock),
          paypal: createPaypalRail(paypal, deps.clock),
        },
      };
    });
    paying = world.paying;
    events = { ...world.deps, takers: payoutTakers(paying) };
    watchEvents(events);
    ada = await world.newPayee({ availableMinor: 1_000_000 });
    methods.stripe = await setUpAtStripe();
    methods.paypal = await ada.usablePaypal('ada@example.com');
  });
  after(async () => {
    await world.close();
    await Promise.all([stripe.close(), paypal.close()]);
  });

  /** All that Stripe has to tell, each twice, as it does. */
  async function hear(): Promise<void> {
    const news = stripe.events.slice(told);
    told = stripe.events.length;
    for (const event of [...news, ...news]) {
      const { body, signature } = stripe.sign(event);
      await takeEvent(events, events.processor.readEvent(body, signature));
    }
    await world.deps.jobs.runDue();
  }

  const read = async <T>(answer: Promise<Response> | Response, status: number): Promise<T> => {
    const given = await answer;
    assert.equal(given.status, status, await given.clone().text());
    return (await given.json()) as T;
  };
  const method = async (id: string) => {
    const { items } = await read<{ items: PayoutMethod[] }>(ada.send('GET', '/v1/freelancers/me/payout-methods'), 200);
    return items.find((one) => one.id === id)!;
  };

  async function setUpAtStripe(): Promise<PayoutMethod> {
    const asked = { rail: 'directDeposit', currency: 'USD' };
    const added = await read<PayoutMethod>(ada.send('POST', '/v1/freelancers/me/payout-methods', asked), 201);
    assert.equal(added.state, 'settingUp');
    const path = `/v1/freelancers/me/payout-methods/${added.id}/onboarding-link`;
    const link = await read<{ url: string }>(ada.send('POST', path, {}), 201);
    assert.match(link.url, /^https:/);
    const [account] = [...stripe.state.all('account').keys()];
    finishOnboarding(stripe.state, account!, 'Ada Okafor');
    await hear();
    const ready = await method(added.id);
    assert.deepEqual([ready.state, ready.label], ['waiting', 'STRIPE TEST BANK •••• 6789']);
    await world.pass(3 * dayMs + minuteMs);
    return ready;
  }

  const sent = () => ({
    stripe: stripe.state.all('payout').size + stripe.state.all('transfer').size,
    paypal: 2 * paypal.state.batches.length,
  });
  const faults = {
    stripe: [/POST \/v1\/transfers$/, /POST \/v1\/payouts$/],
    paypal: [/POST \/v1\/payments\/payouts$/, /payouts-item/],
  };

  for (const name of ['stripe', 'paypal'] as const) {
    test(`${name}: a rail that answers something else or fails is asked again, and pays once`, async () => {
      for (const line of faults[name])
        for (const fault of ['wrongObject', 'fail'] as const) {
          const before = sent();
          (name === 'stripe' ? stripe : paypal).fail(line, fault);
          const payout = await ada.requested(methods[name]!.id, usd(1_000));
          assert.equal(payout.state, 'requested', `${line} ${fault}: an answer that is none books nothing`);
          await world.pass(2 * minuteMs);
          assert.equal((await ada.payout(payout.id)).state, 'submitted', `${line} ${fault}`);
          assert.equal(sent()[name], before[name] + 2, `${line} ${fault}`);
        }
      assert.deepEqual(await world.prove(), []);
    });

    test(`${name}: a rail that hangs after it paid is given up, asked again, and has paid once`, async () => {
      const before = sent();
      const standIn = name === 'stripe' ? stripe : paypal;
      standIn.fail(faults[name][0]!, 'fail');
      const { id } = await ada.requested(methods[name]!.id, usd(1_500));
      world.deps.clock.advance(2 * minuteMs);
      standIn.fail(faults[name][0]!, 'hang');
      assert.equal((await settlePayout({ ...paying, railTimeoutMs: 1_000 }, id)).state, 'requested');
      assert.ok(sent()[name] > before[name], 'the rail has paid');
      await world.pass(2 * minuteMs);
      assert.equal((await ada.payout(id)).state, 'submitted');
      assert.equal(sent()[name], before[name] + 2);
    });

    test(`${name}: a process that ends between the rail’s answer and its booking has paid once, and books it later`, async () => {
      const before = sent();
      (name === 'stripe' ? stripe : paypal).fail(faults[name][0]!, 'fail');
      const { id } = await ada.requested(methods[name]!.id, usd(2_000));
      world.deps.clock.advance(2 * minuteMs);
      const end = () => Promise.reject(new Error('the process ended here'));
      const ending = {
        ...paying,
        database: { ...paying.database, transaction: end as typeof paying.database.transaction },
      };
      await assert.rejects(settlePayout(ending, id), /ended here/);
      assert.equal((await ada.payout(id)).state, 'requested');
      assert.equal(sent()[name], before[name] + 2, 'the rail has paid');
      await Promise.all([world.pass(2 * minuteMs), settlePayout(paying, id)]);
      assert.equal((await ada.payout(id)).state, 'submitted');
      assert.equal(sent()[name], before[name] + 2);
      assert.deepEqual(await world.prove(), []);
    });
  }

  test('a rail that says another amount, currency, id or state than can be is not believed, and asked again', async () => {
    const rail = paying.payoutRails.paypal!;
    const others = [{ externalId: null }, { state: 'lost' as 'paid' }];
    paypal.fail(faults.paypal[0]!, 'fail');
    const { id, net } = await ada.requested(methods.paypal!.id, usd(2_000));
    const lies = [usd(1), { ...net, currency: 'EUR' }].map((amount) => ({ amount }));
    for (const lie of [...lies, ...others]) {
      world.deps.clock.advance(2 * minuteMs);
      const lying: typeof rail = {
        ...rail,
        submit: async (...asked) => ({ ...(await rail.submit(...asked)), ...lie }),
      };
      const row = await settlePayout({ ...paying, payoutRails: { paypal: lying } }, id);
      assert.deepEqual([row.state, row.externalId], ['requested', null], JSON.stringify(lie));
    }
    // The longer a rail takes, the less often it is asked.
    await world.pass(60 * minuteMs);
    assert.equal((await ada.payout(id)).state, 'submitted');
  });

  test('news of a payout at the bank books it: paid, then back again; told twice it moves once', async () => {
    await hear();
    const before = await ada.money();
    const { id } = await ada.requested(methods.stripe!.id, usd(3_000));
    const transfer = [...stripe.state.all('transfer').keys()].at(-1)!;
    decidePayout(stripe.state, transfer, 'paid');
    await hear();
    assert.equal((await ada.payout(id)).state, 'paid');
    decidePayout(stripe.state, transfer, 'failed');
    await hear();
    const back = await ada.payout(id);
    assert.deepEqual([back.state, back.reason], ['returned', 'account_closed']);
    assert.deepEqual((await ada.money()).available, before.available);
    assert.deepEqual(await world.prove(), []);
    const unmatched = await world.deps.database.db
      .selectFrom('processorEvents')
      .select('kind')
      .where('state', '<>', 'done')
      .execute();
    assert.deepEqual(unmatched, []);
  });

  test('an account that Stripe restricts is blocked here; what it does not know is set aside', async () => {
    const [account] = [...stripe.state.all('account').keys()];
    restrictAccount(stripe.state, account!);
    await hear();
    const { state, blockReason } = await method(methods.stripe!.id);
    assert.deepEqual([state, blockReason], ['blocked', 'account_restricted']);
    stripe.state.tell('account.updated', { id: 'acct_unknown', object: 'account' }, 'acct_unknown');
    await hear();
    const unknown = await world.deps.database.db
      .selectFrom('processorEvents')
      .select(['state', 'reason'])
      .where('objectId', '=', 'acct_unknown')
      .execute();
    assert.deepEqual(unknown, [{ state: 'unmatched', reason: 'payout_account_unknown' }]);
  });
});
