import { createPrinter } from '../../../platform/documents/print-in-worker.ts';
import { letterheadOf } from '../../../platform/documents/printed-brand.ts';
import type { Files } from '../../../platform/files/files.ts';
import type { Parties } from '../parties.ts';
import type { Invoice } from '../schema.ts';
import type { InvoiceRow } from '../table.ts';
import type { PrintedInvoice } from './printed-invoice.ts';

export type InvoiceDocuments = {
  print(row: InvoiceRow, invoice: Invoice): Promise<{ bytes: Uint8Array; fileName: string }>;
  close(): Promise<void>;
};

export function createInvoiceDocuments({ files }: { files: Pick<Files, 'get'> }): InvoiceDocuments {
  const printer = createPrinter<PrintedInvoice>(new URL('./print-worker.ts', import.meta.url));
  return {
    async print(row, invoice) {
      const { brand }: Parties = JSON.parse(row.parties);
      const { locale, issuedAt, createdAt, number, id } = row;
      const bytes = await printer.print({
        invoice,
        brand: await letterheadOf(files, brand),
        locale,
        madeAtMs: issuedAt ?? createdAt,
      });
      return { bytes, fileName: `${number ?? id}.pdf` };
    },
    close: printer.close,
  };
}
