import type { Executor } from '../../platform/database/database.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import type { InvoiceKind, InvoiceState } from './invoice.ts';
import { type InvoicePlace, listInvoices } from './list-store.ts';
import { presentSummary } from './present-invoice.ts';
import type { InvoiceSummary } from './schema.ts';
import type { InvoiceOwner } from './store.ts';

export type ListQuery = {
  state?: InvoiceState | undefined;
  kind?: InvoiceKind | undefined;
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

export async function readInvoicePage(
  db: Executor,
  cursors: Cursors,
  owner: InvoiceOwner,
  { state, kind, from, to, limit, cursor }: ListQuery,
): Promise<{ items: InvoiceSummary[]; nextCursor: string | null }> {
  const binding = `invoices ${owner.id} ${state} ${kind} ${from} ${to}`;
  const after = cursor ? (cursors.decode(binding, cursor) as InvoicePlace) : undefined;
  const rows = await listInvoices(db, owner, { state, kind, ...daysOf({ from, to }), after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const nextCursor = last ? cursors.encode(binding, { at: last.createdAt, id: last.id }) : null;
  return { items: page.map(presentSummary), nextCursor };
}

const dayMs = 86_400_000;

/** From the first instant of one day to the last of another, by UTC. */
export function daysOf({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return {
    fromMs: from === undefined ? undefined : Date.parse(`${from}T00:00:00Z`),
    toMs: to === undefined ? undefined : Date.parse(`${to}T00:00:00Z`) + dayMs,
  };
}
