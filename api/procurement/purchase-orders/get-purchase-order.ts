import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findPurchaseOrder } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';

/** @throws 404 */
export async function getPurchaseOrder(db: Executor, scope: TenantScope, id: string): Promise<PurchaseOrderRow> {
  const row = await findPurchaseOrder(db, scope, id);
  if (!row) throw notFound();
  return row;
}

export const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'This was changed at the same moment; nothing was done. Look at it again.');
