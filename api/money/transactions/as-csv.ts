import { decimalText, type Money } from '../money.ts';
import type { Transaction } from './schema.ts';

const columns = [
  'date',
  'type',
  'description',
  'contract',
  'freelancer',
  'team',
  'costCenter',
  'purchaseOrder',
  'amount',
  'fee',
  'total',
  'balance',
  'currency',
  'state',
  'paidWith',
  'invoice',
  'id',
] as const;

/** Piece by piece, as it is sent: the byte order mark tells spreadsheets that it is UTF-8. */
export async function* transactionsAsCsv(chunks: AsyncGenerator<Transaction[]>): AsyncGenerator<string> {
  yield `\uFEFF${lineOf([...columns])}`;
  for await (const chunk of chunks) yield chunk.map((transaction) => lineOf(cellsOf(transaction))).join('');
}

function cellsOf(transaction: Transaction): (string | Figure)[] {
  const { occurredAt, type, description, contract, freelancer, team, costCenter, purchaseOrder } = transaction;
  const { amount, fee, total, balance, state, paidWith, invoice, id } = transaction;
  return [
    occurredAt,
    type,
    description,
    contract?.title ?? '',
    freelancer?.name ?? '',
    team ?? '',
    costCenter ?? '',
    purchaseOrder ?? '',
    figure(amount),
    figure(fee),
    figure(total),
    balance ? figure(balance) : '',
    amount.currency,
    state,
    paidWith ?? '',
    invoice?.number ?? '',
    id,
  ];
}

type Figure = { figure: string };
const figure = (amount: Money): Figure => ({ figure: decimalText(amount) });

function lineOf(cells: readonly (string | Figure)[]): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? quoted(cell) : cell.figure)).join(',')}\r\n`;
}

/** A spreadsheet takes what begins so for a formula (OWASP: CSV injection); behind an apostrophe it is text. */
const startsFormula = /^[\s]*[=+\-@|%\t\r]/;

function quoted(cell: string): string {
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return `"${text.replaceAll('"', '""')}"`;
}
