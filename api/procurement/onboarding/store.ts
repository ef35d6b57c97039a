import type { FreelancerScope } from '../../platform/auth/freelancer-scope.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { openTaskStates, type TaskState } from './onboarding-task.ts';
import type {
  OnboardingFactRow,
  OnboardingRow,
  OnboardingSignatureRow,
  OnboardingState,
  OnboardingTaskRow,
} from './table.ts';

export async function insertOnboarding(trx: Executor, row: OnboardingRow): Promise<void> {
  await trx.insertInto('onboardings').values(row).execute();
}

export function findOnboarding(
  db: Executor,
  scope: TenantScope,
  contractId: string,
): Promise<OnboardingRow | undefined> {
  return db
    .selectFrom('onboardings')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .executeTakeFirst();
}

/** @param tenant where the address names one, only what is that tenant's */
export function findOnboardingOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  contractId: string,
): Promise<OnboardingRow | undefined> {
  return db
    .selectFrom('onboardings')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('contractId', '=', contractId)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** Of contracts that the caller may see. */
export function listOnboardings(db: Executor, contractIds: readonly string[]): Promise<OnboardingRow[]> {
  if (contractIds.length === 0) return Promise.resolve([]);
  return db.selectFrom('onboardings').selectAll().where('contractId', 'in', contractIds).execute();
}

/** @returns false when it has left `from` */
export async function moveOnboarding(
  trx: Executor,
  scope: TenantScope,
  contractId: string,
  from: readonly OnboardingState[],
  change: Pick<Partial<OnboardingRow>, 'state' | 'completedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('onboardings')
    .set(change)
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertTask(trx: Executor, row: OnboardingTaskRow): Promise<void> {
  await trx.insertInto('onboardingTasks').values(row).execute();
}

/** @returns false when its task is continued already */
export async function insertRenewal(trx: Executor, row: OnboardingTaskRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('onboardingTasks')
    .values(row)
    .onConflict((conflict) => conflict.column('renewalOf').where('renewalOf', 'is not', null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findTask(db: Executor, scope: TenantScope, id: string): Promise<OnboardingTaskRow | undefined> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** @param tenant where the address names one, only what is that tenant's */
export function findTaskOf(
  db: Executor,
  { freelancerId }: FreelancerScope,
  tenant: TenantScope | undefined,
  id: string,
): Promise<OnboardingTaskRow | undefined> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('freelancerId', '=', freelancerId)
    .where('id', '=', id)
    .$if(tenant !== undefined, (query) => query.where('tenantId', '=', tenant!.tenantId))
    .executeTakeFirst();
}

/** What the operator of the installation owes, whichever tenant asked. */
export function findOperatorTask(db: Executor, id: string): Promise<OnboardingTaskRow | undefined> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('owner', '=', 'operator')
    .where('id', '=', id)
    .executeTakeFirst();
}

export function listTasksOfContract(
  db: Executor,
  scope: TenantScope,
  contractId: string,
): Promise<OnboardingTaskRow[]> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('contractId', '=', contractId)
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
}

/** Open ones of contracts that the caller may see. */
export function listOpenTasks(
  db: Executor,
  contractIds: readonly string[],
): Promise<Pick<OnboardingTaskRow, 'contractId' | 'id' | 'owner' | 'state' | 'dueAt' | 'title' | 'renewalOf'>[]> {
  if (contractIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('onboardingTasks')
    .select(['contractId', 'id', 'owner', 'state', 'dueAt', 'title', 'renewalOf'])
    .where('contractId', 'in', contractIds)
    .where('state', 'in', openTaskStates)
    .orderBy('dueAt')
    .orderBy('id')
    .execute();
}

/** The one that holds longest, of what was asked word for word. */
export function findReusable(
  db: Executor,
  scope: TenantScope,
  { freelancerId, reuseKey }: Pick<OnboardingTaskRow, 'freelancerId' | 'reuseKey'>,
  validAfterMs: EpochMs,
): Promise<OnboardingTaskRow | undefined> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('freelancerId', '=', freelancerId)
    .where('reuseKey', '=', reuseKey)
    .where('state', '=', 'accepted')
    .where('validUntil', '>', validAfterMs)
    .orderBy('validUntil', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export type TaskChange = Partial<Omit<OnboardingTaskRow, 'id' | 'tenantId' | 'contractId' | 'revision' | 'updatedAt'>>;

/** @returns false when it has left `from` */
export async function updateTask(
  trx: Executor,
  scope: TenantScope,
  id: string,
  from: readonly TaskState[],
  nowMs: EpochMs,
  change: TaskChange,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('onboardingTasks')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1), updatedAt: nowMs }))
    .where('tenantId', '=', scope.tenantId)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertFact(trx: Executor, row: OnboardingFactRow): Promise<void> {
  await trx.insertInto('onboardingFacts').values(row).execute();
}

/** What was given back is signed anew. */
export async function insertSignature(trx: Executor, row: OnboardingSignatureRow): Promise<void> {
  const { taskId: _task, tenantId: _tenant, ...signed } = row;
  await trx
    .insertInto('onboardingSignatures')
    .values(row)
    .onConflict((conflict) => conflict.column('taskId').doUpdateSet(signed))
    .execute();
}

export function listSignatures(db: Executor, taskIds: readonly string[]): Promise<OnboardingSignatureRow[]> {
  if (taskIds.length === 0) return Promise.resolve([]);
  return db.selectFrom('onboardingSignatures').selectAll().where('taskId', 'in', taskIds).execute();
}
