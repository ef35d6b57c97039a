import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalSubjects } from './approval-subjects.ts';
import { endApproval } from './decide-approval.ts';
import { type ApprovalDeps, eligibleApprovers, tellApprovers } from './request-approval.ts';
import { listWaitingApprovals, moveApproval } from './store.ts';
import type { ApprovalRow } from './table.ts';

export type WatchDeps = ApprovalDeps & { database: Database; jobs: JobRunner };

const minuteMs = 60_000;
const batchMax = 100;

/** ⏱ Lets requests expire; stalls those whose approvers are gone, and resumes them when somebody is there again. */
export function watchApprovals(deps: WatchDeps, subjects: ApprovalSubjects): void {
  deps.jobs.every({
    kind: 'approvals.expire',
    everyMs: 5 * minuteMs,
    run: (job) => forEachWaiting(deps, deps.clock.now(), (approval) => expire(deps, subjects, job, approval)),
  });
  deps.jobs.every({
    kind: 'approvals.lookForApprovers',
    everyMs: 15 * minuteMs,
    run: (job) => forEachWaiting(deps, undefined, (approval) => lookForApprovers(deps, job, approval)),
  });
}

/** One transaction each; one that fails does not keep the others from it, and is tried again with the job. */
async function forEachWaiting(
  { database }: WatchDeps,
  dueMs: number | undefined,
  move: (approval: ApprovalRow) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let afterId = ''; ; ) {
    const due = dueMs === undefined ? {} : { dueMs };
    const batch = await listWaitingApprovals(database.db, { afterId, ...due }, batchMax);
    for (const approval of batch) {
      await move(approval).catch((error: unknown) => {
        // A person was faster.
        if (!(error instanceof Refusal)) failures.push(error);
      });
    }
    if (batch.length < batchMax) break;
    afterId = batch.at(-1)!.id;
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

async function lookForApprovers(deps: WatchDeps, job: Job, approval: ApprovalRow): Promise<void> {
  const scope = tenantScope(approval.tenantId);
  const isSomebodyThere = (await eligibleApprovers(deps.database.db, scope, approval)).length > 0;
  if (isSomebodyThere === (approval.state === 'requested')) return;
  const doer = clockDoer(job.id);
  await deps.database.transaction(async (trx) => {
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
    await tellApprovers(trx, deps, scope, doer, approval);
  });
}
