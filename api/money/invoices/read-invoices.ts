import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listAllOpen, listInvoicesOfTransfers } from './list-store.ts';
import { findInvoice, hasOverdue, type InvoiceOwner } from './store.ts';
import type { InvoiceRow } from './table.ts';

export type { InvoiceRow } from './table.ts';

/** For somebody of the tenant. @throws 404 */
export async function getInvoice(db: Executor, scope: TenantScope, id: string): Promise<InvoiceRow> {
  const invoice = await findInvoice(db, { kind: 'tenant', id: scope.tenantId }, id);
  if (!invoice) throw notFound();
  return invoice;
}

/** While there is one nothing more is bought on credit. */
export function hasOverdueInvoice(db: Executor, scope: TenantScope): Promise<boolean> {
  return hasOverdue(db, scope);
}

/** Of all tenants: what the operator is owed. */
export function readOpenInvoices(db: Executor, limit: number): Promise<InvoiceRow[]> {
  return listAllOpen(db, limit);
}

/** Which document each transfer is on. */
export function readInvoicesOfTransfers(
  db: Executor,
  owner: InvoiceOwner,
  transferIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; number: string | null }>> {
  return listInvoicesOfTransfers(db, owner, transferIds);
}
