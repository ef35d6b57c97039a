import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { virtualClock } from '../../../platform/clock/clock.ts';
import { decideDispute, openDispute } from '../../../testing/stripe-stand-in/disputes.ts';
import { decidePayment } from '../../../testing/stripe-stand-in/payment-intents.ts';
import { decideRefund } from '../../../testing/stripe-stand-in/refunds.ts';
import { confirmSetupInFrame, type TestMethodName } from '../../../testing/stripe-stand-in/setup-intents.ts';
import { type StripeStandIn, startStripeStandIn } from '../../../testing/stripe-stand-in/stand-in.ts';
import type { PaymentProcessor, SetupAnswer } from '../processor.ts';
import { createStripeProcessor } from './stripe-processor.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
const dayMs = 86_400_000;

describe('Stripe through its own client', () => {
  const clock = virtualClock(Date.UTC(2026, 10, 23, 12));
  let standIn: StripeStandIn;
  let stripe: PaymentProcessor;
  let count = 0;
  let key: string;
  const signal = () => new AbortController().signal;

  before(async () => {
    standIn = await startStripeStandIn(clock.now);
    const { address, secretKey, webhookSecret } = standIn;
    const settings = { secretKey, publishableKey: 'pk_test', webhookSecrets: ['whsec_other', webhookSecret], address };
    stripe = createStripeProcessor(settings, clock);
  });
  const freshKey = () => {
    key = `key_${count++}`;
  };
  beforeEach(freshKey);
  after(() => standIn.close());

  async function save(name: TestMethodName): Promise<{ customer: string; answer: SetupAnswer }> {
    const owner = { kind: 'tenant', id: `tn_${key}` } as const;
    const customer = await stripe.createCustomer({ idempotencyKey: `${key} customer`, owner, name: 'Acme' }, signal());
    const kind = name.startsWith('pm_card') ? 'card' : 'bankDebit';
    const request = { idempotencyKey: `${key} setup`, customerToken: customer.externalId, kind } as const;
    const started = await stripe.startSetup(request, signal());
    assert.equal(started.state, 'started');
    assert.match(started.clientSecret!, /^seti_.*_secret_/);
    confirmSetupInFrame(standIn.state, started.externalId, name);
    return { customer: customer.externalId, answer: await stripe.lookUpSetup(started.externalId, signal()) };
  }

  async function requestOn(name: TestMethodName, amountMinor = 10_500) {
    const { customer, answer } = await save(name);
    return {
      idempotencyKey: key,
      amount: usd(amountMinor),
      customerToken: customer,
      methodToken: answer.method!.externalId,
      description: 'Milestone “Design”',
      recordedAtMs: clock.now(),
    };
  }
  const charge = async (name: TestMethodName) => {
    freshKey();
    return stripe.charge(await requestOn(name), signal());
  };
  const intents = () => standIn.state.all('payment_intent').size;

  test('a saved card and a saved bank account are described as people know them', async () => {
    const card = (await save('pm_card_visa')).answer.method!;
    assert.deepEqual([card.kind, card.label, card.expires], ['card', 'Visa ending in 4242', '2031-04']);
    key = `${key} bank`;
    const bank = (await save('pm_usBankAccount')).answer.method!;
    assert.deepEqual([bank.kind, bank.label], ['bankDebit', 'STRIPE TEST BANK ending in 6789']);
  });

  test('a card is charged off session, once for its key', async () => {
    const request = await requestOn('pm_card_visa');
    const before = intents();
    const answers = [await stripe.charge(request, signal()), await stripe.charge(request, signal())];
    assert.deepEqual(answers[0], { externalId: answers[1]!.externalId, amount: usd(10_500), state: 'succeeded' });
    assert.equal(intents(), before + 1);
    const kept = standIn.state.get('payment_intent', answers[0]!.externalId!);
    assert.deepEqual([kept.metadata, kept.description], [{ payment: key }, 'Milestone “Design”']);
    await assert.rejects(stripe.charge({ ...request, amount: usd(1) }, signal()), /same parameters/);
  });

  test('a key that Stripe has forgotten after a day does not charge again', async () => {
    const request = await requestOn('pm_card_visa');
    const first = await stripe.charge(request, signal());
    const before = intents();
    clock.advance(2 * dayMs);
    const forgotten = { ...request, idempotencyKey: key };
    standIn.forgetKeys();
    assert.equal((await stripe.charge(forgotten, signal())).externalId, first.externalId);
    assert.equal(intents(), before);
  });

  test('a declined card is declined for good: nobody can confirm it later', async () => {
    const { externalId, state, refusal } = await charge('pm_card_chargeDeclinedInsufficientFunds');
    assert.deepEqual([state, refusal], ['declined', 'insufficient_funds']);
    assert.equal(standIn.state.get('payment_intent', externalId!).status, 'canceled');
  });

  test('what Stripe refuses before anything came into being is declined without an id', async () => {
    const request = await requestOn('pm_card_visa', 1);
    const { externalId, state, refusal } = await stripe.charge(request, signal());
    assert.deepEqual([externalId, state, refusal], [null, 'declined', 'amount_too_small']);
  });

  test('a bank that asks is answered in Stripe’s frame: confirmed, refused, or given up', async () => {
    const [confirmed, refused, left] = [
      await charge('pm_card_authenticationRequired'),
      await charge('pm_card_authenticationRequired'),
      await charge('pm_card_authenticationRequired'),
    ];
    assert.equal(confirmed.state, 'actionNeeded');
    assert.match((confirmed.nextAction as { clientSecret: string }).clientSecret, /^pi_.*_secret_/);
    decidePayment(standIn.state, confirmed.externalId!, 'succeeded');
    decidePayment(standIn.state, refused.externalId!, 'failed');
    const look = (answer: { externalId: string | null }) => stripe.lookUp(answer.externalId!, signal());
    assert.equal((await look(confirmed)).state, 'succeeded');
    assert.equal((await look(refused)).state, 'declined');
    assert.equal((await stripe.cancel(left.externalId!, signal())).state, 'declined');
    // Confirmed at the last moment: the money came, so it is not given up.
    assert.equal((await stripe.cancel(confirmed.externalId!, signal())).state, 'succeeded');
  });

  test('a bank debit is processing for days, then succeeds or fails', async () => {
    const [good, bad] = [await charge('pm_usBankAccount'), await charge('pm_sepaDebit')];
    assert.deepEqual([good.state, bad.state], ['processing', 'processing']);
    decidePayment(standIn.state, good.externalId!, 'succeeded');
    decidePayment(standIn.state, bad.externalId!, 'failed');
    assert.equal((await stripe.lookUp(good.externalId!, signal())).state, 'succeeded');
    assert.equal((await stripe.lookUp(bad.externalId!, signal())).state, 'declined');
  });

  test('refunds are whole or part, never more than was paid, and may fail days later', async () => {
    const paid = await charge('pm_card_refundFail');
    const refund = (idempotencyKey: string, amountMinor: number) => {
      const recordedAtMs = clock.now();
      return stripe.refund(
        { idempotencyKey, chargeId: paid.externalId!, amount: usd(amountMinor), recordedAtMs },
        signal(),
      );
    };
    const [part, again] = [await refund('rf_1', 500), await refund('rf_1', 500)];
    assert.deepEqual([part.state, part.chargeId, again.externalId], ['processing', paid.externalId, part.externalId]);
    const over = await refund('rf_2', 10_001);
    assert.deepEqual([over.externalId, over.state, over.refusal], [null, 'failed', 'charge_already_refunded']);
    decideRefund(standIn.state, part.externalId!, 'failed');
    const looked = await stripe.lookUpRefund(part.externalId!, signal());
    assert.deepEqual([looked.state, looked.refusal], ['failed', 'lost_or_stolen_card']);
  });

  test('a bank dispute takes evidence with files once, and is won, lost or accepted', async () => {
    const dispute = async () => openDispute(standIn.state, (await charge('pm_card_createDispute')).externalId!);
    const [contested, accepted] = [await dispute(), await dispute()];
    const opened = await stripe.lookUpDispute(contested.id, signal());
    assert.deepEqual([opened.state, opened.amount, opened.reason], ['needsResponse', usd(10_500), 'fraudulent']);
    assert.equal(opened.evidenceDueAtMs, clock.now() + 7 * dayMs);
    const files = [{ name: 'chat.txt', type: 'text/plain', bytes: new TextEncoder().encode('We like it.') }];
    const evidence = {
      idempotencyKey: `${key} evidence`,
      disputeId: contested.id,
      text: 'Delivered and approved.',
      files,
    };
    assert.equal((await stripe.submitEvidence(evidence, signal())).state, 'underReview');
    const sent = standIn.state.get('dispute', contested.id).evidence as Record<string, string>;
    assert.match(sent.uncategorized_file!, /^file_/);
    decideDispute(standIn.state, contested.id, 'won');
    assert.equal((await stripe.submitEvidence({ ...evidence, idempotencyKey: 'late' }, signal())).state, 'won');
    const lost = await stripe.acceptDispute({ idempotencyKey: `${key} accept`, disputeId: accepted.id }, signal());
    assert.equal(lost.state, 'lost');
  });

  test('an answer of another type, a 404 without an error, and a failure are never taken for a charge', async () => {
    for (const fault of ['wrongObject', 'notFoundWithoutError', 'fail'] as const) {
      key = `${key} ${fault}`;
      const request = await requestOn('pm_card_visa');
      standIn.fail(/POST \/v1\/payment_intents$/, fault);
      await assert.rejects(stripe.charge(request, signal()), Error, fault);
      // Asked again with the same key, what happened is found out, and nothing happens twice.
      const before = intents();
      assert.equal((await stripe.charge(request, signal())).state, 'succeeded');
      assert.equal(intents(), fault === 'wrongObject' ? before : before + 1);
    }
  });

  test('the stand-in is strict: a parameter, a version or a key that is not documented is refused', async () => {
    const { host, port } = standIn.address;
    const ask = (headers: Record<string, string>, body: string) =>
      fetch(`http://${host}:${port}/v1/customers`, {
        method: 'POST',
        headers: { authorization: `Bearer ${standIn.secretKey}`, 'stripe-version': '2026-10-28.endive', ...headers },
        body,
      });
    const code = async (answer: Response) =>
      ((await answer.json()) as { error: { code?: string; type: string } }).error;
    assert.equal((await code(await ask({ 'idempotency-key': 'a' }, 'name=A&plan=gold'))).code, 'parameter_unknown');
    assert.equal((await code(await ask({}, 'name=A'))).type, 'idempotency_error');
    assert.equal((await ask({ 'idempotency-key': 'b', 'stripe-version': '2020-08-27' }, 'name=A')).status, 400);
    assert.equal((await ask({ 'idempotency-key': 'c', authorization: 'Bearer sk_other' }, 'name=A')).status, 401);
  });

  test('an event says only which object to look at; forged, old, future and another’s are refused', async () => {
    await charge('pm_card_visa');
    const event = standIn.events.at(-1)!;
    const { body, signature } = standIn.sign(event);
    const paid = { id: event.id, kind: 'payment_intent.succeeded' };
    const object = { kind: 'payment', id: event.data.object.id, account: null };
    assert.deepEqual(stripe.readEvent(body, signature), { ...paid, object });
    const refused = (signed: { body: string; signature: string | undefined }, code: string) =>
      assert.throws(() => stripe.readEvent(signed.body, signed.signature), { code });
    refused({ body, signature: undefined }, 'signature_missing');
    refused({ body: body.replace('pi_', 'pi_x'), signature }, 'signature_wrong');
    refused({ body, signature: signature.replace(/t=\d+/, 't=1') }, 'signature_wrong');
    refused(standIn.sign(event, { secret: 'whsec_anothers' }), 'signature_wrong');
    refused(standIn.sign(event, { atMs: clock.now() - 301_000 }), 'event_too_old');
    refused(standIn.sign(event, { atMs: clock.now() + 302_000 }), 'event_from_future');
    assert.ok(stripe.readEvent(body, standIn.sign(event, { atMs: clock.now() - 299_000 }).signature));
  });
});
