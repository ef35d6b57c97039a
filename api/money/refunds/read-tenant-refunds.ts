import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findRefund } from './store.ts';
import type { RefundRow } from './table.ts';
import { listRefundsOfTenant, type RefundsFilter } from './tenant-store.ts';

export type { RefundRow } from './table.ts';

/** What came back to a tenant, or is on its way; the newest first. */
export function readTenantRefunds(
  db: Executor,
  scope: TenantScope,
  filter: RefundsFilter,
  after: { at: number; id: string } | undefined,
  limit: number,
): Promise<RefundRow[]> {
  return listRefundsOfTenant(db, scope, filter, after, limit);
}

/** @throws 404 also for another tenant's */
export async function getTenantRefund(db: Executor, { tenantId }: TenantScope, id: string): Promise<RefundRow> {
  const found = await findRefund(db, id);
  if (found?.tenantId !== tenantId) throw notFound();
  return found;
}
