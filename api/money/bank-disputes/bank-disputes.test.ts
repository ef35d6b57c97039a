import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { saveTestCard } from '../../testing/payments-world.ts';
import { type TestPorts, testDeps } from '../../testing/slice-app.ts';
import { earn } from '../earnings/earn.ts';
import { chargeOf } from '../fees/fee.ts';
import type { AccountKind } from '../ledger/ledger.ts';
import { postTransfer } from '../ledger/post-transfer.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { readBalance, readSum } from '../ledger/read-ledger.ts';
import { money } from '../money.ts';
import type { PaymentPurpose } from '../payments/purpose.ts';
import type { Payment } from '../payments/read-payments.ts';
import { recordClientPayment } from '../payments/record-client-payment.ts';
import { winningWord } from '../payments/sandbox/disputes.ts';
import { settlePayment } from '../payments/settle-payment.ts';
import { watchEvents } from '../processor-events/take-event.ts';
import { paymentTakers } from '../processor-events/take-payment-news.ts';
import { acceptDispute, deliverEvidence, recordEvidence } from './answer-dispute.ts';
import { proveBankDisputes } from './prove-bank-disputes.ts';

const scope = tenantScope('tn_acme');
const doer = clockDoer('test');
const usd = (minor: number) => money(minor, 'USD');
const dayMs = 86_400_000;

describe('a bank takes a payment back', () => {
  let deps: Deps & TestPorts;
  let paying: Deps & TestPorts & { purposes: Record<string, PaymentPurpose> };
  const heard: string[] = [];
  let count = 0;

  before(async () => {
    deps = await testDeps();
    const purpose: PaymentPurpose = {
      description: 'A test',
      async posted() {},
      async voided() {},
      async disputed(_, { subjectId }) {
        heard.push(`${subjectId} disputed`);
        return [];
      },
      disputeEnded: async (_, { subjectId }, __, outcome) => void heard.push(`${subjectId} ${outcome}`),
    };
    paying = { ...deps, purposes: { milestoneFunding: purpose } };
    watchEvents({ ...paying, takers: paymentTakers(paying) });
  });
  after(() => deps.database.close());

  const balance = async (kind: AccountKind, ownerId: string) =>
    (await readBalance(deps.database.db, { kind, ownerId }, 'USD')).availableMinor;
  const loss = () => readSum(deps.database.db, { kind: 'chargebackLoss', ownerId: scope.tenantId }, 'USD');

  /** 1,000.00 with a fee of 50.00; 600.00 of it are earned by a freelancer of its own, net 540.00. */
  async function payAndEarn(): Promise<{ payment: Payment; escrow: string; freelancer: string }> {
    const [escrow, freelancer, contractId] = [`ms_${++count}`, `fr_${count}`, `ct_${count}`];
    const methodId = await saveTestCard(paying, { kind: 'tenant', id: scope.tenantId }, 'sandbox_card_dispute');
    const { id } = await deps.database.transaction((trx) =>
      recordClientPayment(trx, paying, scope, doer, {
        purpose: 'milestoneFunding',
        subject: { kind: 'milestone', id: escrow },
        contractId,
        freelancerId: freelancer,
        team: null,
        costCenter: null,
        purchaseOrder: null,
        charge: chargeOf(usd(100_000), { basisPoints: 500, initiationMinor: 0 }, false),
        destination: [{ account: { kind: 'escrow', ownerId: escrow }, amount: usd(100_000) }],
        source: { kind: 'method', methodId },
        details: {},
        description: 'Milestone',
      }),
    );
    const payment = await settlePayment(paying, id);
    await deps.database.transaction((trx) =>
      earn(trx, paying, scope, {
        key: `release ${escrow}`,
        freelancerId: freelancer,
        contractId,
        subject: { kind: 'milestone', id: escrow },
        gross: usd(60_000),
        from: { kind: 'escrow', ownerId: escrow },
        schedule: { kind: 'flat', basisPoints: 1000 },
      }),
    );
    return { payment, escrow, freelancer };
  }

  async function dispute(payment: Payment) {
    deps.clock.advance(3 * dayMs);
    await deps.jobs.runDue();
    const { db } = deps.database;
    return db.selectFrom('bankDisputes').selectAll().where('paymentId', '=', payment.id).executeTakeFirstOrThrow();
  }

  test('what is in escrow and what was earned is frozen, the rest is our loss; won, everything is where it was', async () => {
    const { payment, escrow, freelancer } = await payAndEarn();
    const opened = await dispute(payment);
    const held = () => balance('disputeHold', opened.id);
    const all = async () => [
      await balance('escrow', escrow),
      await balance('freelancerPending', freelancer),
      await loss(),
    ];
    assert.deepEqual([await held(), ...(await all())], [105_000, 0, 0, -5000]);
    const text = `They approved it in writing: ${winningWord}.`;
    await deps.database.transaction((trx) => recordEvidence(trx, paying, doer, opened.id, { text, attachmentIds: [] }));
    assert.equal((await deliverEvidence(paying, opened.id)).state, 'underReview');
    deps.clock.advance(dayMs);
    await deps.jobs.runDue();
    assert.deepEqual([await held(), ...(await all())], [0, 40_000, 54_000, 0]);
    assert.deepEqual(heard.splice(0), [`${escrow} disputed`, `${escrow} won`]);
    await assert.rejects(acceptDispute(paying, opened.id), { code: 'bank_dispute_won' });
  });

  test('what was paid out is not taken twice; lost, the frozen goes to the bank and the rest stays our loss', async () => {
    const { payment, escrow, freelancer } = await payAndEarn();
    const out = { account: { kind: 'freelancerPending', ownerId: freelancer }, amount: usd(-44_000) } as const;
    const to = { account: { kind: 'processor', ownerId: 'bank' }, amount: usd(44_000) } as const;
    const gone = { key: `gone ${freelancer}`, kind: 'test', tenantId: null, subject: { kind: 'test', id: freelancer } };
    await deps.database.transaction((trx) => postTransfer(trx, deps, { ...gone, entries: [out, to] }));
    const before = await loss();
    const opened = await dispute(payment);
    const remaining = await balance('freelancerPending', freelancer);
    assert.ok(remaining >= 0 && remaining <= 1, `${remaining} left`);
    // 400.00 in escrow and some 111.11 gross of what was earned; the rest of 1,050.00 is lost.
    assert.equal(Math.round((before - (await loss())) / 100), 539);
    assert.equal(await balance('disputeHold', opened.id), 105_000);
    assert.equal((await acceptDispute(paying, opened.id)).state, 'lost');
    assert.equal(await balance('disputeHold', opened.id), 0);
    assert.deepEqual(heard.splice(0), [`${escrow} disputed`, `${escrow} lost`]);
  });

  test('without evidence it is lost when the time for it is over', async () => {
    const { payment } = await payAndEarn();
    const opened = await dispute(payment);
    deps.clock.advance(7 * dayMs);
    await deps.jobs.runDue();
    const { state } = await deps.database.db
      .selectFrom('bankDisputes')
      .select('state')
      .where('id', '=', opened.id)
      .executeTakeFirstOrThrow();
    assert.equal(state, 'lost');
  });

  test('accounts and disputes agree', async () => {
    assert.deepEqual((await proveLedger(deps.database.db, [proveBankDisputes])).broken, []);
  });
});
