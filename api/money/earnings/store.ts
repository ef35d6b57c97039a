import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { Money } from '../money.ts';
import type { EarningRow } from './table.ts';

/* A freelancer's earnings are theirs across tenants; whoever asks was let through to the freelancer or the contracts. */

export async function insertEarning(trx: Executor, row: EarningRow): Promise<void> {
  await trx.insertInto('earnings').values(row).execute();
}

export function findEarning(db: Executor, scope: TenantScope, id: string): Promise<EarningRow | undefined> {
  return db
    .selectFrom('earnings')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findEarningOfTransfer(
  db: Executor,
  transferId: string,
  subject: { kind: string; id: string },
): Promise<EarningRow | undefined> {
  return db
    .selectFrom('earnings')
    .selectAll()
    .where('transferId', '=', transferId)
    .where('subjectKind', '=', subject.kind as EarningRow['subjectKind'])
    .where('subjectId', '=', subject.id)
    .executeTakeFirst();
}

/** @returns false when it is no longer as it was read */
export async function updateEarning(
  trx: Executor,
  { id, tenantId, state, returnedGrossMinor }: EarningRow,
  change: Partial<EarningRow>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('earnings')
    .set(change)
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('returnedGrossMinor', '=', returnedGrossMinor)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type EarningsFilter = {
  contractIds?: readonly string[];
  freelancerId?: string;
  subject?: { kind: string; ids: readonly string[] };
};

/** The oldest first. */
export function listEarnings(
  db: Executor,
  { contractIds, freelancerId, subject }: EarningsFilter,
): Promise<EarningRow[]> {
  return db
    .selectFrom('earnings')
    .selectAll()
    .$if(contractIds !== undefined, (query) => query.where('contractId', 'in', contractIds!))
    .$if(freelancerId !== undefined, (query) => query.where('freelancerId', '=', freelancerId!))
    .$if(subject !== undefined, (query) =>
      query
        .where('subjectKind', '=', subject!.kind as EarningRow['subjectKind'])
        .where('subjectId', 'in', subject!.ids),
    )
    .orderBy('earnedAt')
    .orderBy('id')
    .execute();
}

/** Pending ones whose security period is over, after `after`. */
export function listToSettle(
  db: Executor,
  nowMs: number,
  after: { securityEndsAt: number; id: string },
  limit: number,
): Promise<EarningRow[]> {
  return db
    .selectFrom('earnings')
    .selectAll()
    .where('state', '=', 'pending')
    .where('securityEndsAt', '<=', nowMs)
    .where((eb) =>
      eb.or([
        eb('securityEndsAt', '>', after.securityEndsAt),
        eb.and([eb('securityEndsAt', '=', after.securityEndsAt), eb('id', '>', after.id)]),
      ]),
    )
    .orderBy('securityEndsAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export type Relationship = { freelancerId: string; currency: string };

export async function findBilled(
  db: Executor,
  scope: TenantScope,
  { freelancerId, currency }: Relationship,
): Promise<number> {
  const found = await db
    .selectFrom('relationshipBilling')
    .select('billedMinor')
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', '=', freelancerId)
    .where('currency', '=', currency)
    .executeTakeFirst();
  return found?.billedMinor ?? 0;
}

/** @returns what was billed before, as whoever comes at the same time waits for this to end */
export async function raiseBilled(
  trx: Executor,
  scope: TenantScope,
  freelancerId: string,
  { amountMinor, currency }: Money,
): Promise<number> {
  const { billedMinor } = await trx
    .insertInto('relationshipBilling')
    .values({ tenantId: scope.tenantId, freelancerId, currency, billedMinor: amountMinor })
    .onConflict((conflict) =>
      conflict
        .columns(['tenantId', 'freelancerId', 'currency'])
        .doUpdateSet((eb) => ({ billedMinor: eb('relationshipBilling.billedMinor', '+', amountMinor) })),
    )
    .returning('billedMinor')
    .executeTakeFirstOrThrow();
  return billedMinor - amountMinor;
}

/** What went back was not billed. */
export async function lowerBilled(
  trx: Executor,
  scope: TenantScope,
  freelancerId: string,
  { amountMinor, currency }: Money,
): Promise<void> {
  await trx
    .updateTable('relationshipBilling')
    .set((eb) => ({ billedMinor: eb('billedMinor', '-', amountMinor) }))
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', '=', freelancerId)
    .where('currency', '=', currency)
    .execute();
}
