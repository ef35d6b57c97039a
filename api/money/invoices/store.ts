import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { InvoiceState } from './invoice.ts';
import type { InvoiceLineRow, InvoicePaymentRow, InvoiceRow, OwnerKind } from './table.ts';

/** Whose documents are asked for: a tenant's or a freelancer's, made of the scope that the edge proved. */
export type InvoiceOwner = { kind: OwnerKind; id: string };

export function findInvoice(db: Executor, owner: InvoiceOwner, id: string): Promise<InvoiceRow | undefined> {
  return db
    .selectFrom('invoices')
    .selectAll()
    .where('id', '=', id)
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .executeTakeFirst();
}

export async function hasOverdue(db: Executor, { tenantId }: TenantScope): Promise<boolean> {
  const found = await db
    .selectFrom('invoices')
    .select('id')
    .where('ownerId', '=', tenantId)
    .where('state', '=', 'overdue')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** @returns false when a document was made of the same source before */
export async function insertInvoiceOnce(trx: Executor, row: InvoiceRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('invoices')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns undefined when somebody was faster */
export function updateInvoice(
  trx: Executor,
  owner: InvoiceOwner,
  id: string,
  guard: { from?: readonly InvoiceState[]; revision?: number },
  change: Partial<InvoiceRow>,
): Promise<InvoiceRow | undefined> {
  return trx
    .updateTable('invoices')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('ownerId', '=', owner.id)
    .$if(guard.from !== undefined, (query) => query.where('state', 'in', guard.from!))
    .$if(guard.revision !== undefined, (query) => query.where('revision', '=', guard.revision!))
    .returningAll()
    .executeTakeFirst();
}

export async function insertLines(trx: Executor, rows: readonly InvoiceLineRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200)
    await trx
      .insertInto('invoiceLines')
      .values(rows.slice(at, at + 200))
      .execute();
}

export function listLines(db: Executor, owner: InvoiceOwner, invoiceId: string): Promise<InvoiceLineRow[]> {
  return db
    .selectFrom('invoiceLines')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('ownerId', '=', owner.id)
    .orderBy('position')
    .execute();
}

export function findLine(
  db: Executor,
  owner: InvoiceOwner,
  invoiceId: string,
  position: number,
): Promise<InvoiceLineRow | undefined> {
  return db
    .selectFrom('invoiceLines')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('ownerId', '=', owner.id)
    .where('position', '=', position)
    .executeTakeFirst();
}

export async function insertInvoicePayment(trx: Executor, row: InvoicePaymentRow): Promise<void> {
  await trx.insertInto('invoicePayments').values(row).execute();
}

export function listInvoicePayments(
  db: Executor,
  owner: InvoiceOwner,
  invoiceId: string,
): Promise<InvoicePaymentRow[]> {
  return db
    .selectFrom('invoicePayments')
    .selectAll()
    .where('invoiceId', '=', invoiceId)
    .where('ownerId', '=', owner.id)
    .orderBy('occurredAt')
    .orderBy('id')
    .execute();
}
