import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { VettingInterviewRow, VettingSlotRow } from './table.ts';
import type { InterviewState, SlotState } from './vetting-interview.ts';

export async function insertSlots(trx: Executor, rows: readonly VettingSlotRow[]): Promise<void> {
  await trx.insertInto('vettingSlots').values(rows).execute();
}

export function findSlot(db: Executor, scope: TenantScope, id: string): Promise<VettingSlotRow | undefined> {
  return db
    .selectFrom('vettingSlots')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listSlots(
  db: Executor,
  scope: TenantScope,
  filter: { states: readonly SlotState[]; fromMs: EpochMs; reviewerId?: string | undefined; notReviewerId?: string },
  limit: number,
): Promise<VettingSlotRow[]> {
  let query = db
    .selectFrom('vettingSlots')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('state', 'in', filter.states)
    .where('startsAt', '>=', filter.fromMs);
  if (filter.reviewerId !== undefined) query = query.where('reviewerId', '=', filter.reviewerId);
  if (filter.notReviewerId !== undefined) query = query.where('reviewerId', '!=', filter.notReviewerId);
  return query.orderBy('startsAt').orderBy('id').limit(limit).execute();
}

/** Of one reviewer, those that touch a span and were not removed. */
export function listSlotsWithin(
  db: Executor,
  scope: TenantScope,
  reviewerId: string,
  fromMs: EpochMs,
  toMs: EpochMs,
): Promise<VettingSlotRow[]> {
  return db
    .selectFrom('vettingSlots')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('reviewerId', '=', reviewerId)
    .where('state', '!=', 'removed')
    .where('startsAt', '<', toMs)
    .where('endsAt', '>', fromMs)
    .execute();
}

/** @returns false when somebody was faster */
export async function moveSlot(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly SlotState[],
  to: SlotState,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('vettingSlots')
    .set({ state: to })
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function countOpenSlots(
  db: Executor,
  scope: TenantScope,
  fromMs: EpochMs,
): Promise<{ personId: string; count: number }[]> {
  return db
    .selectFrom('vettingSlots')
    .select((eb) => ['reviewerId as personId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('state', '=', 'open')
    .where('startsAt', '>=', fromMs)
    .groupBy('reviewerId')
    .execute();
}

export async function insertInterview(trx: Executor, row: VettingInterviewRow): Promise<void> {
  await trx.insertInto('vettingInterviews').values(row).execute();
}

/** In the order they were booked. */
export function listInterviewsOf(
  db: Executor,
  scope: TenantScope,
  applicationIds: readonly string[],
): Promise<VettingInterviewRow[]> {
  return db
    .selectFrom('vettingInterviews')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('applicationId', 'in', applicationIds)
    .orderBy('bookedAt')
    .orderBy('id')
    .execute();
}

export function listInterviewsIn(
  db: Executor,
  scope: TenantScope,
  slotIds: readonly string[],
): Promise<VettingInterviewRow[]> {
  return db
    .selectFrom('vettingInterviews')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('slotId', 'in', slotIds)
    .where('state', '=', 'booked')
    .execute();
}

export function countInterviews(db: Executor, scope: TenantScope): Promise<{ personId: string; count: number }[]> {
  return db
    .selectFrom('vettingInterviews')
    .select((eb) => ['reviewerId as personId', eb.fn.countAll<number>().as('count')])
    .where('tenantId', '=', scope.tenantId)
    .where('state', '=', 'booked')
    .groupBy('reviewerId')
    .execute();
}

/** @returns false when it has left `from`, or was moved before where that must not be */
export async function updateInterview(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly InterviewState[],
  change: Partial<Omit<VettingInterviewRow, 'id' | 'tenantId' | 'applicationId' | 'sequence'>>,
): Promise<boolean> {
  let query = trx
    .updateTable('vettingInterviews')
    .set((eb) => ({ ...change, sequence: eb('sequence', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from);
  if (change.wasMoved === 1) query = query.where('wasMoved', '=', 0);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return numUpdatedRows === 1n;
}
