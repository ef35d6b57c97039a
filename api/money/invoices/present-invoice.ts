import { isoInstant } from '../../platform/clock/clock.ts';
import { type Money, money } from '../money.ts';
import type { InvoiceSplit } from './invoice.ts';
import { openMinor } from './invoice.ts';
import type { Parties } from './parties.ts';
import type { Invoice, InvoiceGroup, InvoiceLine, InvoicePayment, InvoiceSummary } from './schema.ts';
import type { InvoiceLineRow, InvoicePaymentRow, InvoiceRow } from './table.ts';

export function presentSummary(row: InvoiceRow): InvoiceSummary {
  const { id, kind, number, state, totalMinor, currency, team, costCenter, purchaseOrder } = row;
  const isOwed = row.kind !== 'creditNote' && state !== 'draft';
  return {
    id,
    kind,
    number,
    state,
    total: money(totalMinor, currency),
    open: money(isOwed ? openMinor(row) : 0, currency),
    team,
    costCenter,
    purchaseOrder,
    issuedAt: instant(row.issuedAt),
    dueAt: instant(row.dueAt),
    createdAt: isoInstant(row.createdAt),
  };
}

export type Around = {
  lines: readonly InvoiceLineRow[];
  payments: readonly InvoicePaymentRow[];
  credits: { id: string; number: string } | null;
  creditNotes: readonly { id: string; number: string }[];
};

export function presentInvoice(row: InvoiceRow, { lines, payments, credits, creditNotes }: Around): Invoice {
  const { seller, billTo }: Parties = JSON.parse(row.parties);
  const inCurrency = (amountMinor: number): Money => money(amountMinor, row.currency);
  return {
    ...presentSummary(row),
    net: inCurrency(row.netMinor),
    tax: inCurrency(row.taxMinor),
    paid: inCurrency(row.paidMinor),
    credited: inCurrency(row.creditedMinor),
    pending: inCurrency(row.pendingMinor),
    seller,
    billTo,
    splitBy: row.splitBy,
    groups: groupsOf(lines, row.splitBy, row.currency),
    payments: payments.map(presentPayment),
    credits,
    creditNotes: [...creditNotes],
    reason: row.reason,
    periodFrom: instant(row.periodFrom),
    periodTo: instant(row.periodTo),
    settledAt: instant(row.settledAt),
  };
}

/** Lines by what the tenant wants them told apart by, in the order of names; what has none comes last. */
export function groupsOf(lines: readonly InvoiceLineRow[], splitBy: InvoiceSplit, currency: string): InvoiceGroup[] {
  const nameOf = (line: InvoiceLineRow) => (splitBy === 'none' ? null : line[splitBy]);
  const named = Map.groupBy(lines, nameOf);
  const names = [...named.keys()].toSorted((one, other) =>
    one === null ? 1 : other === null ? -1 : one < other ? -1 : 1,
  );
  return names.map((name) => {
    const own = named.get(name)!;
    const totalMinor = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    return { name, lines: own.map(presentLine), total: money(totalMinor, currency) };
  });
}

function presentLine(row: InvoiceLineRow): InvoiceLine {
  const { position, kind, purpose, description, contractId, contractTitle, freelancerId, freelancerName } = row;
  const { quantityMinutes, unitPriceMinor, amountMinor, currency, taxBasisPoints, taxCountry } = row;
  const { team, costCenter, purchaseOrder, paymentId, occurredAt } = row;
  return {
    number: position,
    kind,
    purpose,
    description,
    contract: contractId ? { id: contractId, title: contractTitle ?? '' } : null,
    freelancer: freelancerId ? { id: freelancerId, name: freelancerName ?? '' } : null,
    quantityMinutes,
    unitPrice: unitPriceMinor === null ? null : money(unitPriceMinor, currency),
    amount: money(amountMinor, currency),
    tax: kind === 'tax' ? { basisPoints: taxBasisPoints, country: taxCountry ?? '' } : null,
    team,
    costCenter,
    purchaseOrder,
    paymentId,
    occurredAt: isoInstant(occurredAt),
  };
}

function presentPayment(row: InvoicePaymentRow): InvoicePayment {
  const { id, via, label, paymentId, amountMinor, currency, state, occurredAt } = row;
  return { id, via, label, paymentId, amount: money(amountMinor, currency), state, occurredAt: isoInstant(occurredAt) };
}

function instant(epochMs: number | null): string | null {
  return epochMs === null ? null : isoInstant(epochMs);
}
