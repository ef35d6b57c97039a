import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { listCreditNotes } from './list-store.ts';
import { presentInvoice } from './present-invoice.ts';
import type { Invoice } from './schema.ts';
import { findInvoice, type InvoiceOwner, listInvoicePayments, listLines } from './store.ts';
import type { InvoiceRow } from './table.ts';

/** An invoice with everything on it. @throws 404 */
export async function readWhole(
  db: Executor,
  owner: InvoiceOwner,
  id: string,
): Promise<{ row: InvoiceRow; invoice: Invoice }> {
  const row = await findInvoice(db, owner, id);
  if (!row) throw notFound();
  const credited = row.creditsId ? await findInvoice(db, owner, row.creditsId) : undefined;
  const invoice = presentInvoice(row, {
    lines: await listLines(db, owner, id),
    payments: await listInvoicePayments(db, owner, id),
    credits: credited?.number ? { id: credited.id, number: credited.number } : null,
    creditNotes: await listCreditNotes(db, owner, id),
  });
  return { row, invoice };
}
