import { type Money, money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { findByNumber } from './store.ts';

/** What may still be put on a purchase order; undefined when there is none of this number. */
export async function readRoom(db: Executor, scope: TenantScope, number: string): Promise<Money | undefined> {
  const row = await findByNumber(db, scope, number);
  return row && money(row.amountMinor - row.committedMinor - row.spentMinor, row.currency);
}
