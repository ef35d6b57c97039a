import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { readSum } from '../ledger/read-ledger.ts';
import type { ChargeAnswer, PaymentProcessor } from './processor.ts';
import { provePayments } from './prove-payments.ts';
import { recordPayment } from './record-payment.ts';
import { settlePayment } from './settle-payment.ts';
import type { PaymentRow } from './table.ts';
import { watchPayments } from './watch-payments.ts';

const price = { amountMinor: 300, currency: 'USD' };
const sales = { kind: 'connectsSales', ownerId: '' } as const;

/** Only who is meant to be silent is not waited for. */
const silenceMs = (changed: object) => (Object.keys(changed).length > 0 ? 50 : 20_000);

describe('payments', () => {
  let deps: Deps & TestPorts;
  const ends: { id: string; outcome: string; isLate: boolean }[] = [];
  const purposes = {
    test: {
      description: 'A test',
      posted: async (_: unknown, { id }: PaymentRow, isLate: boolean) =>
        void ends.push({ id, outcome: 'posted', isLate }),
      voided: async (_: unknown, { id }: PaymentRow, isLate: boolean) =>
        void ends.push({ id, outcome: 'voided', isLate }),
    },
  };
  before(async () => {
    deps = await testDeps();
    watchPayments({ ...deps, purposes });
  });
  after(() => deps.database.close());

  const record = (methodToken = 'sandbox_card_success') =>
    deps.database.transaction((trx) =>
      recordPayment(trx, deps, {
        payer: { kind: 'freelancer', id: 'fr_1', personId: null },
        purpose: 'test',
        details: {},
        description: 'A test',
        amount: price,
        method: { id: null, customerToken: null, token: methodToken, label: 'a card' },
        entries: [{ account: sales, amount: price }],
      }),
    );
  const settle = (id: string, changed: Partial<PaymentProcessor> = {}) =>
    settlePayment(
      { ...deps, purposes, processor: { ...deps.processor, ...changed }, processorTimeoutMs: silenceMs(changed) },
      id,
    );
  const endsOf = (id: string) => ends.filter((end) => end.id === id).map(({ outcome }) => outcome);
  const sold = () => readSum(deps.database.db, sales, 'USD');
  const charges = async () =>
    (await deps.database.db.selectFrom('sandboxCharges').select('idempotencyKey').execute()).map(
      ({ idempotencyKey }) => idempotencyKey,
    );
  const proven = async () => (await proveLedger(deps.database.db, [provePayments])).broken;

  test('a card that is charged posts the payment, one that is declined voids it', async () => {
    const before = await sold();
    const [paid, declined] = [await record(), await record('sandbox_card_decline')];
    assert.equal(await sold(), before);
    assert.equal((await settle(paid.id)).state, 'posted');
    const refused = await settle(declined.id);
    assert.deepEqual([refused.state, refused.refusal], ['voided', 'insufficient_funds']);
    assert.equal(await sold(), before + 300);
    assert.deepEqual([endsOf(paid.id), endsOf(declined.id)], [['posted'], ['voided']]);
  });

  test('settled by 16 at once a payment is charged once and booked once', async () => {
    const before = await sold();
    const { id } = await record();
    const all = await Promise.all(Array.from({ length: 16 }, () => settle(id)));
    assert.deepEqual(new Set(all.map(({ state }) => state)), new Set(['posted']));
    assert.deepEqual(endsOf(id), ['posted']);
    assert.equal(await sold(), before + 300);
    assert.equal((await charges()).filter((key) => key === id).length, 1);
  });

  test('⏱ what the processor decides later is booked by the clock, and whoever paid is told of it as late', async () => {
    const [paid, declined] = [await record('sandbox_card_delay'), await record('sandbox_card_delay_decline')];
    for (const { id } of [paid, declined]) assert.equal((await settle(id)).state, 'pending');
    deps.clock.advance(61_000);
    await deps.jobs.runDue();
    assert.deepEqual([endsOf(paid.id), endsOf(declined.id)], [['posted'], ['voided']]);
    const late = ends.filter(({ id }) => id === paid.id || id === declined.id);
    assert.ok(late.every(({ isLate }) => isLate));
  });

  test('a crash between the processor’s yes and our commit: the clock asks again, one charge, one transfer', async () => {
    const before = await sold();
    for (let n = 0; n < 20; n++) {
      const { id } = await record();
      const { amountMinor, currency, methodToken } = (await deps.database.db
        .selectFrom('payments')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst())!;
      const charged = { amount: { amountMinor, currency }, customerToken: null, methodToken };
      const request = { idempotencyKey: id, description: '', recordedAtMs: 0, ...charged };
      await deps.processor.charge(request, new AbortController().signal);
    }
    deps.clock.advance(61_000);
    await deps.jobs.runDue();
    assert.equal(await sold(), before + 20 * 300);
    assert.deepEqual(await proven(), []);
  });

  test('a processor that hangs after its yes leaves the payment pending; asked again it was charged once', async () => {
    const { id } = await record();
    const hangs: PaymentProcessor['charge'] = async (request, signal) => {
      await deps.processor.charge(request, signal);
      return new Promise(() => {});
    };
    assert.equal((await settle(id, { charge: hangs })).state, 'pending');
    assert.equal((await settle(id)).state, 'posted');
    assert.equal((await charges()).filter((key) => key === id).length, 1);
  });

  test('an answer that cannot be is not booked: wrong id, wrong amount, wrong currency, unknown state', async () => {
    const right: ChargeAnswer = { externalId: 'sbx_right', amount: price, state: 'succeeded' };
    const wrong: object[] = [
      { externalId: 'ch_other' },
      { externalId: '' },
      { amount: { amountMinor: 3, currency: 'USD' } },
      { amount: { amountMinor: 300, currency: 'EUR' } },
      { state: 'missing' },
    ];
    for (const part of wrong) {
      const before = await sold();
      const { id } = await record();
      const answer = async () => ({ ...right, ...part }) as ChargeAnswer;
      assert.equal((await settle(id, { charge: answer })).state, 'pending', JSON.stringify(part));
      assert.deepEqual([endsOf(id), await sold()], [[], before]);
      await settle(id);
    }
  });

  test('an id that the processor gave for another payment is not booked a second time', async () => {
    const before = await sold();
    const [one, other] = [await record(), await record()];
    const { externalId } = await settle(one.id);
    const same = async () => ({ externalId: externalId!, amount: price, state: 'succeeded' }) as const;
    assert.equal((await settle(other.id, { charge: same })).state, 'pending');
    assert.equal(await sold(), before + 300);
    assert.equal((await settle(other.id)).state, 'posted');
    assert.equal(await sold(), before + 600);
    assert.deepEqual(await proven(), []);
  });

  test('the sandbox charges a key once, for one amount, and only cards it gave out', async () => {
    const signal = new AbortController().signal;
    const charged = { amount: price, customerToken: null, methodToken: 'sandbox_card_success' };
    const request = { idempotencyKey: 'pay_x', description: '', recordedAtMs: 0, ...charged };
    const [first, again] = [await deps.processor.charge(request, signal), await deps.processor.charge(request, signal)];
    assert.equal(first.externalId, again.externalId);
    const more = { ...request, amount: { ...price, amountMinor: 301 } };
    await assert.rejects(deps.processor.charge(more, signal), /another amount/);
    await assert.rejects(deps.processor.charge({ ...request, methodToken: 'tok_visa' }, signal), /did not give out/);
    assert.equal(await deps.processor.describeMethod('constructor'), undefined);
  });

  test('the proof finds a payment that stands otherwise than its transfer or the processor’s record', async () => {
    const { id } = await record();
    const { externalId } = await settle(id);
    const { db } = deps.database;
    await db.updateTable('payments').set({ state: 'voided' }).where('id', '=', id).execute();
    assert.match((await proven()).join(), /is voided; its transfer .* is posted/);
    await db.updateTable('payments').set({ state: 'posted' }).where('id', '=', id).execute();
    await db.deleteFrom('sandboxCharges').where('externalId', '=', externalId).execute();
    assert.match((await proven()).join(), /the sandbox has no such charge/);
  });
});
