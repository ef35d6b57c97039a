import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Deps } from '../../deps.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TestPorts } from '../../testing/slice-app.ts';
import { testDeps } from '../../testing/slice-app.ts';
import { type FeeSchedule, feePartOf } from '../fees/fee.ts';
import { postTransfer } from '../ledger/post-transfer.ts';
import { proveLedger } from '../ledger/prove-ledger.ts';
import { readBalance } from '../ledger/read-ledger.ts';
import { type Money, money } from '../money.ts';
import { earn } from './earn.ts';
import { proveEarnings } from './prove-earnings.ts';
import { getEarning, listEarningsOf, quoteEarning } from './read-earnings.ts';
import { watchEarnings } from './settle-earnings.ts';
import { restoreEarning, takeBackEarning } from './take-back-earning.ts';

const scope = tenantScope('tn_earn');
const dayMs = 86_400_000;
const flat: FeeSchedule = { kind: 'flat', basisPoints: 1000 };
const sliding: FeeSchedule = {
  kind: 'sliding',
  currency: 'USD',
  tiers: [
    { upToMinor: 50_000, basisPoints: 2000 },
    { upToMinor: null, basisPoints: 1000 },
  ],
};
const usd = (amountMinor: number): Money => money(amountMinor, 'USD');

describe('earnings', () => {
  let deps: Deps & TestPorts;
  before(async () => {
    deps = await testDeps();
    watchEarnings(deps);
  });
  after(() => deps.database.close());

  const escrow = (id: string) => ({ kind: 'escrow', ownerId: id }) as const;
  const fund = (id: string, amount: Money) =>
    deps.database.transaction((trx) =>
      postTransfer(trx, deps, {
        key: `fund ${id}`,
        kind: 'test',
        tenantId: scope.tenantId,
        subject: { kind: 'milestone', id },
        entries: [
          { account: { kind: 'processor', ownerId: 'test' }, amount: money(-amount.amountMinor, amount.currency) },
          { account: escrow(id), amount },
        ],
      }),
    );
  const release = (freelancerId: string, id: string, gross: Money, schedule: FeeSchedule = flat) =>
    deps.database.transaction((trx) =>
      earn(trx, deps, scope, {
        key: `release ${id}`,
        freelancerId,
        contractId: 'ct_1',
        subject: { kind: 'milestone', id },
        gross,
        from: escrow(id),
        schedule,
      }),
    );
  const earned = async (freelancerId: string, id: string, gross: Money, schedule: FeeSchedule = flat) => {
    await fund(id, gross);
    return release(freelancerId, id, gross, schedule);
  };
  const takeBack = (earningId: string, key: string, gross: Money) =>
    deps.database.transaction((trx) =>
      takeBackEarning(trx, deps, scope, { key, earningId, gross, to: [{ account: escrow(key), amount: gross }] }),
    );
  const balances = async (ownerId: string) => {
    const { db } = deps.database;
    const of = (kind: 'freelancerPending' | 'freelancerAvailable') => readBalance(db, { kind, ownerId }, 'USD');
    return [(await of('freelancerPending')).availableMinor, (await of('freelancerAvailable')).availableMinor];
  };
  const get = (id: string) => getEarning(deps.database.db, scope, id);
  const proven = async () => (await proveLedger(deps.database.db, [proveEarnings])).broken;

  test('what was earned waits five days, then is available, once', async () => {
    const { id } = await earned('fr_wait', 'ms_wait', usd(10_000));
    assert.deepEqual(await balances('fr_wait'), [9000, 0]);
    deps.clock.advance(5 * dayMs - 1000);
    await deps.jobs.runDue();
    assert.deepEqual(await balances('fr_wait'), [9000, 0]);
    deps.clock.advance(300_000);
    await deps.jobs.runDue();
    assert.deepEqual(await balances('fr_wait'), [0, 9000]);
    assert.equal((await get(id)).state, 'available');
    const events = await deps.database.db
      .selectFrom('outboxEvents')
      .select('payload')
      .where('kind', '=', 'earningAvailable')
      .execute();
    const heard = events.map(({ payload }) => JSON.parse(payload).earningId);
    assert.deepEqual(heard, [id]);
  });

  test('16 releases at the same moment have the sliding fees of one after the other', async () => {
    const ids = Array.from({ length: 16 }, (_, n) => `ms_slide${n}`);
    for (const id of ids) await fund(id, usd(10_000));
    const all = await Promise.all(ids.map((id) => release('fr_slide', id, usd(10_000), sliding)));
    const fees = all.reduce((sum, { fee }) => sum + fee.amountMinor, 0);
    assert.equal(fees, 50_000 * 0.2 + 110_000 * 0.1);
    const quote = { freelancerId: 'fr_slide', gross: usd(10_000), schedule: sliding };
    assert.equal((await quoteEarning(deps.database.db, scope, quote)).fee.amountMinor, 1000);
    assert.deepEqual(await proven(), []);
  });

  test('a key earns once, and asking again bills nothing more', async () => {
    await fund('ms_key', usd(500));
    const [one, other] = await Promise.all([
      release('fr_key', 'ms_key', usd(500)),
      release('fr_key', 'ms_key', usd(500)),
    ]);
    assert.equal(one.id, other.id);
    assert.deepEqual(await balances('fr_key'), [450, 0]);
    assert.deepEqual(await proven(), []);
  });

  test('an escrow that holds less gives nothing, and nothing is billed', async () => {
    await fund('ms_less', usd(499));
    await assert.rejects(release('fr_less', 'ms_less', usd(500)), { status: 409, code: 'balance_too_low' });
    assert.deepEqual(await listEarningsOf(deps.database.db, { freelancerId: 'fr_less' }), []);
    assert.deepEqual(await proven(), []);
  });

  test('refunds in parts give back exactly what was earned, its fee included, and what was billed', async () => {
    const { id } = await earned('fr_parts', 'ms_parts', usd(10_007));
    for (const [n, part] of [3333, 3333, 3341].entries()) await takeBack(id, `part ${n}`, usd(part));
    const back = await get(id);
    assert.deepEqual([back.state, back.returnedGross, back.returnedNet], ['reversed', back.gross, back.net]);
    assert.deepEqual(await balances('fr_parts'), [0, 0]);
    assert.equal((await takeBack(id, 'part 0', usd(3333))).isNew, false);
    await assert.rejects(takeBack(id, 'too much', usd(1)), { status: 422, code: 'amount_over_earning' });
    assert.deepEqual(await proven(), []);
  });

  test('what is taken back before the security period ends is not settled; what was taken out cannot come back', async () => {
    const { id } = await earned('fr_half', 'ms_half', usd(10_000));
    await takeBack(id, 'half', usd(4000));
    deps.clock.advance(6 * dayMs);
    await deps.jobs.runDue();
    assert.deepEqual(await balances('fr_half'), [0, 5400]);
    await deps.database.transaction((trx) =>
      postTransfer(trx, deps, {
        key: 'payout half',
        kind: 'test',
        tenantId: null,
        subject: { kind: 'payout', id: 'po_half' },
        entries: [
          { account: { kind: 'freelancerAvailable', ownerId: 'fr_half' }, amount: usd(-5000) },
          { account: { kind: 'payoutClearing', ownerId: 'po_half' }, amount: usd(5000) },
        ],
      }),
    );
    await assert.rejects(takeBack(id, 'gone', usd(6000)), { status: 409, code: 'balance_too_low' });
  });

  test('a refund that did not arrive is restored, and settles again', async () => {
    const { id } = await earned('fr_again', 'ms_again', usd(10_001));
    await takeBack(id, 'back', usd(10_001));
    const giveBack = () =>
      deps.database.transaction((trx) =>
        restoreEarning(trx, deps, scope, {
          key: 'restore',
          earningId: id,
          gross: usd(10_001),
          from: [{ account: escrow('back'), amount: usd(-10_001) }],
        }),
      );
    assert.equal((await giveBack()).isNew, true);
    assert.equal((await giveBack()).isNew, false);
    assert.deepEqual(await balances('fr_again'), [9001, 0]);
    deps.clock.advance(6 * dayMs);
    await deps.jobs.runDue();
    assert.deepEqual(await balances('fr_again'), [0, 9001]);
    assert.deepEqual(await proven(), []);
  });

  test('another tenant’s earning is not there', async () => {
    const { id } = await earned('fr_other', 'ms_other', usd(100));
    await assert.rejects(getEarning(deps.database.db, tenantScope('tn_else'), id), { status: 404 });
  });

  test('the fee parts of any refunds sum to the whole fee', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 10_000 }), (refunds, basisPoints) => {
        const gross = usd(refunds.reduce((sum, part) => sum + part, 0));
        const fee = usd(Math.floor((gross.amountMinor / 10_000) * basisPoints));
        let [returned, fees] = [0, 0];
        for (const part of refunds) {
          const feePart = feePartOf({ gross, fee }, usd(returned), usd(part)).amountMinor;
          assert.ok(feePart >= 0 && feePart <= part);
          returned += part;
          fees += feePart;
        }
        assert.equal(fees, fee.amountMinor);
      }),
      { numRuns: 1000 },
    );
  });
});
