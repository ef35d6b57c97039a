import type { Doer } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ApprovalMove, approvalMoves } from './approval.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import type { ApprovalDecision, ApprovalOutcome, ApprovalSubjects } from './approval-subjects.ts';
import { skipSteps } from './step-store.ts';
import { findApproval, keepOutcome, moveApproval } from './store.ts';
import type { ApprovalRow } from './table.ts';

export const outcomes = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'changesRequested',
  cancel: 'cancelled',
  expire: 'expired',
} as const satisfies Partial<Record<ApprovalMove, ApprovalDecision>>;

/** The guarded end of a request, whoever or whatever ends it. @throws 409 when somebody was faster */
export async function endApproval(
  trx: Executor,
  deps: ApprovalDeps,
  subjects: ApprovalSubjects,
  scope: TenantScope,
  doer: Doer,
  approval: ApprovalRow,
  move: keyof typeof outcomes,
  { reason, approverId, decidedFor }: { reason: string | null; approverId: string | null; decidedFor: string | null },
): Promise<void> {
  const { from } = approvalMoves[move];
  const decision = outcomes[move];
  const decidedAt = deps.clock.now();
  const change = { state: decision, decidedBy: approverId, decidedFor, decidedAt, reason };
  if (!(await moveApproval(trx, scope, approval.id, from, change)))
    throw moveRefused('approval', move, (await findApproval(trx, scope, approval.id))?.state ?? approval.state);
  await skipSteps(trx, scope, approval.id, decidedAt);
  const principal = decidedFor === null ? undefined : (await peopleById(trx, [decidedFor])).get(decidedFor);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: approval.id },
    move,
    from: approval.state,
    to: decision,
    reason,
    audience: 'team',
    details: { ...(approverId !== null && { step: approval.step }), ...(principal && { for: principal.name }) },
  });
  await subjectOf(subjects, approval).decided(trx, scope, doer, {
    approvalId: approval.id,
    subjectId: approval.subjectId,
    hash: approval.subjectHash,
    decision,
    reason,
    approverId,
  });
}

/** What became of what was approved, for whoever looks at the approval. */
export async function recordOutcome(
  trx: Executor,
  scope: TenantScope,
  approvalId: string,
  outcome: ApprovalOutcome,
): Promise<void> {
  await keepOutcome(trx, scope, approvalId, JSON.stringify(outcome));
}

export function subjectOf(subjects: ApprovalSubjects, { subjectKind }: Pick<ApprovalRow, 'subjectKind'>) {
  const subject = Object.entries(subjects).find(([kind]) => kind === subjectKind)?.[1];
  if (!subject) throw new Error(`nothing was handed in for approvals of ${subjectKind}`);
  return subject;
}
