import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryCodes } from '../../job-post/later/countries.ts';
import { parseAmount } from './money-field.ts';

const read: [typed: string, currency: string, amountMinor: number][] = [
  ['85', 'USD', 8500],
  ['85.5', 'USD', 8550],
  ['85,50', 'EUR', 8550],
  ['1,250.50', 'USD', 125050],
  ['1.250,50', 'EUR', 125050],
  ['1.250', 'EUR', 125000],
  ['12 500', 'SEK', 1250000],
  ['1’250.05', 'CHF', 125005],
  ['12,34,567.89', 'INR', 123456789],
  ['1500', 'JPY', 1500],
  ['1,500', 'JPY', 1500],
  ['1.234', 'KWD', 1234],
  ['٨٥٫٥', 'SAR', 8550],
  [' 0 ', 'USD', 0],
];
for (const [typed, currency, amountMinor] of read) {
  test(`${typed} is ${amountMinor} minor units of ${currency}`, () => {
    assert.deepEqual(parseAmount(typed, currency), { amountMinor, currency });
  });
}

for (const [typed, currency] of [
  ['', 'USD'],
  ['-5', 'USD'],
  ['1e9', 'USD'],
  ['12.345.6', 'USD'],
  ['1.5', 'JPY'],
  ['0x10', 'USD'],
  ['99999999999999999', 'USD'],
  ['five', 'USD'],
]) {
  test(`${typed || 'nothing'} is no amount of ${currency}`, () => {
    assert.equal(parseAmount(typed!, currency!), undefined);
  });
}

test('the countries are those of ISO 3166-1', () => {
  const codes = countryCodes();
  assert.equal(codes.length, 249);
  for (const code of ['SE', 'QA', 'AX', 'TW', 'ZW']) assert.ok(codes.includes(code), code);
  for (const code of ['EU', 'UN', 'XK', 'DD', 'SU', 'ZZ', 'AC', 'IC']) assert.ok(!codes.includes(code), code);
});
