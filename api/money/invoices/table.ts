import type { EpochMs } from '../../platform/database/database.ts';
import type { InvoiceKind, InvoiceSplit, InvoiceState, LineKind } from './invoice.ts';

export type OwnerKind = 'tenant' | 'freelancer';

export type InvoiceRow = {
  id: string;
  kind: InvoiceKind;
  /** Whose document it is; a freelancer's names the tenant it came from beside. */
  ownerKind: OwnerKind;
  ownerId: string;
  tenantId: string | null;
  state: InvoiceState;
  revision: number;
  /** What it was made of, so that it is made once: `payment pay_1`. Null for a month's purchases on credit. */
  sourceKey: string | null;
  series: string;
  /** Null while it is a draft. */
  sequence: number | null;
  number: string | null;
  currency: string;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  paidMinor: number;
  /** Taken back by credit notes. */
  creditedMinor: number;
  /** Of what was credited: given back to where it came from, or taken over by the next invoice, as it was paid already. */
  returnedMinor: number;
  /** Payments under way. */
  pendingMinor: number;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  splitBy: InvoiceSplit;
  /** JSON, as they stood when it was issued: PrintedParties. */
  parties: string;
  locale: string;
  periodFrom: EpochMs | null;
  periodTo: EpochMs | null;
  issuedAt: EpochMs | null;
  dueAt: EpochMs | null;
  remindAt: EpochMs | null;
  settledAt: EpochMs | null;
  /** Of a credit note: the invoice it takes back. */
  creditsId: string | null;
  reason: string | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type InvoiceLineRow = {
  invoiceId: string;
  position: number;
  ownerId: string;
  kind: LineKind;
  /** Whose money: `milestoneFunding`. */
  purpose: string;
  paymentId: string | null;
  /** Whose entries are behind it; of a draft's carried credit none. */
  transferId: string | null;
  contractId: string | null;
  contractTitle: string | null;
  freelancerId: string | null;
  freelancerName: string | null;
  description: string;
  /** For time. */
  quantityMinutes: number | null;
  unitPriceMinor: number | null;
  amountMinor: number;
  currency: string;
  taxBasisPoints: number | null;
  taxCountry: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  /** Of the purchase, not of the invoice. */
  occurredAt: EpochMs;
};

/** Money that came for an invoice, or was told off against it. */
export type InvoicePaymentRow = {
  id: string;
  invoiceId: string;
  ownerId: string;
  via: 'method' | 'balance' | 'bankTransfer' | 'creditNote';
  paymentId: string | null;
  transferId: string | null;
  /** As a person knows it: `Visa ending in 4242`, `CN-000001`. */
  label: string;
  amountMinor: number;
  currency: string;
  state: 'pending' | 'posted' | 'voided';
  occurredAt: EpochMs;
};

/** The last number given in one series of one owner. */
export type InvoiceSeriesRow = {
  ownerId: string;
  series: string;
  /** Begins each number, and is nobody else's. */
  code: string;
  last: number;
};

/** Who a tenant's invoices are made out to. */
export type BillingDetailsRow = {
  tenantId: string;
  legalName: string;
  street: string;
  postalCode: string;
  city: string;
  region: string;
  country: string | null;
  vatId: string;
  /** A reference the client wants on each: their number for the marketplace as a supplier. */
  reference: string;
  splitBy: InvoiceSplit;
  revision: number;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    invoices: InvoiceRow;
    invoiceLines: InvoiceLineRow;
    invoicePayments: InvoicePaymentRow;
    invoiceSeries: InvoiceSeriesRow;
    billingDetails: BillingDetailsRow;
  }
}
