import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { InvoiceNames } from '../invoices/deps.ts';
import { readInvoicesOfTransfers } from '../invoices/read-invoices.ts';
import type { AccountKind } from '../ledger/ledger.ts';
import { readBalancesAt, readBalancesOf, readTransferEntries, type TransferEntry } from '../ledger/read-entries.ts';
import { readStatement, type StatementLine } from '../ledger/read-ledger.ts';
import { money } from '../money.ts';
import type { Payment } from '../payments/read-payments.ts';
import { readPaymentsBy } from '../payments/read-payments-by.ts';
import type { TransactionFilter } from './client-transactions.ts';
import { merged, type Place, type Source, walk } from './newest-first.ts';
import type { Transaction } from './schema.ts';
import type { TransactionType } from './transaction.ts';

type MovedRow = Place & { kind: 'moved'; line: StatementLine; currency: string };
type PaidRow = Place & { kind: 'payment'; payment: Payment };
export type OwnRow = MovedRow | PaidRow;

/** What only went from pending to available is the same money: nobody would call it a transaction. */
const silent = new Set(['securityOver']);
const returned = new Set(['earningTakenBack']);

/** What reached a freelancer's accounts and left them, and what they bought; the newest first. */
export async function* ownRows(
  db: Executor,
  freelancerId: string,
  filter: TransactionFilter,
  after: Place | undefined,
  batch: number,
): AsyncGenerator<OwnRow> {
  const kinds: AccountKind[] = ['freelancerPending', 'freelancerAvailable'];
  const sources: Source<OwnRow>[] = [bought(db, freelancerId, filter)];
  for (const kind of kinds)
    for (const { currency } of await readBalancesOf(db, kind, freelancerId))
      sources.push(moved(db, kind, freelancerId, currency));
  const newest = merged(sources.map((source) => walk(source, after, batch)));
  for await (const row of newest) {
    if (filter.fromMs !== undefined && row.at < filter.fromMs) return;
    if (isAskedFor(row, filter)) yield row;
  }
}

function isAskedFor(row: OwnRow, { type, contractId, toMs }: TransactionFilter): boolean {
  if (row.kind === 'moved' && silent.has(row.line.kind)) return false;
  if (type !== undefined && typeOf(row) !== type) return false;
  if (contractId !== undefined && (row.kind === 'payment' || row.line.contractId !== contractId)) return false;
  return toMs === undefined || row.at < toMs;
}

function moved(db: Executor, kind: AccountKind, ownerId: string, currency: string): Source<MovedRow> {
  return async (after, limit) => {
    const place = after && { occurredAt: after.at, id: after.id };
    const { lines } = await readStatement(db, { kind, ownerId }, currency, place, limit);
    return lines.map((line) => ({ kind: 'moved', at: line.occurredAtMs, id: line.transferId, line, currency }));
  };
}

function bought(db: Executor, freelancerId: string, { fromMs, toMs }: TransactionFilter): Source<PaidRow> {
  return async (after, limit) => {
    const rows = await readPaymentsBy(db, { kind: 'freelancer', id: freelancerId }, { fromMs, toMs }, after, limit);
    return rows.map((payment) => ({ kind: 'payment', at: payment.createdAt, id: payment.id, payment }));
  };
}

function typeOf(row: OwnRow): TransactionType {
  if (row.kind === 'payment') return 'connects';
  if (returned.has(row.line.kind)) return 'earningReturned';
  return row.line.kind.startsWith('payout') ? 'payout' : 'earning';
}

/** With the client's contract by name, the service fee that was kept, and what is available after. */
export async function presentOwnRows(
  db: Executor,
  names: InvoiceNames,
  freelancerId: string,
  rows: readonly OwnRow[],
): Promise<Transaction[]> {
  const lines = rows.flatMap((row) => (row.kind === 'moved' ? [row.line] : []));
  const contractIds = [...new Set(lines.flatMap(({ contractId }) => contractId ?? []))];
  const [titles, entries, documents, balances] = await Promise.all([
    names.contractTitles(db, contractIds),
    readTransferEntries(
      db,
      lines.map(({ transferId }) => transferId),
    ),
    readInvoicesOfTransfers(db, { kind: 'freelancer', id: freelancerId }, rows.map(transferOf)),
    availableAfter(db, freelancerId, rows),
  ]);
  const feeOf = (transferId: string) =>
    entries
      .filter((entry) => entry.transferId === transferId && isServiceFee(entry))
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return rows.map((row) => {
    const contractId = row.kind === 'moved' ? row.line.contractId : null;
    return {
      id: row.id,
      type: typeOf(row),
      ...figuresOf(row, row.kind === 'moved' ? feeOf(row.line.transferId) : 0),
      contract: contractId ? { id: contractId, title: titles.get(contractId) ?? '' } : null,
      freelancer: null,
      team: null,
      costCenter: null,
      purchaseOrder: null,
      paidWith: row.kind === 'payment' ? row.payment.methodLabel : null,
      balance: balances(row),
      invoice: documents.get(transferOf(row)) ?? null,
      occurredAt: isoInstant(row.at),
    };
  });
}

const isServiceFee = ({ account }: TransferEntry) => account.kind === 'platformFees' && account.ownerId === 'service';

function figuresOf(
  row: OwnRow,
  feeMinor: number,
): Pick<Transaction, 'description' | 'amount' | 'fee' | 'total' | 'state'> {
  if (row.kind === 'payment') {
    const { amountMinor, currency, description, state } = row.payment;
    const paid = money(0 - amountMinor, currency);
    return { description, amount: paid, fee: money(0, currency), total: paid, state };
  }
  const { line, currency } = row;
  return {
    description: '',
    amount: money(line.amountMinor + feeMinor, currency),
    fee: money(0 - feeMinor, currency),
    total: money(line.amountMinor, currency),
    state: line.state,
  };
}

function transferOf(row: OwnRow): string {
  return row.kind === 'moved' ? row.line.transferId : row.payment.transferId;
}

async function availableAfter(
  db: Executor,
  freelancerId: string,
  rows: readonly OwnRow[],
): Promise<(row: OwnRow) => Transaction['balance']> {
  const account = { kind: 'freelancerAvailable', ownerId: freelancerId } as const;
  const own = rows.flatMap((row) => (row.kind === 'moved' ? [row] : []));
  const byCurrency = new Map<string, ReadonlyMap<number, number>>();
  for (const [currency, moves] of Map.groupBy(own, (row) => row.currency))
    byCurrency.set(
      currency,
      await readBalancesAt(
        db,
        account,
        currency,
        moves.map(({ at }) => at),
      ),
    );
  return (row) => {
    const balanceMinor = row.kind === 'moved' ? byCurrency.get(row.currency)?.get(row.at) : undefined;
    return balanceMinor === undefined || row.kind !== 'moved' ? null : money(balanceMinor, row.currency);
  };
}
