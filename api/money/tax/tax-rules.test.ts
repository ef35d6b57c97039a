import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Refusal } from '../../platform/http/problem.ts';
import { checkForm } from './check-form.ts';
import { taxPolicy } from './policy.ts';
import { type NewTaxForm, newTaxFormSchema } from './schema.ts';
import { isEin, isSsnOrItin, w8benExpiresAt } from './tax-form.ts';
import { withholdingOf } from './withholding.ts';

const policy = taxPolicy.defaults;
const inGermany = { street: 'Torstr. 1', city: 'Berlin', postalCode: '10119', country: 'DE' };
const inAmerica = { street: '1 Main St', city: 'Austin', postalCode: '78701', country: 'US', region: 'TX' };
type W8ben = Extract<NewTaxForm, { kind: 'w8ben' }>;
type W9 = Extract<NewTaxForm, { kind: 'w9' }>;

const w8ben = (fields: Partial<W8ben['fields']> = {}, more: Partial<W8ben> = {}): NewTaxForm => ({
  kind: 'w8ben',
  fields: {
    legalName: 'Ada Okafor',
    citizenship: 'DE',
    address: inGermany,
    birthDate: '1990-02-03',
    worksInUnitedStates: false,
    ...fields,
  },
  foreignTin: '12 345 678 901',
  isForeignTinNotRequired: false,
  signature: 'Ada Okafor',
  isCertified: true,
  ...more,
});
const w9 = (fields: Partial<W9['fields']> = {}, more: Partial<W9> = {}): NewTaxForm => ({
  kind: 'w9',
  fields: {
    legalName: 'Ada Okafor',
    classification: 'individual',
    address: inAmerica,
    isSubjectToBackupWithholding: false,
    ...fields,
  },
  tinKind: 'ssn',
  tin: '123-45-6789',
  signature: 'Ada Okafor',
  isCertified: true,
  ...more,
});

const claim = (country: string, basisPoints: number) => ({ treaty: { country, article: '14', basisPoints } });
const { foreignTin: _, ...withoutTin } = w8ben() as W8ben;

const forms: [name: string, form: NewTaxForm, pointers: string[]][] = [
  ['a whole W-8BEN', w8ben(), []],
  ['a whole W-9', w9(), []],
  ['a signature in another name', w8ben({}, { signature: 'Eve Other' }), ['/signature']],
  [
    'a name that is not the profile’s',
    w9({ legalName: 'Eve Other' }, { signature: 'Eve Other' }),
    ['/fields/legalName'],
  ],
  ['a number that was never given out', w9({}, { tin: '666-45-6789' }), ['/tin']],
  ['a W-9 from abroad', w9({ address: inGermany }), ['/fields/address/country']],
  ['a W-8BEN from the United States', w8ben({ address: inAmerica }), ['/fields/address/country']],
  ['a W-8BEN of a US person', w8ben({ citizenship: 'US' }), ['/fields/address/country']],
  ['no number and no reason', withoutTin, ['/foreignTin']],
  ['a number and a reason for none', w8ben({}, { isForeignTinNotRequired: true }), ['/foreignTin']],
  ['somebody not born yet', w8ben({ birthDate: '2026-11-23' }), ['/fields/birthDate']],
  ['the treaty of one’s country', w8ben(claim('DE', 0)), []],
  ['a treaty that there is not', w8ben(claim('BR', 0)), ['/fields/treaty/country']],
  ['the treaty of another country', w8ben(claim('FR', 0)), ['/fields/treaty/country']],
];

const withheld: [name: string, form: NewTaxForm, basisPoints: number][] = [
  ['work abroad', w8ben(), 0],
  ['work in the United States', w8ben({ worksInUnitedStates: true }), 3000],
  ['work there, under a treaty', w8ben({ worksInUnitedStates: true, ...claim('DE', 1500) }), 1500],
  ['a treaty without work there', w8ben(claim('DE', 1500)), 0],
  ['a US person', w9(), 0],
  ['a US person of whom the IRS has said so', w9({ isSubjectToBackupWithholding: true }), 2400],
];

describe('tax forms', () => {
  test('what is not right on a form is said field by field', () => {
    for (const [name, form, pointers] of forms) {
      assert.ok(newTaxFormSchema.safeParse(form).success, `${name} has its shape`);
      let found: string[] = [];
      try {
        checkForm(form, policy, 'Ada Okafor', '2026-11-23');
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error));
        found = (error.errors ?? []).map(({ pointer }) => pointer);
      }
      assert.deepEqual(found, pointers, name);
    }
  });

  test('what is withheld follows from where the work is done, and what the form claims', () => {
    for (const [name, form, basisPoints] of withheld) assert.equal(withholdingOf(form, policy), basisPoints, name);
  });

  test('numbers that the tax office never gives out are refused', () => {
    for (const [digits, isOne] of [
      ['123456789', true],
      ['000456789', false],
      ['666456789', false],
      ['123006789', false],
      ['123450000', false],
      ['900706789', true],
      ['900666789', false],
      ['12345678', false],
    ] as const)
      assert.equal(isSsnOrItin(digits), isOne, digits);
    for (const [digits, isOne] of [
      ['121234567', true],
      ['071234567', false],
      ['1212345', false],
    ] as const)
      assert.equal(isEin(digits), isOne, digits);
  });

  test('a W-8BEN is good until the end of the third year after its signature', () => {
    assert.equal(w8benExpiresAt(Date.UTC(2026, 0, 1), 3), Date.UTC(2030, 0, 1));
    assert.equal(w8benExpiresAt(Date.UTC(2026, 11, 31, 23, 59), 3), Date.UTC(2030, 0, 1));
  });
});
