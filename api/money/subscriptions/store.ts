import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { livingStates, type SubscriptionState } from './subscription.ts';
import type { SubscriptionChargeRow, SubscriptionRow } from './table.ts';

/** A second one that lives breaks a unique index. */
export async function insertSubscription(trx: Executor, row: SubscriptionRow): Promise<void> {
  await trx.insertInto('subscriptions').values(row).execute();
}

export function findLiving(db: Executor, scope: TenantScope): Promise<SubscriptionRow | undefined> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', livingStates)
    .executeTakeFirst();
}

export function findSubscription(db: Executor, scope: TenantScope, id: string): Promise<SubscriptionRow | undefined> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export type SubscriptionChange = Partial<Omit<SubscriptionRow, 'id' | 'tenantId' | 'revision'>>;

/** @returns false when it changed since it was read, or has left `from` */
export async function updateSubscription(
  trx: Executor,
  { id, tenantId, revision }: Pick<SubscriptionRow, 'id' | 'tenantId' | 'revision'>,
  from: readonly SubscriptionState[],
  change: SubscriptionChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('subscriptions')
    .set({ ...change, revision: revision + 1 })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A second one under way breaks a unique index. */
export async function insertCharge(trx: Executor, row: SubscriptionChargeRow): Promise<void> {
  await trx.insertInto('subscriptionCharges').values(row).execute();
}

export function findCharge(db: Executor, scope: TenantScope, id: string): Promise<SubscriptionChargeRow | undefined> {
  return db
    .selectFrom('subscriptionCharges')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @returns false when it was settled before */
export async function settleCharge(
  trx: Executor,
  { id, tenantId }: Pick<SubscriptionChargeRow, 'id' | 'tenantId'>,
  change: Pick<SubscriptionChargeRow, 'state' | 'refusal' | 'settledAt' | 'paymentId'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('subscriptionCharges')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', 'charging')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function setChargePayment(
  trx: Executor,
  { id, tenantId }: Pick<SubscriptionChargeRow, 'id' | 'tenantId'>,
  paymentId: string,
): Promise<void> {
  await trx
    .updateTable('subscriptionCharges')
    .set({ paymentId })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
}

/** The newest first. */
export function listCharges(db: Executor, scope: TenantScope, limit: number): Promise<SubscriptionChargeRow[]> {
  return db
    .selectFrom('subscriptionCharges')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/* Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */

export function listToCharge(db: Executor, nowMs: EpochMs, limit: number): Promise<SubscriptionRow[]> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', 'in', ['active', 'pastDue'])
    .where('cancelsAtEnd', '=', 0)
    .where('nextChargeAt', '<=', nowMs)
    .where((eb) => eb.or([eb('graceUntil', 'is', null), eb('graceUntil', '>', nowMs)]))
    .orderBy('nextChargeAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Cancelled ones whose period is over, and those that stayed unpaid; none whose charge is under way. */
export function listToEnd(db: Executor, nowMs: EpochMs, limit: number): Promise<SubscriptionRow[]> {
  return db
    .selectFrom('subscriptions')
    .selectAll()
    .where('state', 'in', ['active', 'pastDue'])
    .where((eb) =>
      eb.or([
        eb.and([eb('cancelsAtEnd', '=', 1), eb('periodEnd', '<=', nowMs)]),
        eb.and([eb('state', '=', 'pastDue'), eb('graceUntil', '<=', nowMs)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('subscriptionCharges')
            .select('subscriptionCharges.id')
            .whereRef('subscriptionCharges.subscriptionId', '=', 'subscriptions.id')
            .where('subscriptionCharges.state', '=', 'charging'),
        ),
      ),
    )
    .orderBy('periodEnd')
    .orderBy('id')
    .limit(limit)
    .execute();
}
