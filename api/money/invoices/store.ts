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

/** For the operator, who is owed what it says, and for the clock. */
export function findAnyInvoice(db: Executor, id: string): Promise<InvoiceRow | undefined> {
  return db.selectFrom('invoices').selectAll().where('id', '=', id).executeTakeFirst();
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

/** Of a document that was just put down. */
export async function setNumber(
  trx: Executor,
  owner: InvoiceOwner,
  id: string,
  number: { series: string; sequence: number; number: string },
): Promise<void> {
  await trx.updateTable('invoices').set(number).where('id', '=', id).where('ownerId', '=', owner.id).execute();
}

/** Until the transaction ends nobody else changes this invoice: what is added up next is added once. */
export function takeInvoice(trx: Executor, owner: InvoiceOwner, id: string): Promise<InvoiceRow | undefined> {
  return trx
    .updateTable('invoices')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('ownerKind', '=', owner.kind)
    .where('ownerId', '=', owner.id)
    .returningAll()
    .executeTakeFirst();
}

/** The same of the draft that gathers purchases on credit. */
export function takeDraft(trx: Executor, { tenantId }: TenantScope, currency: string): Promise<InvoiceRow | undefined> {
  return trx
    .updateTable('invoices')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('ownerId', '=', tenantId)
    .where('currency', '=', currency)
    .where('state', '=', 'draft')
    .returningAll()
    .executeTakeFirst();
}

/** Whoever has taken it writes without a guard. */
export function writeTaken(
  trx: Executor,
  { id, ownerId }: Pick<InvoiceRow, 'id' | 'ownerId'>,
  change: Partial<InvoiceRow>,
): Promise<InvoiceRow> {
  return trx
    .updateTable('invoices')
    .set(change)
    .where('id', '=', id)
    .where('ownerId', '=', ownerId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function lastPosition(db: Executor, { id, ownerId }: Pick<InvoiceRow, 'id' | 'ownerId'>): Promise<number> {
  const { last } = await db
    .selectFrom('invoiceLines')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('invoiceId', '=', id)
    .where('ownerId', '=', ownerId)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Whether this part of a transfer is on a document already. */
export async function hasLine(
  db: Executor,
  { id }: InvoiceOwner,
  { transferId, kind }: Pick<InvoiceLineRow, 'transferId' | 'kind'>,
): Promise<boolean> {
  const found = await db
    .selectFrom('invoiceLines')
    .select('position')
    .where('transferId', '=', transferId)
    .where('kind', '=', kind)
    .where('ownerId', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

/** The document that a transfer is on. */
export async function findInvoiceOfTransfer(
  db: Executor,
  owner: InvoiceOwner,
  transferId: string,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('invoiceLines')
    .select('invoiceId')
    .where('transferId', '=', transferId)
    .where('ownerId', '=', owner.id)
    .limit(1)
    .executeTakeFirst();
  return found?.invoiceId;
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

/** @returns false when this payment is written down already */
export async function insertPaymentOnce(trx: Executor, row: InvoicePaymentRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('invoicePayments')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function settlePaymentRow(
  trx: Executor,
  { paymentId, ownerId, occurredAt }: InvoicePaymentRow,
  state: 'posted' | 'voided',
): Promise<void> {
  await trx
    .updateTable('invoicePayments')
    .set({ state, occurredAt })
    .where('paymentId', '=', paymentId)
    .where('ownerId', '=', ownerId)
    .execute();
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

/** @returns how many lines had none */
export async function fillPurchaseOrder(
  trx: Executor,
  { id, ownerId }: Pick<InvoiceRow, 'id' | 'ownerId'>,
  purchaseOrder: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('invoiceLines')
    .set({ purchaseOrder })
    .where('invoiceId', '=', id)
    .where('ownerId', '=', ownerId)
    .where('purchaseOrder', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
