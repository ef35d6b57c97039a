import type { Executor } from '../../platform/database/database.ts';
import { type InvoiceKind, type InvoiceState, openInvoiceStates } from './invoice.ts';
import type { InvoiceOwner } from './store.ts';
import type { InvoiceRow } from './table.ts';

export type InvoicePlace = { at: number; id: string };
export type InvoiceFilter = {
  state?: InvoiceState | undefined;
  kind?: InvoiceKind | undefined;
  fromMs?: number | undefined;
  toMs?: number | undefined;
};

/** The newest first, from below `after` on. */
export function listInvoices(
  db: Executor,
  owner: InvoiceOwner,
  { state, kind, fromMs, toMs, after, limit }: InvoiceFilter & { after: InvoicePlace | undefined; limit: number },
): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('ownerId', '=', owner.id)
    .where('ownerKind', '=', owner.kind)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind!))
    .$if(fromMs !== undefined, (query) => query.where('createdAt', '>=', fromMs!))
    .$if(toMs !== undefined, (query) => query.where('createdAt', '<', toMs!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([eb('createdAt', '<', after!.at), eb.and([eb('createdAt', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** A tenant's that are not paid, the soonest due first. */
export function listOpen(db: Executor, owner: InvoiceOwner): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('ownerId', '=', owner.id)
    .where('ownerKind', '=', owner.kind)
    .where('state', 'in', openInvoiceStates)
    .where('kind', '=', 'consolidated')
    .orderBy('dueAt')
    .execute();
}

/** Of all tenants: the operator's own receivables. */
export function listAllOpen(db: Executor, limit: number): Promise<InvoiceRow[]> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('state', 'in', openInvoiceStates)
    .where('kind', '=', 'consolidated')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function findDraft(db: Executor, owner: InvoiceOwner, currency: string): Promise<InvoiceRow | undefined> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('ownerId', '=', owner.id)
    .where('currency', '=', currency)
    .where('state', '=', 'draft')
    .executeTakeFirst();
}

/** Credit notes against one, the first first. */
export async function listCreditNotes(
  db: Executor,
  owner: InvoiceOwner,
  creditsId: string,
): Promise<{ id: string; number: string }[]> {
  const rows = await db
    .selectFrom('invoices')
    .select(['id', 'number'])
    .where('ownerId', '=', owner.id)
    .where('creditsId', '=', creditsId)
    .orderBy('sequence')
    .execute();
  return rows.flatMap(({ id, number }) => (number ? [{ id, number }] : []));
}

/** Which document each transfer is on. */
export async function listInvoicesOfTransfers(
  db: Executor,
  owner: InvoiceOwner,
  transferIds: readonly string[],
): Promise<Map<string, { id: string; number: string | null }>> {
  if (transferIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('invoiceLines')
    .innerJoin('invoices', 'invoices.id', 'invoiceLines.invoiceId')
    .select(['invoiceLines.transferId', 'invoices.id', 'invoices.number'])
    .where('invoiceLines.transferId', 'in', transferIds)
    .where('invoiceLines.ownerId', '=', owner.id)
    .where('invoiceLines.kind', '<>', 'credit')
    .execute();
  return new Map(rows.map(({ transferId, id, number }) => [transferId!, { id, number }]));
}

export type SpentSum = { team: string | null; currency: string; sumMinor: number };

/** What lines of work, fees and tax come to between two instants, by team and currency; refunds are below zero. */
export async function sumSpent(db: Executor, owner: InvoiceOwner, fromMs: number, toMs: number): Promise<SpentSum[]> {
  const rows = await db
    .selectFrom('invoiceLines')
    .select((eb) => ['team', 'currency', eb.fn.sum<number>('amountMinor').as('sumMinor')])
    .where('ownerId', '=', owner.id)
    .where('occurredAt', '>=', fromMs)
    .where('occurredAt', '<', toMs)
    .where('kind', 'in', ['work', 'fee', 'initiation', 'tax'])
    .groupBy(['team', 'currency'])
    .execute();
  return rows.map(({ sumMinor, ...row }) => ({ ...row, sumMinor: Number(sumMinor) }));
}
