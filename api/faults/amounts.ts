import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chargeOf, type FeeSchedule, feePartOf, netOf } from '../money/fees/fee.ts';
import { add, allocate, type Money, money, subtract } from '../money/money.ts';
import { amountMaxMinor } from '../money/schema.ts';

/** Of 0, 2 and 3 decimals. */
const currencies = ['JPY', 'KRW', 'USD', 'EUR', 'KWD', 'TND'] as const;

const amounts = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: amountMaxMinor })),
    fc.constantFrom(...currencies),
  )
  .map(([minor, currency]) => money(minor, currency));
const basisPoints = fc.integer({ min: 0, max: 10_000 });

const scheduleIn = (currency: string): fc.Arbitrary<FeeSchedule> =>
  fc.oneof(
    basisPoints.map((points): FeeSchedule => ({ kind: 'flat', basisPoints: points })),
    basisPoints.map((points): FeeSchedule => ({ kind: 'perContract', basisPoints: points })),
    fc.tuple(basisPoints, basisPoints, fc.integer({ min: 1, max: 10 ** 9 })).map(
      ([first, second, upToMinor]): FeeSchedule => ({
        kind: 'sliding',
        currency,
        tiers: [
          { upToMinor, basisPoints: first },
          { upToMinor: null, basisPoints: second },
        ],
      }),
    ),
  );

type Property = { says: string; run: (runs: number) => void };

/** What must be so of every amount: each is asserted as often as it is asked for. */
export const amountProperties: readonly Property[] = [
  {
    says: 'fee and net sum to gross, for every schedule, currency and sum billed before',
    run: (runs) =>
      check(
        amounts.chain((gross) => fc.tuple(fc.constant(gross), scheduleIn(gross.currency), fc.nat({ max: 10 ** 12 }))),
        runs,
        ([gross, schedule, before]) => {
          const { fee, net } = netOf(gross, schedule, money(before, gross.currency));
          assert.deepEqual(add(fee, net), gross);
          assert.ok(fee.amountMinor >= 0 && net.amountMinor >= 0);
        },
      ),
  },
  {
    says: 'what a client pays is its parts: work, fee, initiation and tax',
    run: (runs) =>
      check(
        fc.tuple(amounts, basisPoints, fc.nat({ max: 1_000_000 }), basisPoints, fc.boolean()),
        runs,
        ([amount, points, initiationMinor, taxPoints, isFirst]) => {
          const fees = { basisPoints: points, initiationMinor };
          const charge = chargeOf(amount, fees, isFirst, { country: 'DE', basisPoints: taxPoints });
          assert.deepEqual(add(charge.amount, charge.fee, charge.initiation, charge.tax), charge.total);
          assert.equal(charge.initiation.amountMinor, isFirst ? initiationMinor : 0);
        },
      ),
  },
  {
    says: 'parts sum to the whole, however many',
    run: (runs) =>
      check(
        fc.tuple(amounts, fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 })),
        runs,
        ([whole, weights]) => assert.deepEqual(sum(allocate(whole, weights)), whole),
      ),
  },
  {
    says: 'refunds in parts give back gross and fee to the last minor unit',
    run: (runs) =>
      check(
        fc.tuple(amounts, basisPoints, fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })),
        runs,
        ([gross, points, weights]) => {
          const whole = netOf(gross, { kind: 'flat', basisPoints: points });
          let [returned, fees] = [money(0, gross.currency), money(0, gross.currency)];
          for (const part of allocate(gross, weights)) {
            const feePart = feePartOf(whole, returned, part);
            assert.ok(feePart.amountMinor >= 0 && feePart.amountMinor <= part.amountMinor);
            [returned, fees] = [add(returned, part), add(fees, feePart)];
          }
          assert.deepEqual([returned, fees], [gross, whole.fee]);
        },
      ),
  },
  {
    says: 'beyond 2^53 − 1, in mixed currencies, in parts of a minor unit or at −0 it is refused',
    run: (runs) =>
      check(
        fc.tuple(fc.integer({ min: 0, max: 10 ** 12 }), fc.constantFrom(...currencies), fc.constantFrom(...currencies)),
        runs,
        ([minor, currency, other]) => {
          const most = money(Number.MAX_SAFE_INTEGER, currency);
          assert.throws(() => add(most, money(minor + 1, currency)), RangeError);
          assert.throws(() => subtract(money(-minor - 2, currency), most), RangeError);
          for (const bad of [2 ** 53 + minor * 2, minor + 0.5, -0])
            assert.throws(() => money(bad, currency), RangeError);
          if (currency !== other) assert.throws(() => add(most, money(minor, other)), RangeError);
        },
      ),
  },
];

function check<T>(arbitrary: fc.Arbitrary<T>, runs: number, holds: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: runs });
}

function sum(parts: readonly Money[]): Money {
  return parts.reduce((one, other) => add(one, other));
}
