import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import {
  listPaymentsBy,
  listPaymentsById,
  type Payer,
  type PayerFilter,
  type PaymentPosition,
  sumUndecided,
} from './payer-store.ts';
import type { Payment } from './read-payments.ts';

export type { Payer, PayerFilter, PaymentPosition } from './payer-store.ts';

/** What somebody paid, or tried to; the newest first. */
export function readPaymentsBy(
  db: Executor,
  payer: Payer,
  filter: PayerFilter,
  after: PaymentPosition | undefined,
  limit: number,
): Promise<Payment[]> {
  if (filter.purposes?.length === 0) return Promise.resolve([]);
  return listPaymentsBy(db, payer, filter, after, limit);
}

/** Known to exist, by id. */
export async function readPaymentsById(db: Executor, ids: readonly string[]): Promise<ReadonlyMap<string, Payment>> {
  const rows = ids.length === 0 ? [] : await listPaymentsById(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a processor had not decided about at an instant, by the number of the purchase order that pays it. */
export async function sumOpenPayments(
  db: Executor,
  { tenantId }: TenantScope,
  purchaseOrders: readonly string[],
  asOfMs: EpochMs,
): Promise<ReadonlyMap<string, number>> {
  if (purchaseOrders.length === 0) return new Map();
  const rows = await sumUndecided(db, tenantId, purchaseOrders, asOfMs);
  return new Map(rows.map((row) => [row.purchaseOrder!, Number(row.amountMinor)]));
}
