import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { saveTestCard } from '../../testing/payments-world.ts';
import { type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { chargeOf } from '../fees/fee.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { readBalance, readSum } from '../ledger/read-ledger.ts';
import { money } from '../money.ts';
import type { FundingSource } from '../payments/payment.ts';
import { provePayments } from '../payments/prove-payments.ts';
import type { PaymentPurpose } from '../payments/purpose.ts';
import { type Payment, readPayment } from '../payments/read-payments.ts';
import { recordClientPayment } from '../payments/record-client-payment.ts';
import { settlePayment } from '../payments/settle-payment.ts';
import { watchPayments } from '../payments/watch-payments.ts';
import { proveRefunds } from './prove-refunds.ts';
import { type Refund, refundPayment } from './refund-payment.ts';
import { settleRefund, watchRefunds } from './settle-refund.ts';

const scope = tenantScope('tn_acme');
const doer = clockDoer('test');
const usd = (minor: number) => money(minor, 'USD');
const dayMs = 86_400_000;

/** Only who is meant to be silent is not waited for. */
const silenceMs = (changed: object) => (Object.keys(changed).length > 0 ? 50 : 20_000);

describe('refunds', () => {
  let deps: Deps & TestPorts;
  let paying: Deps & TestPorts & { purposes: Record<string, PaymentPurpose> };
  const ended: string[] = [];
  let count = 0;

  before(async () => {
    deps = await testDeps();
    const purpose: PaymentPurpose = {
      description: 'A test',
      async posted() {},
      async voided() {},
      refundEnded: async (_, __, { id }, outcome) => void ended.push(`${id} ${outcome}`),
    };
    paying = { ...deps, purposes: { prefund: purpose, milestoneFunding: purpose } };
    watchPayments(paying);
    watchRefunds(paying);
  });
  after(() => deps.database.close());

  const balanceOf = async (kind: 'escrow' | 'clientFunding', ownerId: string) =>
    (await readBalance(deps.database.db, { kind, ownerId }, 'USD')).availableMinor;
  const card = async (name: Parameters<typeof saveTestCard>[2]): Promise<FundingSource> => ({
    kind: 'method',
    methodId: await saveTestCard(paying, { kind: 'tenant', id: scope.tenantId }, name),
  });

  /** 1,000.00 into an escrow of its own, with 5 % for us and 20 % tax on that. */
  async function pay(source: FundingSource): Promise<Payment> {
    const subject = { kind: 'milestone', id: `ms_${count++}` };
    const fee = { basisPoints: 500, initiationMinor: 1000 };
    const charge = chargeOf(usd(100_000), fee, true, { country: 'DE', basisPoints: 2000 });
    const { id } = await deps.database.transaction((trx) =>
      recordClientPayment(trx, paying, scope, doer, {
        purpose: 'milestoneFunding',
        subject,
        contractId: 'ct_1',
        freelancerId: 'fr_1',
        team: null,
        costCenter: null,
        purchaseOrder: null,
        charge,
        destination: [{ account: { kind: 'escrow', ownerId: subject.id }, amount: usd(100_000) }],
        source,
        details: {},
        description: 'Milestone',
      }),
    );
    return settlePayment(paying, id);
  }

  const refund = (payment: Payment, amountMinor: number, withFee = true, key = `key ${count++}`): Promise<Refund> =>
    deps.database.transaction((trx) =>
      refundPayment(trx, paying, scope, doer, {
        key,
        paymentId: payment.id,
        amount: usd(amountMinor),
        out: [{ account: { kind: 'escrow', ownerId: payment.subjectId }, amount: usd(-amountMinor) }],
        withFee,
        reason: 'Not needed',
      }),
    );

  test('parts go back with their part of fee and tax, and sum to exactly the whole; the initiation fee stays', async () => {
    const payment = await pay(await card('sandbox_card_success'));
    assert.equal(payment.amountMinor, 100_000 + 5000 + 1000 + 1200);
    const parts = [];
    for (const amount of [33_333, 33_333, 33_334]) parts.push(await refund(payment, amount));
    assert.deepEqual(
      parts.map(({ feeMinor }) => feeMinor).reduce((a, b) => a + b),
      5000,
    );
    assert.deepEqual(
      parts.map(({ taxMinor }) => taxMinor).reduce((a, b) => a + b),
      1000,
    );
    for (const { id } of parts) assert.equal((await settleRefund(paying, id)).state, 'posted');
    const { db } = deps.database;
    assert.equal(await balanceOf('escrow', payment.subjectId), 0);
    assert.equal(await readSum(db, { kind: 'platformFees', ownerId: 'initiation' }, 'USD'), 1000);
    assert.deepEqual(
      ended.splice(0),
      parts.map(({ id }) => `${id} posted`),
    );
    await assert.rejects(refund(payment, 1), { code: 'refund_over_payment' });
  });

  test('asked for twice by one key it happens once; 16 at once never give back more than was paid', async () => {
    const payment = await pay(await card('sandbox_card_success'));
    const [one, again] = [await refund(payment, 10_000, false, 'same'), await refund(payment, 10_000, false, 'same')];
    assert.equal(one.id, again.id);
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => refund(payment, 20_000, false)));
    const given = tries.filter(({ status }) => status === 'fulfilled').length;
    assert.ok(given >= 1 && given <= 4, `${given} of 16`);
    assert.equal((await readPayment(deps.database.db, payment.id)).refundedMinor, 10_000 + given * 20_000);
  });

  test('what the processor will not give back is where it was, and can be given back again', async () => {
    const payment = await pay(await card('sandbox_card_refund_fails'));
    const { id } = await refund(payment, 40_000);
    assert.equal((await settleRefund(paying, id)).state, 'pending');
    assert.equal(await balanceOf('escrow', payment.subjectId), 60_000);
    deps.clock.advance(61_000);
    await deps.jobs.runDue();
    const failed = await settleRefund(paying, id);
    assert.deepEqual([failed.state, failed.refusal], ['voided', 'lost_or_stolen_card']);
    assert.equal(await balanceOf('escrow', payment.subjectId), 100_000);
    assert.equal((await readPayment(deps.database.db, payment.id)).refundedMinor, 0);
    assert.ok(ended.splice(0).includes(`${id} voided`));
    assert.equal((await refund(payment, 100_000)).state, 'pending');
  });

  test('a processor that hangs or answers of another charge is asked again: given back once', async () => {
    const payment = await pay(await card('sandbox_card_success'));
    const { id } = await refund(payment, 50_000);
    const hangs = async (...asked: Parameters<typeof deps.processor.refund>) => {
      await deps.processor.refund(...asked);
      return new Promise<never>(() => {});
    };
    const settle = (changed: Partial<typeof deps.processor>) =>
      settleRefund(
        { ...paying, processor: { ...deps.processor, ...changed }, processorTimeoutMs: silenceMs(changed) },
        id,
      );
    assert.equal((await settle({ refund: hangs })).state, 'pending');
    const other = async (...asked: Parameters<typeof deps.processor.refund>) => ({
      ...(await deps.processor.refund(...asked)),
      chargeId: 'sbx_other',
    });
    assert.equal((await settle({ refund: other })).state, 'pending');
    assert.equal((await settle({})).state, 'posted');
    const kept = await deps.database.db
      .selectFrom('sandboxRefunds')
      .selectAll()
      .where('idempotencyKey', '=', id)
      .execute();
    assert.equal(kept.length, 1);
  });

  test('what the balance paid is on it again at once', async () => {
    const source = await card('sandbox_card_success');
    const { id } = await deps.database.transaction((trx) =>
      recordClientPayment(trx, paying, scope, doer, {
        purpose: 'prefund',
        subject: { kind: 'tenant', id: scope.tenantId },
        contractId: null,
        freelancerId: null,
        team: null,
        costCenter: null,
        purchaseOrder: null,
        charge: chargeOf(usd(200_000), { basisPoints: 0, initiationMinor: 0 }, false),
        destination: [{ account: { kind: 'clientFunding', ownerId: scope.tenantId }, amount: usd(200_000) }],
        source,
        details: {},
        description: 'Balance',
      }),
    );
    await settlePayment(paying, id);
    const payment = await pay({ kind: 'balance' });
    assert.equal(payment.state, 'posted');
    assert.equal(await balanceOf('clientFunding', scope.tenantId), 200_000 - 107_200);
    assert.equal((await refund(payment, 100_000)).state, 'posted');
    assert.equal(await balanceOf('clientFunding', scope.tenantId), 200_000 - 1200);
    await assert.rejects(pay({ kind: 'credit' }), { code: 'no_credit_line' });
  });

  test('180 days after it was paid nothing is given back any more, and never another tenant’s', async () => {
    const payment = await pay(await card('sandbox_card_success'));
    const stranger = tenantScope('tn_globex');
    const asked = { key: 'theirs', paymentId: payment.id, amount: usd(100), withFee: false, reason: 'Mine' };
    const out = [{ account: { kind: 'escrow', ownerId: payment.subjectId } as const, amount: usd(-100) }];
    await assert.rejects(
      deps.database.transaction((trx) => refundPayment(trx, paying, stranger, doer, { ...asked, out })),
      { status: 404 },
    );
    deps.clock.advance(180 * dayMs);
    assert.equal((await refund(payment, 100)).state, 'pending');
    deps.clock.advance(60_000);
    await assert.rejects(refund(payment, 100), { code: 'refund_too_late' });
  });

  test('states and accounts agree', async () => {
    await deps.jobs.runDue();
    assert.deepEqual((await proveLedger(deps.database.db, [provePayments, proveRefunds])).broken, []);
  });
});
