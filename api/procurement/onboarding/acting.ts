import type { Person } from '../../platform/auth/actor.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { personOf } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { HttpContext } from '../../platform/http/environment.ts';
import { forbidden, notFound } from '../../platform/http/problem.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { TaskDoer } from './do-task.ts';
import { findOnboarding, findOnboardingOf, findOperatorTask, findTask, findTaskOf } from './store.ts';
import type { OnboardingRow, OnboardingTaskRow } from './table.ts';

/** A task with its contract, and in whose tenant it is. */
export type FoundTask = { scope: TenantScope; task: OnboardingTaskRow; onboarding: OnboardingRow };

/** @throws 404 */
export async function teamTask(db: Executor, scope: TenantScope, id: string): Promise<FoundTask> {
  return withContract(db, scope, await findTask(db, scope, id));
}

/** @throws 404 */
export async function ownTask(db: Executor, { freelancer, tenant }: ActingFreelancer, id: string): Promise<FoundTask> {
  const task = await findTaskOf(db, freelancer, tenant, id);
  if (!task) throw notFound();
  return withContract(db, tenantOfFound(freelancer, task), task);
}

/** @throws 404 */
export async function operatorTask(db: Executor, id: string): Promise<FoundTask> {
  const task = await findOperatorTask(db, id);
  if (!task) throw notFound();
  return withContract(db, tenantScope(task.tenantId), task);
}

/** @throws 404 */
export async function ownOnboarding(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  contractId: string,
): Promise<OnboardingRow> {
  const found = await findOnboardingOf(db, freelancer, tenant, contractId);
  if (!found) throw notFound();
  return found;
}

/** @throws 403 unless it is for this side to do */
export function requireOwnedBy({ owner }: OnboardingTaskRow, side: OnboardingTaskRow['owner']): void {
  if (owner !== side) throw forbidden('This is for somebody else to do. It still waits; nothing was changed.');
}

export async function doerOfTask(db: Executor, c: HttpContext, person: Person, name?: string): Promise<TaskDoer> {
  return {
    personId: person.personId,
    name: name ?? (await personOf(db, person.personId))?.name ?? '',
    address: c.get('clientAddress'),
    sessionId: person.via.sessionId ?? null,
  };
}

export function doerOf(c: HttpContext) {
  return { actor: c.get('actor'), requestId: c.get('requestId') };
}

async function withContract(db: Executor, scope: TenantScope, task: OnboardingTaskRow | undefined): Promise<FoundTask> {
  const onboarding = task && (await findOnboarding(db, scope, task.contractId));
  if (!task || !onboarding) throw notFound();
  return { scope, task, onboarding };
}
