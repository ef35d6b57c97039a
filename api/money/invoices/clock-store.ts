import type { Executor } from '../../platform/database/database.ts';
import { openInvoiceStates } from './invoice.ts';
import type { InvoiceRow } from './table.ts';

/* What the clock looks for, in all tenants. */

/** Drafts of a month that has ended, by id. */
export function listDraftsBefore(
  db: Executor,
  monthStartMs: number,
  afterId: string,
  limit: number,
): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('state', '=', 'draft')
    .where('periodTo', '<=', monthStartMs)
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function listFallenDue(db: Executor, nowMs: number, limit: number): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('state', 'in', ['issued', 'partlyPaid'])
    .where('dueAt', '<=', nowMs)
    .orderBy('dueAt')
    .limit(limit)
    .execute();
}

export function listToRemind(db: Executor, nowMs: number, limit: number): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('state', 'in', openInvoiceStates)
    .where('remindAt', '<=', nowMs)
    .orderBy('remindAt')
    .limit(limit)
    .execute();
}
