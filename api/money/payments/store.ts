import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { openPaymentStates, type PaymentState } from './payment.ts';
import type { PaymentRow } from './table.ts';

export async function insertPayment(trx: Executor, row: PaymentRow): Promise<void> {
  await trx.insertInto('payments').values(row).execute();
}

/** For the clock and for processors, who know no tenant. */
export function findPayment(db: Executor, id: string): Promise<PaymentRow | undefined> {
  return db.selectFrom('payments').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findPaymentByExternalId(
  db: Executor,
  processor: string,
  externalId: string,
): Promise<PaymentRow | undefined> {
  return db
    .selectFrom('payments')
    .selectAll()
    .where('externalId', '=', externalId)
    .where('processor', '=', processor)
    .executeTakeFirst();
}

/** @returns false when it is settled already */
export async function updateOpen(
  trx: Executor,
  id: string,
  change: Partial<PaymentRow>,
  from: readonly PaymentState[] = openPaymentStates,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payments')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Refunded = Pick<PaymentRow, 'refundedMinor' | 'refundedFeeMinor' | 'refundedTaxMinor'>;

/** @returns false when something else of it went back meanwhile, or a bank took it back */
export async function updateRefunded(trx: Executor, { id, refundedMinor }: PaymentRow, by: Refunded): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('payments')
    .set((eb) => ({
      refundedMinor: eb('refundedMinor', '+', by.refundedMinor),
      refundedFeeMinor: eb('refundedFeeMinor', '+', by.refundedFeeMinor),
      refundedTaxMinor: eb('refundedTaxMinor', '+', by.refundedTaxMinor),
    }))
    .where('id', '=', id)
    .where('state', '=', 'posted')
    .where('isDisputed', '=', 0)
    .where('refundedMinor', '=', refundedMinor)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What a processor would not give back was not given back. */
export async function giveBackRefunded(trx: Executor, id: string, by: Refunded): Promise<void> {
  await trx
    .updateTable('payments')
    .set((eb) => ({
      refundedMinor: eb('refundedMinor', '-', by.refundedMinor),
      refundedFeeMinor: eb('refundedFeeMinor', '-', by.refundedFeeMinor),
      refundedTaxMinor: eb('refundedTaxMinor', '-', by.refundedTaxMinor),
    }))
    .where('id', '=', id)
    .execute();
}

export async function setDisputed(trx: Executor, id: string, isDisputed: boolean): Promise<void> {
  await trx
    .updateTable('payments')
    .set({ isDisputed: isDisputed ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** Open ones whose processor is to be asked again. */
export async function listToLookAt(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('payments')
    .select('id')
    .where('state', 'in', openPaymentStates)
    .where('nextLookAt', '<=', nowMs)
    .orderBy('nextLookAt')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whose payer did not answer the bank in time. */
export async function listUnconfirmed(db: Executor, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('payments')
    .select('id')
    .where('state', '=', 'actionNeeded')
    .where('confirmBy', '<=', nowMs)
    .orderBy('confirmBy')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export type PaymentFilter = {
  contractIds?: readonly string[];
  subject?: { kind: string; id: string };
  states?: readonly PaymentState[];
};
export type PaymentPlace = { createdAt: number; id: string };

/** The newest first. */
export function listPayments(
  db: Executor,
  scope: TenantScope,
  { contractIds, subject, states }: PaymentFilter,
  after: PaymentPlace | undefined,
  limit: number,
): Promise<PaymentRow[]> {
  return db
    .selectFrom('payments')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .$if(contractIds !== undefined, (query) => query.where('contractId', 'in', contractIds!))
    .$if(subject !== undefined, (query) =>
      query.where('subjectKind', '=', subject!.kind).where('subjectId', '=', subject!.id),
    )
    .$if(states !== undefined, (query) => query.where('state', 'in', states!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('createdAt', '<', after!.createdAt),
          eb.and([eb('createdAt', '=', after!.createdAt), eb('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listPaymentsAfter(db: Executor, id: string, limit: number): Promise<PaymentRow[]> {
  return db.selectFrom('payments').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}

/** Whether a tenant has ever paid anything that arrived. */
export async function hasPosted(db: Executor, { tenantId }: TenantScope): Promise<boolean> {
  const found = await db
    .selectFrom('payments')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('payerKind', '=', 'tenant')
    .where('state', '=', 'posted')
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Of which something went back. */
export function listReturned(db: Executor): Promise<Pick<PaymentRow, 'id' | 'refundedMinor'>[]> {
  return db.selectFrom('payments').select(['id', 'refundedMinor']).where('refundedMinor', '!=', 0).execute();
}
