import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type RecordedMove, recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OnboardingDeps } from './deps.ts';
import { type TaskMove, type TaskState, taskMoves } from './onboarding-task.ts';
import { findTask, insertFact, type TaskChange, updateTask } from './store.ts';
import type { OnboardingTaskRow } from './table.ts';

export const taskNoun = 'onboardingTask';

/**
 * The guarded update with its entry in the timeline, and the fact that reports as of an instant are made of.
 * @throws 409 by state: `onboarding_task_accepted`
 */
export async function moveTask(
  trx: Executor,
  deps: OnboardingDeps,
  scope: TenantScope,
  doer: Doer,
  task: OnboardingTaskRow,
  name: TaskMove,
  change: TaskChange = {},
  told: Pick<RecordedMove, 'reason' | 'details' | 'audience'> = {},
): Promise<OnboardingTaskRow> {
  const { from, to } = requireMove<TaskState, TaskMove>(taskMoves, taskNoun, name, task.state);
  const nowMs = deps.clock.now();
  if (!(await updateTask(trx, scope, task.id, from, nowMs, { ...change, state: to })))
    throw moveRefused(taskNoun, name, (await findTask(trx, scope, task.id))!.state);
  const moved = (await findTask(trx, scope, task.id))!;
  await recordFact(trx, deps, moved);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: taskNoun, id: task.id },
    move: name,
    from: task.state,
    to,
    ...told,
  });
  return moved;
}

/** How a task stands from now on; called whenever it comes to be or changes. The contract then waits for others. */
export async function recordFact(
  trx: Executor,
  { clock, newId, outbox }: OnboardingDeps,
  task: OnboardingTaskRow,
): Promise<void> {
  const { contractId, tenantId } = task;
  await outbox.record(trx, 'onboardingTaskMoved', tenantId, { contractId, tenantId }, clock.now());
  await insertFact(trx, {
    id: newId('of'),
    tenantId: task.tenantId,
    taskId: task.id,
    revision: task.revision,
    at: clock.now(),
    contractId: task.contractId,
    freelancerId: task.freelancerId,
    kind: task.kind,
    title: task.title,
    owner: task.owner,
    state: task.state,
    dueAt: task.dueAt,
    completedAt: task.completedAt,
    validUntil: task.validUntil,
    documentHash: task.documentHash,
    classification: task.classification,
    ruleVersion: task.ruleVersion,
    overrideBy: task.overrideBy,
  });
}
