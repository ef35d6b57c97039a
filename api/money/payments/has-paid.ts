import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { hasPosted } from './store.ts';

/** A client is verified by a payment that arrived. */
export function hasPaid(db: Executor, scope: TenantScope): Promise<boolean> {
  return hasPosted(db, scope);
}
