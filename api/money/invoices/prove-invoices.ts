import type { Executor } from '../../platform/database/database.ts';
import { readAllCreditLines } from '../credit/read-credit.ts';
import type { Proof } from '../ledger/prove-ledger.ts';
import { readTransferEntries, type TransferEntry } from '../ledger/read-entries.ts';
import { readBalance, readStatement, readSum } from '../ledger/read-ledger.ts';
import { behindLine } from './line-entries.ts';
import * as store from './proof-store.ts';
import type { InvoiceLineRow } from './table.ts';

const batchMax = 500;

/** Documents sum to their lines, say what was paid, and count without a gap. */
export const proveInvoices: Proof = async (db) => {
  const [sums, payments, gaps, numbers] = [
    await store.listWrongSums(db),
    await store.listWrongPayments(db),
    await store.listSeriesWithGaps(db),
    await store.listWronglyNumbered(db),
  ];
  return [
    ...sums.map(({ id, totalMinor, total }) => `Invoice ${id} says ${totalMinor}; its lines sum to ${total ?? 0}.`),
    ...payments.map(
      ({ id, paidMinor, creditedMinor, pendingMinor, paid, credited, pending }) =>
        `Invoice ${id} says ${paidMinor} paid, ${creditedMinor} credited and ${pendingMinor} under way; its payments sum to ${paid ?? 0}, ${credited ?? 0} and ${pending ?? 0}.`,
    ),
    ...gaps.map(
      ({ code, series, last, numbers: count, highest }) =>
        `The series ${code}-${series} is at ${last}; ${count ?? 0} documents are numbered up to ${highest ?? 0}.`,
    ),
    ...numbers.map(({ id, state, number }) => `Invoice ${id} is ${state} and has the number ${number ?? 'none'}.`),
  ];
};

/** Each line is what the entries behind it sum to, and they are posted. */
export const proveInvoiceLines: Proof = async (db) => {
  const broken: string[] = [];
  for (let after = { transferId: '', kind: '' }; ; ) {
    const lines = await store.listLinesAfter(db, after, batchMax);
    const last = lines.at(-1);
    if (!last) return broken;
    after = { transferId: last.transferId!, kind: last.kind };
    const ids = [...new Set(lines.map(({ transferId }) => transferId!))];
    const entries = Map.groupBy(await readTransferEntries(db, ids), ({ transferId }) => transferId);
    for (const line of lines) broken.push(...wrongsOf(line, entries.get(line.transferId!) ?? []));
  }
};

function wrongsOf(line: InvoiceLineRow, entries: readonly TransferEntry[]): string[] {
  const { invoiceId, position, kind, amountMinor, transferId } = line;
  // What is carried to another month may be a part of what came back.
  if (kind === 'credit') return [];
  const behind = behindLine(line, entries);
  const sum = behind.reduce((total, entry) => total + entry.amountMinor, 0);
  const expected = kind === 'serviceFee' ? -amountMinor : amountMinor;
  const name = `Line ${position} of invoice ${invoiceId}`;
  if (sum !== expected) return [`${name} says ${amountMinor}; its entries in ${transferId} sum to ${sum}.`];
  return behind.every(({ state }) => state === 'posted') ? [] : [`${name}: its transfer ${transferId} is not posted.`];
}

/** What of its credit line a tenant has used is what its documents say it owes, and what is about to be written down. */
export const proveCredit: Proof = async (db) => {
  const broken: string[] = [];
  for (const { tenantId, currency, limitMinor } of await readAllCreditLines(db)) {
    const given = -(await readSum(db, { kind: 'creditLine', ownerId: tenantId }, currency));
    if (given !== limitMinor) broken.push(`The credit line of ${tenantId} is ${limitMinor}; the ledger gave ${given}.`);
    const credit = { kind: 'clientCredit', ownerId: tenantId } as const;
    const { availableMinor } = await readBalance(db, credit, currency);
    const owed = await store.sumOwed(db, tenantId, currency);
    const waiting = await sumNotWrittenDown(db, tenantId, currency);
    if (limitMinor - availableMinor !== owed + waiting)
      broken.push(
        `Credit of ${tenantId}: ${limitMinor - availableMinor} ${currency} are in use; documents say ${owed}, and ${waiting} wait to be written down.`,
      );
  }
  return broken;
};

async function sumNotWrittenDown(db: Executor, tenantId: string, currency: string): Promise<number> {
  const credit = { kind: 'clientCredit', ownerId: tenantId } as const;
  let sum = 0;
  let next: Awaited<ReturnType<typeof readStatement>>['next'];
  do {
    const page = await readStatement(db, credit, currency, next, batchMax);
    const moved = page.lines.filter(({ kind, state }) => kind !== 'creditLine.set' && state === 'posted');
    const known = await store.listWrittenDown(
      db,
      moved.map(({ transferId }) => transferId),
    );
    for (const { transferId, amountMinor } of moved) if (!known.has(transferId)) sum -= amountMinor;
    next = page.next;
  } while (next);
  return sum;
}
