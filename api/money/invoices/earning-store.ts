import type { Executor } from '../../platform/database/database.ts';
import type { InvoiceOwner } from './store.ts';

/** What documents say of one earning so far; the fee is below zero. */
export async function sumEarned(
  db: Executor,
  owner: InvoiceOwner,
  earningId: string,
): Promise<{ isDocumented: boolean; documents: number; earnedMinor: number; serviceFeeMinor: number }> {
  const rows = await db
    .selectFrom('invoiceLines')
    .select(['kind', 'amountMinor', 'invoiceId'])
    .where('paymentId', '=', earningId)
    .where('ownerId', '=', owner.id)
    .execute();
  const sumOf = (kind: string) => rows.reduce((sum, row) => (row.kind === kind ? sum + row.amountMinor : sum), 0);
  const documents = new Set(rows.map(({ invoiceId }) => invoiceId)).size;
  return {
    isDocumented: rows.length > 0,
    documents,
    earnedMinor: sumOf('earned'),
    serviceFeeMinor: sumOf('serviceFee'),
  };
}

/** Their ids, the first first. */
export async function listEarningDocuments(db: Executor, owner: InvoiceOwner, earningId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('invoiceLines')
    .innerJoin('invoices', 'invoices.id', 'invoiceLines.invoiceId')
    .select(['invoices.id', 'invoices.createdAt'])
    .distinct()
    .where('invoiceLines.paymentId', '=', earningId)
    .where('invoiceLines.ownerId', '=', owner.id)
    .orderBy('invoices.createdAt')
    .execute();
  return rows.map(({ id }) => id);
}
