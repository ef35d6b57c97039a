import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OnboardingDeps } from './deps.ts';
import { moveTask } from './move-task.ts';
import { isOpenTask } from './onboarding-task.ts';
import { onboardingPolicy } from './policy.ts';
import { findOnboarding, listTasksOfContract, moveOnboarding } from './store.ts';
import type { OnboardingTaskRow } from './table.ts';

/** After a task was done: when nothing is left, the contract hears of it and goes on. */
export async function completeWhenDone(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  if (!isDone(await listTasksOfContract(trx, scope, contractId))) return;
  const completedAt = deps.clock.now();
  if (!(await moveOnboarding(trx, scope, contractId, ['open', 'lapsed'], { state: 'complete', completedAt }))) return;
  await note(trx, deps, scope, doer, contractId, 'onboardingCompleted');
  const news = { contractId, tenantId: scope.tenantId };
  await deps.outbox.record(trx, 'onboardingCompleted', scope.tenantId, news, completedAt);
}

/** Something that work needs is no longer valid, and nothing has taken its place. */
export async function lapse(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  if (!(await moveOnboarding(trx, scope, contractId, ['complete'], { state: 'lapsed' }))) return;
  await note(trx, deps, scope, doer, contractId, 'onboardingLapsed');
  const { pausesContractWhenLapsed } = await readPolicy(trx, scope, onboardingPolicy);
  if (!pausesContractWhenLapsed) return;
  const news = { contractId, tenantId: scope.tenantId };
  await deps.outbox.record(trx, 'onboardingLapsed', scope.tenantId, news, deps.clock.now());
}

/** The contract was cancelled or has ended: what was not done is asked no more, and nothing expires there. */
export async function closeOnboarding(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
): Promise<void> {
  if (!(await findOnboarding(trx, scope, contractId))) return;
  await moveOnboarding(trx, scope, contractId, ['open', 'complete', 'lapsed'], { state: 'closed' });
  for (const task of await listTasksOfContract(trx, scope, contractId))
    if (isOpenTask(task)) await moveTask(trx, deps, scope, doer, task, 'drop', { remindAt: null });
}

/**
 * A task that asks again while the first still holds keeps nobody from work; one that has expired does until it is
 * done again.
 */
export function isDone(tasks: readonly OnboardingTaskRow[]): boolean {
  const renewals = new Map(tasks.flatMap((task) => (task.renewalOf ? [[task.renewalOf, task] as const] : [])));
  return tasks.every((task) => {
    if (isOpenTask(task)) return task.renewalOf !== null && isHeld(tasks, task.renewalOf);
    if (task.state !== 'expired') return true;
    const renewal = renewals.get(task.id);
    return renewal !== undefined && !isOpenTask(renewal);
  });
}

function isHeld(tasks: readonly OnboardingTaskRow[], id: string): boolean {
  return tasks.some((task) => task.id === id && task.state === 'accepted');
}

async function note(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  contractId: string,
  move: 'onboardingCompleted' | 'onboardingLapsed',
): Promise<void> {
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'contract', id: contractId }, move });
}

declare module '../../platform/events/events.ts' {
  interface EventPayloads {
    onboardingTaskMoved: { contractId: string; tenantId: string };
    onboardingCompleted: { contractId: string; tenantId: string };
    /** Only where the tenant lets contracts rest for it. */
    onboardingLapsed: { contractId: string; tenantId: string };
  }
}
