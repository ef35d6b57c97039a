import { type InvoiceKind, seriesOfKind } from './invoice.ts';
import type { NewLine } from './invoice-lines.ts';
import { sumLines } from './invoice-lines.ts';
import type { Parties } from './parties.ts';
import type { InvoiceOwner } from './store.ts';
import type { InvoiceLineRow, InvoiceRow } from './table.ts';

export type NewInvoice = {
  id: string;
  kind: InvoiceKind;
  owner: InvoiceOwner;
  tenantId: string | null;
  sourceKey: string | null;
  currency: string;
  lines: readonly NewLine[];
  parties: Parties;
  locale: string;
};

/** A draft of it, without a number. */
export function draftOf(
  { id, kind, owner, tenantId, sourceKey, currency, lines, parties, locale }: NewInvoice,
  nowMs: number,
): InvoiceRow {
  const [first] = lines;
  const isOne = kind !== 'consolidated';
  return {
    id,
    kind,
    ownerKind: owner.kind,
    ownerId: owner.id,
    tenantId,
    state: 'draft',
    revision: 1,
    sourceKey,
    series: seriesOfKind[kind],
    sequence: null,
    number: null,
    currency,
    ...sumLines(lines),
    paidMinor: 0,
    creditedMinor: 0,
    returnedMinor: 0,
    pendingMinor: 0,
    team: (isOne && first?.team) || null,
    costCenter: (isOne && first?.costCenter) || null,
    purchaseOrder: (isOne && first?.purchaseOrder) || null,
    splitBy: 'none',
    parties: JSON.stringify(parties),
    locale,
    periodFrom: null,
    periodTo: null,
    issuedAt: null,
    dueAt: null,
    remindAt: null,
    settledAt: null,
    creditsId: null,
    reason: null,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
}

/** Positions count from 1; `from` lines are there already. */
export function linesAt(invoice: InvoiceRow, lines: readonly NewLine[], from = 0): InvoiceLineRow[] {
  return lines.map((line, index) => ({
    ...line,
    invoiceId: invoice.id,
    ownerId: invoice.ownerId,
    position: from + index + 1,
  }));
}
