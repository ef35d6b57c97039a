import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { add, fractionOf, type Money } from '../money.ts';
import { chargeOf, type FeeSchedule, netOf } from './fee.ts';
import { feePolicy } from './policy.ts';

const usd = (amountMinor: number): Money => ({ amountMinor, currency: 'USD' });
const flat: FeeSchedule = { kind: 'flat', basisPoints: 1000 };
const sliding: FeeSchedule = {
  kind: 'sliding',
  currency: 'USD',
  tiers: [
    { upToMinor: 50_000, basisPoints: 2000 },
    { upToMinor: 1_000_000, basisPoints: 1000 },
    { upToMinor: null, basisPoints: 500 },
  ],
};

// biome-ignore format: a line each reads as a table
const golden: [name: string, gross: Money, schedule: FeeSchedule, billedBefore: number, fee: number, net: number][] = [
  ['sliding on 600.00', usd(60_000), sliding, 0, 11_000, 49_000],
  ['12 h × 22.22', fractionOf(usd(2222), 12, 1), flat, 0, 2666, 23_998],
  ['12 h × 27.78', fractionOf(usd(2778), 12, 1), flat, 0, 3334, 30_002],
  ['sliding up to the first step', usd(50_000), sliding, 0, 10_000, 40_000],
  ['sliding within the second step', usd(10_000), sliding, 60_000, 1000, 9000],
  ['sliding across all steps', usd(1_100_000), sliding, 0, 110_000, 990_000],
  ['sliding above all steps', usd(10_000), sliding, 2_000_000, 500, 9500],
  ['a contract of its own', usd(10_001), { kind: 'perContract', basisPoints: 350 }, 0, 350, 9651],
  ['nothing', usd(0), sliding, 0, 0, 0],
];

describe('fees', () => {
  for (const [name, gross, schedule, billedBefore, fee, net] of golden) {
    test(`${name}: fee ${fee}, net ${net}`, () => {
      assert.deepEqual(netOf(gross, schedule, usd(billedBefore)), { gross, fee: usd(fee), net: usd(net) });
    });
  }

  test('fee and net sum to the gross amount, whatever it is and whatever was billed before', () => {
    const amounts = fc.integer({ min: 0, max: 10 ** 12 });
    const schedules = fc.constantFrom(flat, sliding, { kind: 'perContract', basisPoints: 333 } as const);
    fc.assert(
      fc.property(amounts, amounts, schedules, (gross, before, schedule) => {
        const { fee, net } = netOf(usd(gross), schedule, usd(before));
        assert.deepEqual(add(fee, net), usd(gross));
        assert.ok(fee.amountMinor >= 0 && net.amountMinor >= 0);
      }),
      { numRuns: 100_000 },
    );
  });

  test('a sliding fee hardly depends on where payments are cut: by half a minor unit each', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(parts, (payments) => {
        let before = 0;
        let fees = 0;
        for (const payment of payments) {
          fees += netOf(usd(payment), sliding, usd(before)).fee.amountMinor;
          before += payment;
        }
        assert.ok(Math.abs(fees - netOf(usd(before), sliding).fee.amountMinor) <= (payments.length + 1) / 2);
      }),
    );
  });

  test('a sliding schedule says nothing about another currency', () => {
    assert.throws(() => netOf({ amountMinor: 1, currency: 'EUR' }, sliding), /currency_mixed/);
  });

  test('the client pays its percentage on top, and an initiation once a contract', () => {
    const fee = { basisPoints: 500, initiationMinor: 499 };
    assert.deepEqual(chargeOf(usd(10_010), fee, true), {
      amount: usd(10_010),
      fee: usd(501),
      initiation: usd(499),
      tax: usd(0),
      taxCountry: '',
      total: usd(11_010),
    });
    assert.equal(chargeOf(usd(10_010), fee, false).total.amountMinor, 10_511);
  });

  test('unless set otherwise: freelancers 10 %, clients 5 %, initiation nothing', () => {
    const { freelancer, client } = feePolicy.schema.parse(feePolicy.defaults);
    assert.equal(netOf(usd(10_000), freelancer as FeeSchedule).net.amountMinor, 9000);
    assert.deepEqual(client, { basisPoints: 500, initiationMinor: 0 });
  });

  test('a policy whose tiers do not ascend to no limit is refused', () => {
    const withTiers = (tiers: unknown[]) =>
      feePolicy.schema.safeParse({ ...feePolicy.defaults, freelancer: { ...sliding, tiers } }).success;
    assert.equal(withTiers([...sliding.tiers]), true);
    assert.equal(withTiers([...sliding.tiers].reverse()), false);
    assert.equal(withTiers([{ upToMinor: 100, basisPoints: 10 }]), false);
  });
});
