import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import {
  findPayment,
  findPaymentByExternalId,
  listPayments,
  listReturned,
  type PaymentFilter,
  type PaymentPlace,
} from './store.ts';
import type { PaymentRow } from './table.ts';

export type Payment = PaymentRow;

/** @throws 404 also for somebody else's */
export async function getPaymentOf(
  db: Executor,
  payer: { kind: PaymentRow['payerKind']; id: string },
  id: string,
): Promise<PaymentRow> {
  const found = await findPayment(db, id);
  if (!found || found.payerKind !== payer.kind || found.payerId !== payer.id) throw notFound();
  return found;
}

/** @throws 404 also for another tenant's */
export function getClientPayment(db: Executor, { tenantId }: TenantScope, id: string): Promise<PaymentRow> {
  return getPaymentOf(db, { kind: 'tenant', id: tenantId }, id);
}

/** Known to exist: read by whoever was told of it. */
export async function readPayment(db: Executor, id: string): Promise<PaymentRow> {
  const found = await findPayment(db, id);
  if (!found) throw new Error(`there is no payment ${id}`);
  return found;
}

const paymentsMax = 1000;

/** Of contracts or of one subject, the newest first. */
export function readPayments(db: Executor, scope: TenantScope, filter: PaymentFilter): Promise<PaymentRow[]> {
  if (filter.contractIds?.length === 0) return Promise.resolve([]);
  return listPayments(db, scope, filter, undefined, paymentsMax);
}

/** @param after where the page before ended, as its cursor says */
export async function readPaymentPage(
  db: Executor,
  scope: TenantScope,
  filter: PaymentFilter,
  after: unknown,
  limit: number,
): Promise<{ payments: PaymentRow[]; next: PaymentPlace | undefined }> {
  const rows = await listPayments(db, scope, filter, after as PaymentPlace | undefined, limit + 1);
  const payments = rows.slice(0, limit);
  const last = payments.at(-1);
  return { payments, next: rows.length > limit && last ? { createdAt: last.createdAt, id: last.id } : undefined };
}

/** Known to a processor by its id; undefined when it is none of ours. */
export function paymentByExternalId(
  db: Executor,
  processor: string,
  externalId: string,
): Promise<PaymentRow | undefined> {
  return findPaymentByExternalId(db, processor, externalId);
}

/** For the proof of refunds. */
export const readReturned = listReturned;
