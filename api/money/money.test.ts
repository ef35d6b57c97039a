import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isKnownCurrency } from './currencies.ts';
import {
  add,
  allocate,
  basisPointsOf,
  compare,
  currencyDecimals,
  decimalText,
  formatMoney,
  fractionOf,
  type Money,
  money,
  subtract,
} from './money.ts';
import { amountMaxMinor, amountOf, moneySchema } from './schema.ts';

const usd = (amountMinor: number): Money => ({ amountMinor, currency: 'USD' });
const anyAmount = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1_000_000, max: 1_000_000 })).map((n) => n + 0);
const runs = { numRuns: 20_000 };

describe('money', () => {
  test('an amount is a whole number of minor units within 2^53, and never -0', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53), -0])
      assert.throws(() => money(bad, 'USD'), RangeError);
    assert.deepEqual(money(2 ** 53 - 1, 'USD'), usd(2 ** 53 - 1));
  });

  test('sums and differences are exact or refused', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => {
        for (const [sum, exact] of [
          [() => add(usd(a), usd(b)), BigInt(a) + BigInt(b)],
          [() => subtract(usd(a), usd(b)), BigInt(a) - BigInt(b)],
        ] as const) {
          const isSafe = exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER);
          if (!isSafe) assert.throws(sum, RangeError);
          else {
            assert.equal(BigInt(sum().amountMinor), exact);
            assert.equal(Object.is(sum().amountMinor, -0), false);
          }
        }
      }),
      runs,
    );
  });

  test('two currencies are never added, subtracted or compared', () => {
    const euro = { amountMinor: 1, currency: 'EUR' };
    for (const mix of [add, subtract, compare]) assert.throws(() => mix(usd(1), euro), /currency_mixed/);
    assert.equal(compare(usd(2), usd(1)), 1);
  });

  test('the parts of an allocation sum to the whole and differ from their exact share by less than a minor unit', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(anyAmount, weights, (amount, shares) => {
        const total = shares.reduce((sum, share) => sum + share, 0);
        fc.pre(total > 0);
        const parts = allocate(usd(amount), shares);
        assert.equal(
          parts.reduce((sum, { amountMinor }) => sum + BigInt(amountMinor), 0n),
          BigInt(amount),
        );
        for (const [index, { amountMinor }] of parts.entries()) {
          const off = BigInt(amountMinor) * BigInt(total) - BigInt(amount) * BigInt(shares[index]!);
          assert.ok((off < 0n ? -off : off) < BigInt(total));
          assert.equal(Object.is(amountMinor, -0), false);
        }
      }),
      runs,
    );
  });

  test('what rounding leaves goes to the largest remainder, among equal ones to the first', () => {
    const minors = (amount: number, weights: number[]) =>
      allocate(usd(amount), weights).map((part) => part.amountMinor);
    assert.deepEqual(minors(100, [1, 1, 1]), [34, 33, 33]);
    assert.deepEqual(minors(-100, [1, 1, 1]), [-34, -33, -33]);
    assert.deepEqual(minors(5, [3, 7]), [2, 3]);
    assert.deepEqual(minors(7, [0, 1]), [0, 7]);
    assert.throws(() => allocate(usd(1), [0, 0]), /no_weight/);
    assert.throws(() => allocate(usd(1), [2, -1]), /no_weight/);
  });

  test('a percentage is rounded half up, and of a refund the same the other way', () => {
    const table: [amount: number, basisPoints: number, share: number][] = [
      [26_664, 1000, 2666],
      [33_336, 1000, 3334],
      [5, 1000, 1],
      [4, 1000, 0],
      [-5, 1000, -1],
      [0, 1000, 0],
      [2 ** 53 - 1, 10_000, 2 ** 53 - 1],
    ];
    for (const [amount, basisPoints, share] of table)
      assert.equal(basisPointsOf(usd(amount), basisPoints).amountMinor, share, `${basisPoints} of ${amount}`);
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const share = basisPointsOf(usd(amount), basisPoints).amountMinor;
        assert.equal(basisPointsOf(usd(-amount + 0), basisPoints).amountMinor, -share + 0);
        const off = 10_000n * BigInt(share) - BigInt(amount) * BigInt(basisPoints);
        assert.ok(amount >= 0 ? off <= 5000n && off > -5000n : off >= -5000n && off < 5000n);
      }),
      runs,
    );
    assert.equal(fractionOf(usd(2222), 12, 1).amountMinor, 26_664);
    assert.equal(fractionOf(usd(2222), 10, 60).amountMinor, 370);
  });

  test('an amount is written with the decimals of its currency, exactly', () => {
    assert.deepEqual(['USD', 'JPY', 'KWD', 'IQD', 'UYW'].map(currencyDecimals), [2, 0, 3, 3, 4]);
    assert.equal(formatMoney(usd(123_450), 'en'), '$1,234.50');
    assert.equal(formatMoney({ amountMinor: 1234, currency: 'JPY' }, 'en'), '¥1,234');
    assert.equal(formatMoney({ amountMinor: 1234, currency: 'KWD' }, 'en').replace(/\s/u, ' '), 'KWD 1.234');
    assert.equal(formatMoney(usd(-5), 'de').replace(/\s/gu, ' '), '-0,05 $');
    // As a number it would end in …40.91.
    assert.equal(formatMoney(usd(2 ** 53 - 1), 'en'), '$90,071,992,547,409.91');
    assert.equal(decimalText({ amountMinor: 7, currency: 'KWD' }), '0.007');
  });

  test('the wire takes no part of a minor unit, no -0, nothing negative or absurd and no unknown currency', () => {
    const accepts = (body: unknown) => amountOf().safeParse(body).success;
    assert.equal(accepts(usd(0)), true);
    assert.equal(accepts(usd(amountMaxMinor)), true);
    const refused: unknown[] = [
      usd(-1),
      usd(-0),
      usd(0.5),
      usd(amountMaxMinor + 1),
      usd(2 ** 53),
      { amountMinor: '5', currency: 'USD' },
      { amountMinor: 5, currency: 'XXX' },
      { amountMinor: 5, currency: 'CONNECTS' },
      { amountMinor: 5, currency: 'usd' },
      { amountMinor: 5 },
      { ...usd(5), more: 1 },
    ];
    for (const body of refused) assert.equal(accepts(body), false, JSON.stringify(body));
    assert.equal(moneySchema.safeParse(JSON.parse('{"amountMinor":-0,"currency":"USD"}')).success, false);
    assert.equal(amountOf({ minMinor: 500 }).safeParse(usd(499)).success, false);
    assert.ok(['USD', 'EUR', 'JPY', 'KWD'].every(isKnownCurrency));
  });
});
