import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { permutations, runWebhookOrders } from '../../faults/webhook-orders.ts';
import { proofs } from '../../proofs.ts';
import { decideDispute, openDispute } from '../../testing/stripe-stand-in/disputes.ts';
import { decidePayment } from '../../testing/stripe-stand-in/payment-intents.ts';
import { openStripeWorld, type StripeWorld } from '../../testing/stripe-world.ts';
import { refusalOf } from '../../testing/test-tenants.ts';
import type { BankDisputeShape } from '../bank-disputes/schema.ts';
import type { Billing } from '../billing/schema.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import type { PaymentShape } from '../payments/schema.ts';

describe('news from the processor, over HTTP', () => {
  let world: StripeWorld;
  before(async () => {
    world = await openStripeWorld();
  });
  after(() => world.close());

  const runDue = () => world.app.deps.jobs.runDue();
  const look = ({ id }: { id: string }) => world.send<PaymentShape>('GET', `/v1/payments/${id}`);
  const balance = async () => (await world.send<Billing>('GET', '/v1/billing')).balances[0]?.amountMinor ?? 0;
  const kept = () => world.app.deps.database.db.selectFrom('processorEvents').selectAll().execute();
  const lastEvent = () => world.standIn.events.at(-1)!;

  test('a debit is booked when its event comes, once, told 50 times at once', async () => {
    const before = await balance();
    const payment = await world.prefund(await world.save('pm_usBankAccount'));
    assert.equal(payment.state, 'pending');
    decidePayment(world.standIn.state, await world.externalIdOf(payment), 'succeeded');
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.deliver(lastEvent())));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    await runDue();
    assert.equal((await look(payment)).state, 'posted');
    assert.equal(await balance(), before + 20_000);
    assert.equal((await kept()).filter(({ externalId }) => externalId === lastEvent().id).length, 1);
  });

  test('what an event says is not believed: a payment is booked as the processor has it', async () => {
    const payment = await world.prefund(await world.save('pm_usBankAccount'));
    const intent = await world.externalIdOf(payment);
    const claimed = { ...lastEvent(), id: 'evt_claims', type: 'payment_intent.succeeded' };
    await world.deliver({
      ...claimed,
      data: { object: { id: intent, object: 'payment_intent', status: 'succeeded' } },
    });
    await runDue();
    assert.equal((await look(payment)).state, 'pending');
  });

  test('forged, old, future and another’s events are refused by name, and nothing is kept', async () => {
    const before = await kept();
    const nowMs = world.app.ports.clock.now();
    const refused = async (answer: Promise<Response>) => (await refusalOf(await answer))[1];
    const event = { ...lastEvent(), id: 'evt_refused' };
    assert.equal(await refused(world.deliver(event, { secret: 'whsec_anothers' })), 'signature_wrong');
    assert.equal(await refused(world.deliver(event, { atMs: nowMs - 301_000 })), 'event_too_old');
    assert.equal(await refused(world.deliver(event, { atMs: nowMs + 302_000 })), 'event_from_future');
    const post = (path: string, headers: Record<string, string>) =>
      world.app.send('POST', path, event, headers).then(refusalOf);
    assert.deepEqual(await post('/v1/webhooks/stripe', {}), [400, 'signature_missing']);
    assert.deepEqual(await post('/v1/webhooks/stripe', { 'stripe-signature': 't=1,v1=zz' }), [400, 'signature_wrong']);
    assert.deepEqual(await post('/v1/webhooks/sandbox', {}), [404, 'not_found']);
    assert.deepEqual(await kept(), before);
  });

  test('news of what nobody knows waits for the operator, and is looked at again', async () => {
    const payment = await world.prefund(await world.save('pm_card_visa'));
    const { db } = world.app.deps.database;
    const externalId = await world.externalIdOf(payment);
    await db.updateTable('payments').set({ externalId: null }).where('id', '=', payment.id).execute();
    await world.deliver(lastEvent());
    await runDue();
    const unmatched = async () => (await kept()).find((event) => event.externalId === lastEvent().id)!;
    assert.deepEqual([(await unmatched()).state, (await unmatched()).reason], ['unmatched', 'payment_unknown']);
    await db.updateTable('payments').set({ externalId }).where('id', '=', payment.id).execute();
    world.app.ports.clock.advance(5 * 60_000);
    await runDue();
    assert.equal((await unmatched()).state, 'done');
  });

  test('a bank dispute freezes the balance; won it is back, and lost it is gone for good', async () => {
    const method = await world.save('pm_card_createDispute');
    for (const outcome of ['won', 'lost'] as const) {
      const before = await balance();
      const payment = await world.prefund(method);
      const dispute = openDispute(world.standIn.state, await world.externalIdOf(payment));
      await world.deliver(lastEvent());
      await runDue();
      assert.equal(await balance(), before);
      assert.equal((await look(payment)).isDisputed, true);
      decideDispute(world.standIn.state, dispute.id, outcome);
      await world.deliver(lastEvent());
      await runDue();
      const { items } = await world.send<{ items: BankDisputeShape[] }>('GET', '/v1/bank-disputes');
      assert.equal(items.find((one) => one.payment.id === payment.id)!.state, outcome);
      assert.equal(await balance(), before + (outcome === 'won' ? 20_000 : 0));
      assert.equal((await look(payment)).isDisputed, outcome === 'lost');
    }
  });

  test('states, accounts and the processor’s record agree', async () => {
    assert.deepEqual((await proveLedger(world.app.deps.database.db, proofs)).broken, []);
  });
});

test('six events in any order end the same', async () => {
  const all = permutations([0, 1, 2, 3, 4, 5]);
  assert.equal(all.length, 720);
  // Each 60th here; all of them among the faults.
  const sample = all.filter((_, at) => at % 60 === 0);
  assert.deepEqual(await runWebhookOrders(sample), { runs: 12, wrong: [] });
});
