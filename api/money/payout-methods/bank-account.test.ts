import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  compactAccount,
  isBic,
  isIban,
  isRoutingNumber,
  isUsAccountNumber,
  maskedAccount,
  maskedEmail,
} from './bank-account.ts';

/** Numbers of the examples that the standards' keepers publish: no account of anybody. */
const ibans: [iban: string, isOne: boolean, why: string][] = [
  ['DE89 3704 0044 0532 0130 00', true, 'Germany, in groups of four'],
  ['gb29 nwbk 6016 1331 9268 19', true, 'small letters'],
  ['NO93-8601-1117-947', true, 'the shortest'],
  ['MT84MALT011000012345MTLCAST001S', true, 'letters at the end'],
  ['DE88370400440532013000', false, 'a check digit'],
  ['DE89370400440532031000', false, 'two digits changed places'],
  ['DE8937040044053201300', false, 'too short for Germany'],
  ['US89370400440532013000', false, 'a country that has none'],
  ['89370400440532013000DE', false, 'no country first'],
  ['', false, 'nothing'],
];
const bics: [bic: string, isOne: boolean][] = [
  ['COBADEFF', true],
  ['COBADEFFXXX', true],
  ['COBADEFFXX', false],
  ['COBADE', false],
  ['COBA1EFF', false],
  ['cobadeff', false],
];
const routingNumbers: [number: string, isOne: boolean][] = [
  ['021000021', true],
  ['011401533', true],
  ['021000012', false],
  ['000000000', false],
  ['02100002', false],
  ['02100002a', false],
];

describe('numbers of bank accounts', () => {
  test('an IBAN has its country’s length and its check digits', () => {
    for (const [iban, isOne, why] of ibans) assert.equal(isIban(compactAccount(iban)), isOne, why);
  });

  test('every single digit that is mistyped in an IBAN is noticed', () => {
    const iban = 'DE89370400440532013000';
    for (let at = 2; at < iban.length; at++)
      for (let digit = 0; digit < 10; digit++) {
        const typed = iban.slice(0, at) + digit + iban.slice(at + 1);
        assert.equal(isIban(typed), typed === iban, typed);
      }
  });

  test('a BIC has 8 or 11 characters, with a country in it', () => {
    for (const [bic, isOne] of bics) assert.equal(isBic(bic), isOne, bic);
  });

  test('a routing number’s last digit checks the others; an account number is 4 to 17 digits', () => {
    for (const [number, isOne] of routingNumbers) assert.equal(isRoutingNumber(number), isOne, number);
    for (const [number, isOne] of [
      ['1234', true],
      ['12345678901234567', true],
      ['123', false],
      ['123456789012345678', false],
      ['12 34', false],
    ] as const)
      assert.equal(isUsAccountNumber(number), isOne, number);
  });

  test('what is shown of an account says which it is, and no more', () => {
    assert.equal(maskedAccount('DE89370400440532013000'), 'DE •••• 3000');
    assert.equal(maskedAccount('000123456789'), '•••• 6789');
    assert.equal(maskedEmail('ada@example.com'), 'a•••@example.com');
  });
});
