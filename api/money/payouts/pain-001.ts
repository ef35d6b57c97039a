import { add, decimalText, type Money, money } from '../money.ts';
import type { BankDestination, WireDebtor } from '../payout-methods/payout-rail.ts';

/**
 * A file of wires for a bank: ISO 20022 Customer Credit Transfer Initiation, pain.001.001.09. Pure: the same payouts
 * give the same bytes.
 */
export type WireFile = {
  messageId: string;
  createdAt: string;
  /** When the bank is to make them: ISO date. */
  day: string;
  currency: string;
  debtor: WireDebtor;
  wires: readonly Wire[];
};

export type Wire = { endToEndId: string; amount: Money; bank: BankDestination; remittance: string };

export function controlSumOf(wires: readonly Wire[], currency: string): Money {
  return add(money(0, currency), ...wires.map(({ amount }) => amount));
}

export function printWireFile(file: WireFile): string {
  const { messageId, createdAt, debtor, wires, currency } = file;
  const totals = [
    element('NbOfTxs', String(wires.length)),
    element('CtrlSum', decimalText(controlSumOf(wires, currency))),
  ];
  const body = element('CstmrCdtTrfInitn', [
    element('GrpHdr', [
      element('MsgId', messageId),
      element('CreDtTm', createdAt),
      ...totals,
      element('InitgPty', name(debtor.name)),
    ]),
    element('PmtInf', [
      element('PmtInfId', messageId),
      element('PmtMtd', 'TRF'),
      // Each on its own on our statement, so that every payout is found there.
      element('BtchBookg', 'false'),
      ...totals,
      ...(isSepa(file) ? [element('PmtTpInf', element('SvcLvl', element('Cd', 'SEPA')))] : []),
      element('ReqdExctnDt', element('Dt', file.day)),
      element('Dbtr', [name(debtor.name), element('PstlAdr', element('Ctry', debtor.country))]),
      element('DbtrAcct', element('Id', element('IBAN', debtor.iban))),
      element('DbtrAgt', element('FinInstnId', element('BICFI', debtor.bic))),
      element('ChrgBr', isSepa(file) ? 'SLEV' : 'SHAR'),
      ...wires.map(transaction),
    ]),
  ]);
  const document = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">\n${indented(body)}\n</Document>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
}

function transaction({ endToEndId, amount, bank, remittance }: Wire): string {
  return element('CdtTrfTxInf', [
    element('PmtId', [element('InstrId', endToEndId), element('EndToEndId', endToEndId)]),
    element('Amt', `<InstdAmt Ccy="${amount.currency}">${decimalText(amount)}</InstdAmt>`, true),
    ...agent(bank),
    element('Cdtr', [name(bank.holderName), address(bank.address)]),
    element('CdtrAcct', element('Id', accountId(bank.account))),
    element('RmtInf', element('Ustrd', plain(remittance, 140))),
  ]);
}

function agent({ account, bankName }: BankDestination): string[] {
  const parts = [
    ...(account.bic ? [element('BICFI', account.bic)] : []),
    ...(account.kind === 'account'
      ? [
          // USABA: routing numbers of the American Bankers Association, of ISO's external code list.
          element('ClrSysMmbId', [
            element('ClrSysId', element('Cd', 'USABA')),
            element('MmbId', account.routingNumber),
          ]),
        ]
      : []),
    ...(bankName ? [element('Nm', plain(bankName, 140))] : []),
    ...(account.kind === 'account' && !account.bic ? [element('PstlAdr', element('Ctry', 'US'))] : []),
  ];
  return parts.length === 0 ? [] : [element('CdtrAgt', element('FinInstnId', parts))];
}

function accountId(account: BankDestination['account']): string {
  if (account.kind === 'iban') return element('IBAN', account.iban);
  return element('Othr', element('Id', account.accountNumber));
}

function address({ street, postalCode, city, country }: BankDestination['address']): string {
  return element('PstlAdr', [
    element('StrtNm', plain(street, 70)),
    element('PstCd', plain(postalCode, 16)),
    element('TwnNm', plain(city, 35)),
    element('Ctry', country),
  ]);
}

/** Euros between IBANs: the bank makes a SEPA credit transfer, which is what SLEV is for. */
function isSepa({ currency, wires }: WireFile): boolean {
  return currency === 'EUR' && wires.every(({ bank }) => bank.account.kind === 'iban');
}

const name = (text: string) => element('Nm', plain(text, 70));

type Content = string | readonly string[];

function element(tag: string, content: Content, isMarkup = false): string {
  if (typeof content !== 'string') return `<${tag}>\n${indented(content.join('\n'))}\n</${tag}>`;
  if (isMarkup || content.startsWith('<')) return `<${tag}>\n${indented(content)}\n</${tag}>`;
  return `<${tag}>${escaped(content)}</${tag}>`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

const written: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  å: 'a',
  Å: 'A',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  þ: 'th',
};

/**
 * The letters that every bank takes: a–z, A–Z, 0–9 and / - ? : ( ) . , ' + and space (EPC 217-08, the Latin set of
 * SWIFT); others are written with them or become a dot.
 */
export function plain(text: string, max: number): string {
  const latin = text
    .replace(/[äöüÄÖÜßøØåÅæÆœŒłŁđĐðþ]/g, (letter) => written[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, '.')
    .replace(/\s+/g, ' ')
    .trim();
  // A field neither begins nor ends with a slash, nor holds two (EPC 230-15).
  return (
    latin
      .replace(/\/{2,}/g, '/')
      .replace(/^\/|\/$/g, '')
      .slice(0, max)
      .trim() || '.'
  );
}
