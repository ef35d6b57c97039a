import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvoiceNames } from '../invoices/deps.ts';
import { readInvoicesOfTransfers } from '../invoices/read-invoices.ts';
import { readBalancesAt, readSettledAt } from '../ledger/read-entries.ts';
import { type Money, money } from '../money.ts';
import type { Payment } from '../payments/read-payments.ts';
import { readPaymentsBy, readPaymentsById } from '../payments/read-payments-by.ts';
import { type RefundRow, readTenantRefunds } from '../refunds/read-tenant-refunds.ts';
import { merged, type Place, type Source, walk } from './newest-first.ts';
import type { Transaction } from './schema.ts';
import { type TransactionType, typeOfPurpose } from './transaction.ts';

export type TransactionFilter = {
  type?: TransactionType | undefined;
  contractId?: string | undefined;
  team?: string | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
};

type PaidRow = Place & { kind: 'payment'; payment: Payment };
type RefundedRow = Place & { kind: 'refund'; refund: RefundRow; payment: Payment };
export type ClientRow = PaidRow | RefundedRow;

/** What a tenant paid and got back, the newest first. */
export function clientRows(
  db: Executor,
  scope: TenantScope,
  filter: TransactionFilter,
  after: Place | undefined,
  batch: number,
): AsyncGenerator<ClientRow> {
  const { type } = filter;
  const sources: Source<ClientRow>[] = [];
  if (type !== 'refund') sources.push(payments(db, scope, filter));
  if (type === undefined || type === 'refund') sources.push(refunds(db, scope, filter));
  const isOfTeam = ({ payment }: ClientRow) => filter.team === undefined || payment.team === filter.team;
  return kept(merged(sources.map((source) => walk(source, after, batch))), isOfTeam);
}

/** A refund's team is its payment's, so it is looked at last. */
async function* kept<Row>(rows: AsyncGenerator<Row>, isKept: (row: Row) => boolean): AsyncGenerator<Row> {
  for await (const row of rows) if (isKept(row)) yield row;
}

function payments(db: Executor, { tenantId }: TenantScope, { type, ...filter }: TransactionFilter): Source<PaidRow> {
  const purposes = type && Object.keys(typeOfPurpose).filter((purpose) => typeOfPurpose[purpose] === type);
  return async (after, limit) => {
    const rows = await readPaymentsBy(db, { kind: 'tenant', id: tenantId }, { ...filter, purposes }, after, limit);
    return rows.map((payment) => ({ kind: 'payment', at: payment.createdAt, id: payment.id, payment }));
  };
}

function refunds(db: Executor, scope: TenantScope, filter: TransactionFilter): Source<RefundedRow> {
  return async (after, limit) => {
    const rows = await readTenantRefunds(db, scope, filter, after, limit);
    const paid = await readPaymentsById(
      db,
      rows.map(({ paymentId }) => paymentId),
    );
    return rows.map((refund) => ({
      kind: 'refund',
      at: refund.createdAt,
      id: refund.id,
      refund,
      payment: paid.get(refund.paymentId)!,
    }));
  };
}

/** With names, the documents they are on, and the prefunded balance right after each. */
export async function presentClientRows(
  db: Executor,
  names: InvoiceNames,
  scope: TenantScope,
  rows: readonly ClientRow[],
): Promise<Transaction[]> {
  const ids = (of: (payment: Payment) => string | null) => [
    ...new Set(rows.flatMap(({ payment }) => of(payment) ?? [])),
  ];
  const [titles, people, documents, balances] = await Promise.all([
    names.contractTitles(
      db,
      ids(({ contractId }) => contractId),
    ),
    names.freelancerNames(
      db,
      ids(({ freelancerId }) => freelancerId),
    ),
    readInvoicesOfTransfers(db, { kind: 'tenant', id: scope.tenantId }, rows.map(transferOf)),
    balancesAfter(db, scope, rows),
  ]);
  return rows.map((row) => {
    const { payment } = row;
    const { contractId, freelancerId, team, costCenter, purchaseOrder, methodLabel } = payment;
    return {
      id: row.id,
      ...figuresOf(row),
      contract: contractId ? { id: contractId, title: titles.get(contractId) ?? '' } : null,
      freelancer: freelancerId ? { id: freelancerId, name: people.get(freelancerId) ?? '' } : null,
      team,
      costCenter,
      purchaseOrder,
      paidWith: methodLabel,
      balance: balances(row),
      invoice: documents.get(transferOf(row)) ?? null,
      occurredAt: isoInstant(row.at),
    };
  });
}

/** What was paid is below zero for who paid it, but what only went to their own balance. */
function figuresOf(row: ClientRow): Pick<Transaction, 'type' | 'description' | 'amount' | 'fee' | 'total' | 'state'> {
  const { payment } = row;
  const { currency } = payment;
  if (row.kind === 'refund') {
    const { amountMinor, feeMinor, taxMinor, state, reason } = row.refund;
    return {
      type: 'refund',
      description: reason || payment.description,
      amount: money(amountMinor, currency),
      fee: money(feeMinor + taxMinor, currency),
      total: money(amountMinor + feeMinor + taxMinor, currency),
      state,
    };
  }
  const sign = payment.purpose === 'prefund' ? 1 : -1;
  const signed = (minor: number) => money(sign * minor + 0, currency);
  return {
    type: typeOfPurpose[payment.purpose] ?? 'invoicePayment',
    description: payment.description,
    amount: signed(payment.principalMinor),
    fee: signed(payment.feeMinor + payment.initiationMinor + payment.taxMinor),
    total: signed(payment.amountMinor),
    state: payment.state,
  };
}

function transferOf(row: ClientRow): string {
  return row.kind === 'refund' ? row.refund.transferId : row.payment.transferId;
}

async function balancesAfter(
  db: Executor,
  scope: TenantScope,
  rows: readonly ClientRow[],
): Promise<(row: ClientRow) => Money | null> {
  const account = { kind: 'clientFunding', ownerId: scope.tenantId } as const;
  // The ledger's own instant: what was paid is settled a moment before what it moves.
  const settled = await readSettledAt(db, rows.map(transferOf));
  const settledAt = (row: ClientRow): number | undefined => settled.get(transferOf(row));
  const posted = rows.filter((row) => settledAt(row) !== undefined);
  const byCurrency = new Map<string, ReadonlyMap<number, number>>();
  for (const [currency, own] of Map.groupBy(posted, ({ payment }) => payment.currency)) {
    const instants = own.map((row) => settledAt(row)!);
    byCurrency.set(currency, await readBalancesAt(db, account, currency, instants));
  }
  return (row) => {
    const { currency } = row.payment;
    const atMs = settledAt(row);
    const balanceMinor = atMs === undefined ? undefined : byCurrency.get(currency)?.get(atMs);
    return balanceMinor === undefined ? null : money(balanceMinor, currency);
  };
}
