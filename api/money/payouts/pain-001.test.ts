import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import type { BankDestination } from '../payout-methods/payout-rail.ts';
import { plain, printWireFile, type Wire, type WireFile } from './pain-001.ts';
import { sandboxDebtor } from './sandbox-rail.ts';

const address = { street: 'Größe & Söhne-Straße 1', postalCode: '10119', city: 'Łódź', country: 'PL' };
const iban: BankDestination = {
  holderName: 'Zoë <Øster> & Söhne',
  account: { kind: 'iban', iban: 'DE89370400440532013000', bic: 'COBADEFF' },
  address,
};
const american: BankDestination = {
  holderName: 'Ada Okafor',
  account: { kind: 'account', accountNumber: '000123456789', routingNumber: '021000021' },
  bankName: 'Example Bank',
  address: { ...address, country: 'US' },
};
const wire = (n: number, bank: BankDestination, amountMinor: number, currency: string): Wire => ({
  endToEndId: `po_${String(n).padStart(26, '0')}`,
  amount: { amountMinor, currency },
  bank,
  remittance: 'Payout 12345678',
});
const file = (currency: string, wires: readonly Wire[]): WireFile => ({
  messageId: `WIRES-${currency}-20261123-01`,
  createdAt: '2026-11-23T12:00:00.000Z',
  day: '2026-11-23',
  currency,
  debtor: sandboxDebtor,
  wires,
});

async function problemsOf(contents: string): Promise<string[]> {
  const path = new URL('../../testing/iso-20022/pain.001.001.09.xsd', import.meta.url);
  const schema = { fileName: 'pain.001.001.09.xsd', contents: await readFile(path, 'utf8') };
  const { errors } = await validateXML({ xml: { fileName: 'wires.xml', contents }, schema });
  return errors.map(({ message }) => message);
}

/** What the European Payments Council leaves out of ISO's schema, as no transfer in euros between IBANs needs it. */
const beyondEuros = [
  /ChrgBr': \[facet 'enumeration'\] The value 'SHAR'/,
  /ClrSysMmbId': This element is not expected/,
  /Othr': This element is not expected/,
];

describe('files for the bank', () => {
  const files: [name: string, file: WireFile][] = [
    ['euros between IBANs', file('EUR', [wire(1, iban, 99_500, 'EUR'), wire(2, iban, 1, 'EUR')])],
    ['dollars to a routing number', file('USD', [wire(1, american, 1_234_567, 'USD'), wire(2, iban, 5, 'USD')])],
    ['yen, which have no decimals', file('JPY', [wire(1, iban, 120_000, 'JPY')])],
  ];
  for (const [name, one] of files)
    test(`${name}: the file is valid by the schema`, async () => {
      const allowed = one.currency === 'EUR' ? [] : beyondEuros;
      const problems = await problemsOf(printWireFile(one));
      assert.deepEqual(
        problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem))),
        [],
      );
    });

  test('the schema does refuse: a wrong IBAN, an unknown currency', async () => {
    const text = printWireFile(file('EUR', [wire(1, iban, 99_500, 'EUR')]));
    assert.notDeepEqual(await problemsOf(text.replace('DE89370400440532013000', 'DE8937 0400')), []);
    assert.notDeepEqual(await problemsOf(text.replace('Ccy="EUR"', 'Ccy="EURO"')), []);
  });

  test('count and control sum are those of the wires, with the currency’s own decimals', () => {
    const text = printWireFile(file('EUR', [wire(1, iban, 99_500, 'EUR'), wire(2, iban, 1, 'EUR')]));
    assert.equal(text.match(/<NbOfTxs>2<\/NbOfTxs>/g)?.length, 2);
    assert.equal(text.match(/<CtrlSum>995\.01<\/CtrlSum>/g)?.length, 2);
    assert.match(
      printWireFile(file('KWD', [wire(1, iban, 1_234_567, 'KWD')])),
      /<InstdAmt Ccy="KWD">1234\.567<\/InstdAmt>/,
    );
  });

  test('the same wires give the same bytes', () => {
    const [, one] = files[1]!;
    assert.equal(printWireFile(one), printWireFile(structuredClone(one)));
  });

  test('names are written in letters that every bank takes', () => {
    assert.equal(plain('Zoë <Øster> & Söhne', 70), 'Zoe .Oster. . Soehne');
    assert.equal(plain('//Łódź//x/', 70), 'Lodz/x');
    assert.equal(plain('名前', 70), '..');
  });
});
