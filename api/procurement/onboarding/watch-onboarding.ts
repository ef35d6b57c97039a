import { isoInstant } from '../../platform/clock/clock.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { clearReminder, listToExpire, listToRemind, listToRenew } from './clock-store.ts';
import { isDone, lapse } from './complete-onboarding.ts';
import { returnTask } from './decide-task.ts';
import type { TaskDeps } from './do-task.ts';
import { moveTask, recordFact, taskNoun } from './move-task.ts';
import { dayMs, waitsFor } from './onboarding-task.ts';
import { onboardingPolicy } from './policy.ts';
import { findOnboarding, findTask, insertRenewal, listTasksOfContract } from './store.ts';
import type { OnboardingTaskRow } from './table.ts';
import { tellOfTask } from './tell-tasks.ts';

export type ClockDeps = TaskDeps & { database: Database; jobs: JobRunner };

const everyMs = 60_000;
const atOnce = 200;
/** The longest that the policy allows: what a tenant wants later is left for a later run. */
const renewDaysMax = 180;

/** ⏱ Reminders, renewals before a validity ends, and its end. */
export function watchOnboarding(deps: ClockDeps): void {
  const { jobs } = deps;
  jobs.every({ kind: 'onboarding.remind', everyMs, run: () => remind(deps) });
  jobs.every({ kind: 'onboarding.renew', everyMs: 10 * everyMs, run: (job) => renew(deps, job.id) });
  jobs.every({ kind: 'onboarding.expire', everyMs, run: (job) => expire(deps, job.id) });
  jobs.listen({
    kind: 'onboarding.unsafeDocument',
    on: 'complianceDocumentUnsafe',
    run: async ({ id, payload: { taskId, tenantId } }) => {
      if (taskId) await giveBackUnsafe(deps, tenantId, taskId, id);
    },
  });
}

async function remind(deps: ClockDeps): Promise<void> {
  const { database, clock } = deps;
  await whileFull(
    () => listToRemind(database.db, clock.now(), atOnce),
    (trx, task) => remindOne(trx, deps, task),
    database,
  );
}

async function remindOne(trx: Executor, deps: ClockDeps, task: OnboardingTaskRow): Promise<void> {
  const scope = tenantScope(task.tenantId);
  const onboarding = await findOnboarding(trx, scope, task.contractId);
  const now = await findTask(trx, scope, task.id);
  const side = now && waitsFor(now);
  if (!(await clearReminder(trx, task)) || !side || !onboarding) return;
  const words = { task: task.title, title: onboarding.title, date: dateOf(task.dueAt) };
  await tellOfTask(trx, deps, scope, onboarding, task, side, 'onboarding.dueSoon', words);
}

async function renew(deps: ClockDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  const daysOf = new Map<string, number>();
  for (let last: OnboardingTaskRow | undefined; ; ) {
    const found = await listToRenew(database.db, clock.now() + renewDaysMax * dayMs, last, atOnce);
    for (const task of found) {
      const scope = tenantScope(task.tenantId);
      const { renewDaysBefore, remindDaysBefore } = await readPolicy(database.db, scope, onboardingPolicy);
      daysOf.set(task.tenantId, renewDaysBefore);
      if (task.validUntil! > clock.now() + renewDaysBefore * dayMs) continue;
      await database.transaction((trx) => askAgain(trx, deps, task, remindDaysBefore, jobId));
    }
    if (found.length < atOnce) return;
    last = found.at(-1);
  }
}

/** The same task once more, due when the first no longer holds. */
async function askAgain(
  trx: Executor,
  deps: ClockDeps,
  task: OnboardingTaskRow,
  remindDaysBefore: number,
  jobId: string,
): Promise<void> {
  const scope = tenantScope(task.tenantId);
  const onboarding = await findOnboarding(trx, scope, task.contractId);
  const known = await findTask(trx, scope, task.id);
  if (!onboarding || onboarding.state === 'closed' || known?.state !== 'accepted') return;
  const nowMs = deps.clock.now();
  const row: OnboardingTaskRow = {
    ...known,
    id: deps.newId('ot'),
    state: 'open',
    dueAt: known.validUntil!,
    remindAt: Math.max(known.validUntil! - remindDaysBefore * dayMs, nowMs + 1),
    renewalOf: known.id,
    revision: 1,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...{ note: null, returnReason: null, submittedBy: null, submittedAt: null, completedAt: null, validUntil: null },
    ...{ documentHash: null, answerSetId: null, classification: null, reusedFrom: null, checkReference: null },
  };
  if (!(await insertRenewal(trx, row))) return;
  await recordFact(trx, deps, row);
  await recordMove(trx, deps, scope, clockDoer(jobId), {
    subject: { kind: taskNoun, id: row.id },
    move: 'askAgain',
    to: 'open',
    details: { contractId: row.contractId, renewalOf: known.id },
  });
  const words = { task: row.title, title: onboarding.title, date: dateOf(known.validUntil!) };
  await tellOfTask(trx, deps, scope, onboarding, row, row.owner, 'onboarding.renew', words);
}

async function expire(deps: ClockDeps, jobId: string): Promise<void> {
  const { database, clock } = deps;
  await whileFull(
    () => listToExpire(database.db, clock.now(), atOnce),
    (trx, task) => expireOne(trx, deps, task, jobId),
    database,
  );
}

async function expireOne(trx: Executor, deps: ClockDeps, { id, tenantId }: OnboardingTaskRow, jobId: string) {
  const scope = tenantScope(tenantId);
  const task = await findTask(trx, scope, id);
  const onboarding = task && (await findOnboarding(trx, scope, task.contractId));
  if (task?.state !== 'accepted' || !onboarding || onboarding.state === 'closed') return;
  const { remindDaysBefore } = await readPolicy(trx, scope, onboardingPolicy);
  // A validity shorter than the notice of its end: it is asked again all the same.
  await askAgain(trx, deps, task, remindDaysBefore, jobId);
  await moveTask(trx, deps, scope, clockDoer(jobId), task, 'expire');
  if (isDone(await listTasksOfContract(trx, scope, task.contractId))) return;
  const words = { task: task.title, title: onboarding.title };
  for (const side of ['freelancer', 'client'] as const)
    await tellOfTask(trx, deps, scope, onboarding, task, side, 'onboarding.expired', words);
  await lapse(trx, deps, scope, clockDoer(jobId), task.contractId);
}

async function giveBackUnsafe(deps: ClockDeps, tenantId: string, taskId: string, eventId: string): Promise<void> {
  await deps.database.transaction(async (trx) => {
    const scope = tenantScope(tenantId);
    const task = await findTask(trx, scope, taskId);
    const onboarding = task && (await findOnboarding(trx, scope, task.contractId));
    if (task?.state !== 'submitted' || !onboarding) return;
    const reason = 'A file did not pass the virus scanner.';
    await returnTask(trx, deps, scope, clockDoer(eventId), onboarding, task, null, { reason });
  });
}

/** Each piece of work takes its row out of the list; a batch that comes back unchanged ends the run. */
async function whileFull(
  list: () => Promise<OnboardingTaskRow[]>,
  work: (trx: Executor, task: OnboardingTaskRow) => Promise<void>,
  database: Database,
): Promise<void> {
  for (let before = ''; ; ) {
    const found = await list();
    const ids = found.map(({ id }) => id).join();
    for (const task of found) await database.transaction((trx) => work(trx, task));
    if (found.length < atOnce || ids === before) return;
    before = ids;
  }
}

const dateOf = (atMs: number): string => isoInstant(atMs).slice(0, 10);
