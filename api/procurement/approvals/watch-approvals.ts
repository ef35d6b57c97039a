import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import type { ApprovalSubjects } from './approval-subjects.ts';
import { askedNow, askStep, isStuck, readOpenStep } from './ask-step.ts';
import { endApproval } from './end-approval.ts';
import { listStepsToEscalate, markEscalated } from './step-store.ts';
import { findApproval, listWaitingApprovals, lockApproval, moveApproval } from './store.ts';
import type { ApprovalRow, ApprovalStepRow } from './table.ts';

export type WatchDeps = ApprovalDeps & { database: Database; jobs: JobRunner };

const minuteMs = 60_000;
const batchMax = 100;

/** ⏱ Lets requests expire; asks more people where a step waits too long; stalls those whose approvers are gone, and resumes them when somebody is there again. */
export function watchApprovals(deps: WatchDeps, subjects: ApprovalSubjects): void {
  deps.jobs.every({
    kind: 'approvals.expire',
    everyMs: 5 * minuteMs,
    run: (job) => forEachWaiting(deps, deps.clock.now(), (approval) => expire(deps, subjects, job, approval)),
  });
  deps.jobs.every({
    kind: 'approvals.escalate',
    everyMs: 5 * minuteMs,
    run: (job) => forEachToEscalate(deps, (step) => escalate(deps, job, step)),
  });
  deps.jobs.every({
    kind: 'approvals.lookForApprovers',
    everyMs: 15 * minuteMs,
    run: (job) => forEachWaiting(deps, undefined, (approval) => lookForApprovers(deps, job, approval)),
  });
}

function forEachWaiting(
  { database }: WatchDeps,
  dueMs: number | undefined,
  move: (approval: ApprovalRow) => Promise<void>,
): Promise<void> {
  const due = dueMs === undefined ? {} : { dueMs };
  return forEach(
    (afterId) => listWaitingApprovals(database.db, { afterId, ...due }, batchMax),
    ({ id }) => id,
    move,
  );
}

function forEachToEscalate(
  { database, clock }: WatchDeps,
  move: (step: ApprovalStepRow) => Promise<void>,
): Promise<void> {
  const dueMs = clock.now();
  return forEach(
    (afterId) => listStepsToEscalate(database.db, { afterId, dueMs }, batchMax),
    ({ approvalId }) => approvalId,
    move,
  );
}

/** One transaction each; one that fails does not keep the others from it, and is tried again with the job. */
async function forEach<Row>(
  list: (afterId: string) => Promise<Row[]>,
  idOf: (row: Row) => string,
  move: (row: Row) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let afterId = ''; ; ) {
    const batch = await list(afterId);
    for (const row of batch) {
      await move(row).catch((error: unknown) => {
        // A person was faster.
        if (!(error instanceof Refusal)) failures.push(error);
      });
    }
    if (batch.length < batchMax) break;
    afterId = idOf(batch.at(-1)!);
  }
  if (failures.length > 0) throw failures[0];
}

async function expire(deps: WatchDeps, subjects: ApprovalSubjects, job: Job, approval: ApprovalRow): Promise<void> {
  const scope = tenantScope(approval.tenantId);
  const { id, requesterId, title, path, tenantId } = approval;
  await deps.database.transaction(async (trx) => {
    await endApproval(trx, deps, subjects, scope, clockDoer(job.id), approval, 'expire', {
      reason: 'Nobody decided in time',
      approverId: null,
      decidedFor: null,
    });
    const subject = { kind: 'approval', id };
    await notify(trx, deps, {
      personIds: [requesterId],
      kind: 'approval.expired',
      words: { title },
      subject,
      path,
      tenantId,
    });
  });
}

/** More people are asked beside those who were; what waited too long is told only to them. */
async function escalate(deps: WatchDeps, job: Job, { approvalId, step, tenantId }: ApprovalStepRow): Promise<void> {
  const scope = tenantScope(tenantId);
  const doer = clockDoer(job.id);
  await deps.database.transaction(async (trx) => {
    const approval = await lockApproval(trx, scope, approvalId);
    if (approval?.step !== step) return;
    const nowMs = deps.clock.now();
    const before = await readOpenStep(trx, scope, approval, nowMs);
    if (!before || !(await markEscalated(trx, scope, { approvalId, step }, nowMs))) return;
    const known = new Set(askedNow(before, approval.requesterId));
    const open = (await readOpenStep(trx, scope, approval, nowMs))!;
    const to = isStuck(open, approval.requesterId) ? approval.state : 'requested';
    await moveApproval(trx, scope, approvalId, [approval.state], { state: to });
    await recordMove(trx, deps, scope, doer, {
      subject: { kind: 'approval', id: approvalId },
      move: 'escalate',
      from: approval.state,
      to,
      reason: 'Nobody decided in the time that the step allows',
      audience: 'team',
      details: { step },
    });
    await askStep(trx, deps, scope, doer, { ...approval, state: to }, open, (one) => !known.has(one));
  });
}

async function lookForApprovers(deps: WatchDeps, job: Job, approval: ApprovalRow): Promise<void> {
  const scope = tenantScope(approval.tenantId);
  const seen = await readOpenStep(deps.database.db, scope, approval, deps.clock.now());
  if (!seen || isStuck(seen, approval.requesterId) === (approval.state === 'stalled')) return;
  const doer = clockDoer(job.id);
  await deps.database.transaction(async (trx) => {
    const open = await readOpenStep(trx, scope, (await findApproval(trx, scope, approval.id))!, deps.clock.now());
    if (!open) return;
    if (approval.state === 'stalled') {
      if (!(await moveApproval(trx, scope, approval.id, ['stalled'], { state: 'requested' }))) return;
      await recordMove(trx, deps, scope, doer, {
        subject: { kind: 'approval', id: approval.id },
        move: 'resume',
        from: 'stalled',
        to: 'requested',
        reason: 'Somebody who may approve is there',
        audience: 'team',
      });
    }
    await askStep(trx, deps, scope, doer, approval, open);
  });
}
