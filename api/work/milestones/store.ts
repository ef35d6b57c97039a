import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { MilestoneState } from './milestone.ts';
import type { MilestoneRow } from './table.ts';

export type MilestoneChange = Partial<
  Omit<MilestoneRow, 'id' | 'tenantId' | 'contractId' | 'freelancerId' | 'currency' | 'revision' | 'createdAt'>
>;
/** What must still be so when a change is written. */
export type MilestoneGuard = { from: readonly MilestoneState[]; revision?: number };

export async function insertMilestones(trx: Executor, rows: readonly MilestoneRow[]): Promise<void> {
  if (rows.length > 0) await trx.insertInto('milestones').values(rows).execute();
}

export function findMilestone(db: Executor, scope: TenantScope, id: string): Promise<MilestoneRow | undefined> {
  return db
    .selectFrom('milestones')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** For the operator, who knows no tenant. */
export function findMilestoneAnywhere(db: Executor, id: string): Promise<MilestoneRow | undefined> {
  return db.selectFrom('milestones').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @param tenant where the address names one, its milestones only */
export function findMilestoneOf(
  db: Executor,
  freelancer: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<MilestoneRow | undefined> {
  return db
    .selectFrom('milestones')
    .selectAll()
    .where('freelancerId', '=', freelancer.freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** In the contract's order. The caller has made sure that the contracts may be seen. */
export async function listMilestonesOf(db: Executor, contractIds: readonly string[]): Promise<MilestoneRow[]> {
  if (contractIds.length === 0) return [];
  return db
    .selectFrom('milestones')
    .selectAll()
    .where('contractId', 'in', contractIds)
    .orderBy('contractId')
    .orderBy('position')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Those that a payment was charged for: the milestone, what is left of it, and what was released beyond it. */
export function listMilestonesOfPayment(db: Executor, scope: TenantScope, paymentId: string): Promise<MilestoneRow[]> {
  return db
    .selectFrom('milestones')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where((eb) => eb.or([eb('paymentId', '=', paymentId), eb('extraPaymentId', '=', paymentId)]))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** @returns false when somebody was faster */
export async function updateMilestone(
  trx: Executor,
  scope: TenantScope,
  id: string,
  { from, revision }: MilestoneGuard,
  change: MilestoneChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('milestones')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .$if(revision !== undefined, (query) => query.where('revision', '=', revision!))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when it is no longer planned, or was changed */
export async function deleteMilestone(trx: Executor, scope: TenantScope, id: string, revision: number) {
  const { numDeletedRows } = await trx
    .deleteFrom('milestones')
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .where('revision', '=', revision)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Makes room: every later one of the contract moves by one. */
export async function shiftPositions(
  trx: Executor,
  scope: TenantScope,
  contractId: string,
  from: number,
  by: number,
): Promise<void> {
  await trx
    .updateTable('milestones')
    .set((eb) => ({ position: eb('position', '+', by) }))
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .where('position', '>=', from)
    .execute();
}

/** ⏱ Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */
export function listDue(
  db: Executor,
  due: 'autoReleaseAt' | 'warnAt' | 'refundAnswerBy',
  state: MilestoneState,
  nowMs: EpochMs,
  limit: number,
): Promise<MilestoneRow[]> {
  return db
    .selectFrom('milestones')
    .selectAll()
    .where(due, '<=', nowMs)
    .where('state', '=', state)
    .orderBy(due)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function listMilestonesAfter(db: Executor, id: string, limit: number): Promise<MilestoneRow[]> {
  return db.selectFrom('milestones').selectAll().where('id', '>', id).orderBy('id').limit(limit).execute();
}
