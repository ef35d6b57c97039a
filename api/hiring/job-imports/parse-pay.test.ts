import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePay } from './parse-pay.ts';

const fixed = (amountMinor: number, currency = 'USD') => ({
  budget: { kind: 'fixed', amount: { amountMinor, currency } },
});
const hourly = (min: number, max = min, currency = 'USD') => ({
  budget: { kind: 'hourly', min: { amountMinor: min, currency }, max: { amountMinor: max, currency } },
});
const none = { budget: null };
const refused = (reason: string) => ({ reason });

describe('pay', () => {
  for (const [terms, budget, pay] of [
    ['Fixed price', 'Est. budget:\n$1,000.00', fixed(100_000)],
    ['Fixed price', 'Est. budget:\n$18.00', fixed(1800)],
    ['Fixed price', '$500', fixed(50_000)],
    ['Hourly: $15.00 - $30.00', 'N/A', hourly(1500, 3000)],
    ['Hourly: $4.00 - $4.00', 'N/A', hourly(400)],
    ['Hourly', 'N/A', none],
    ['Hourly', '$15.00-$30.00', hourly(1500, 3000)],
    ['', '$15.00-$30.00', hourly(1500, 3000)],
    ['', '$500', fixed(50_000)],
    ['', '25 USD / h', hourly(2500)],
    ['', '', none],
    ['', 'N/A', none],
    ['Festpreis', '1.250,50 €', fixed(125_050, 'EUR')],
    ['Stundensatz', '80–95 EUR', hourly(8000, 9500, 'EUR')],
    ['fixed', "12'500 CHF", fixed(1_250_000, 'CHF')],
    ['fixed', '¥500000', fixed(500_000, 'JPY')],
    ['fixed', '5k', fixed(500_000)],
    ['fixed', 'KWD 1.500', fixed(1_500_000, 'KWD')],
    ['fixed', '1000000000000000000000', refused('budget_unreadable')],
    ['Fixed price', '$500 - $900', refused('fixed_price_is_a_range')],
    ['Fixed price', 'ask me', refused('budget_unreadable')],
    ['Fixed price', '-$500', refused('budget_unreadable')],
    ['Hourly', '$10, $20 or $30', refused('budget_too_many_sums')],
    ['Hourly', '$10 - 20 €', refused('currency_mixed')],
    ['barter', 'N/A', refused('terms_unreadable')],
    ['x'.repeat(300), '', refused('budget_unreadable')],
  ] as const) {
    test(`${JSON.stringify(`${terms} | ${budget}`).slice(0, 60)}`, () =>
      assert.deepEqual(parsePay(terms, budget, 'USD'), pay));
  }

  test('sums without a sign are in the currency of the import', () => {
    assert.deepEqual(parsePay('fixed', '500', 'EUR'), fixed(50_000, 'EUR'));
  });

  test('a cell made to be slow is read as fast as any', () => {
    const start = performance.now();
    for (const cell of ['1.'.repeat(100), `${' '.repeat(199)}1`, '-'.repeat(200), 'A'.repeat(200), '1'.repeat(200)])
      for (let n = 0; n < 200; n++) parsePay(cell, cell, 'USD');
    assert.ok(performance.now() - start < 1000);
  });
});
