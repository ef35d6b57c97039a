import type { FundingChoices } from '@portico/api/money/billing/schema.ts';
import type {
  BillingDetails,
  BillingOverview,
  Invoice,
  InvoiceGroup,
  InvoiceLine,
  InvoiceSummary,
  LineEntries,
  Spend,
} from '@portico/api/money/invoices/schema.ts';
import { get, post, type Query, send } from './client.ts';

export type {
  BillingDetails,
  BillingOverview,
  FundingChoices,
  Invoice,
  InvoiceGroup,
  InvoiceLine,
  InvoiceSummary,
  LineEntries,
  Spend,
};
export type InvoicePage = { items: InvoiceSummary[]; nextCursor: string | null };
export type PayingSource = { kind: 'method'; methodId: string } | { kind: 'balance' };

const id = encodeURIComponent;

/** A client's documents, or with `own` a freelancer's. */
export const invoicesPath = (own: boolean) => (own ? '/v1/freelancers/me/invoices' : '/v1/invoices');
export const getInvoices = (own: boolean, query: Query, signal?: AbortSignal) =>
  get<InvoicePage>(invoicesPath(own), { query, signal });
export const getInvoice = (own: boolean, invoiceId: string, signal?: AbortSignal) =>
  send<Invoice>('GET', `${invoicesPath(own)}/${id(invoiceId)}`, { signal });
export const invoiceDocument = (own: boolean, invoiceId: string) => `${invoicesPath(own)}/${id(invoiceId)}/document`;
export const getLineEntries = (own: boolean, invoiceId: string, line: number) =>
  get<LineEntries>(`${invoicesPath(own)}/${id(invoiceId)}/lines/${line}/entries`);
export const invoiceTimeline = (invoiceId: string) => `/v1/invoices/${id(invoiceId)}/timeline`;
export const setPurchaseOrder = (invoiceId: string, purchaseOrder: string, ifMatch: string | undefined) =>
  send<Invoice>('PUT', `/v1/invoices/${id(invoiceId)}/purchase-order`, { body: { purchaseOrder }, ifMatch });
export const payInvoice = (
  invoiceId: string,
  body: { source: PayingSource; amount?: { amountMinor: number; currency: string } },
  key: string,
) => post<Invoice>(`/v1/invoices/${id(invoiceId)}/payments`, body, { headers: { 'idempotency-key': key } });

export const getBillingOverview = (signal?: AbortSignal) => get<BillingOverview>('/v1/billing/overview', { signal });
export const getSpend = (query: Query, signal?: AbortSignal) => get<Spend>('/v1/billing/spend', { query, signal });
export const getBillingDetails = (signal?: AbortSignal) =>
  send<BillingDetails>('GET', '/v1/billing/details', { signal });
export const saveBillingDetails = (body: BillingDetails, ifMatch: string | undefined) =>
  send<BillingDetails>('PUT', '/v1/billing/details', { body, ifMatch });
export const getPayingSources = (signal?: AbortSignal) => get<FundingChoices>('/v1/billing/sources', { signal });
