import type { Letterhead } from '../../../platform/documents/printed-brand.ts';
import type { Invoice } from '../schema.ts';

/** Everything that stands on an invoice, and nothing that changes from one printing to the next. */
export type PrintedInvoice = {
  invoice: Invoice;
  brand: Letterhead;
  locale: string;
  /** The document's date. */
  madeAtMs: number;
};
