import type { Doer } from '../../platform/audit/record-audit.ts';
import { hasRole, type Person } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, forbidden, notFound, Refusal } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ApprovalMove, type ApprovalState, approvalMoves } from './approval.ts';
import type { ApprovalDecision, ApprovalSubjects } from './approval-subjects.ts';
import { approvers } from './policy.ts';
import type { ApprovalDeps } from './request-approval.ts';
import { findApproval, moveApproval } from './store.ts';
import type { ApprovalRow } from './table.ts';

export type Decision = { move: 'approve' | 'reject' | 'requestChanges'; hash: string; reason: string | null };
export type Decider = { scope: TenantScope; person: Person };

const outcomes = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'changesRequested',
  cancel: 'cancelled',
  expire: 'expired',
} as const satisfies Partial<Record<ApprovalMove, ApprovalDecision>>;

/**
 * Decides exactly what was read, and moves the subject on in the same transaction.
 * @throws 403 forbidden, own_request; 404; 409 approval_<state>, approval_outdated, and whatever the subject refuses
 */
export async function decideApproval(
  trx: Executor,
  deps: ApprovalDeps,
  subjects: ApprovalSubjects,
  { scope, person }: Decider,
  doer: Doer,
  id: string,
  { move, hash, reason }: Decision,
): Promise<void> {
  if (!hasRole(person, ...approvers))
    throw forbidden('Approvers, finance admins and owners decide. Ask one of them; nothing was changed.');
  const approval = await findApproval(trx, scope, id);
  if (!approval) throw notFound();
  if (approval.requesterId === person.personId)
    throw new Refusal(
      403,
      'own_request',
      'You requested this, so somebody else decides. It still waits; nothing was changed.',
    );
  requireMove<ApprovalState, ApprovalMove>(approvalMoves, 'approval', move, approval.state);
  if (hash !== approval.subjectHash) throw outdated();
  if (move === 'approve' && !(await isUnchanged(trx, subjects, scope, approval))) throw outdated();
  await endApproval(trx, deps, subjects, scope, doer, approval, move, { reason, approverId: person.personId });
  await tellRequester(trx, deps, scope, approval, move, person.personId, reason);
}

/** @throws 403 unless it is the requester or an admin, 404, 409 */
export async function takeBackApproval(
  trx: Executor,
  deps: ApprovalDeps,
  subjects: ApprovalSubjects,
  { scope, person }: Decider,
  doer: Doer,
  id: string,
  reason: string | null,
): Promise<void> {
  const approval = await findApproval(trx, scope, id);
  if (!approval) throw notFound();
  if (!mayTakeBack(approval, person))
    throw forbidden('Only who requested this, or an account admin, takes it back. It still waits.');
  requireMove<ApprovalState, ApprovalMove>(approvalMoves, 'approval', 'cancel', approval.state);
  await endApproval(trx, deps, subjects, scope, doer, approval, 'cancel', { reason, approverId: null });
}

export function mayTakeBack({ requesterId }: Pick<ApprovalRow, 'requesterId'>, person: Person): boolean {
  return requesterId === person.personId || hasRole(person, 'owner', 'accountAdmin');
}

/** The guarded end of a request, whoever or whatever ends it. @throws 409 when somebody was faster */
export async function endApproval(
  trx: Executor,
  deps: ApprovalDeps,
  subjects: ApprovalSubjects,
  scope: TenantScope,
  doer: Doer,
  approval: ApprovalRow,
  move: keyof typeof outcomes,
  { reason, approverId }: { reason: string | null; approverId: string | null },
): Promise<void> {
  const { from } = approvalMoves[move];
  const decision = outcomes[move];
  const change = { state: decision, decidedBy: approverId, decidedAt: deps.clock.now(), reason };
  if (!(await moveApproval(trx, scope, approval.id, from, change)))
    throw moveRefused('approval', move, (await findApproval(trx, scope, approval.id))?.state ?? approval.state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: approval.id },
    move,
    from: approval.state,
    to: decision,
    reason,
    audience: 'team',
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

export function subjectOf(subjects: ApprovalSubjects, { subjectKind }: Pick<ApprovalRow, 'subjectKind'>) {
  const subject = Object.entries(subjects).find(([kind]) => kind === subjectKind)?.[1];
  if (!subject) throw new Error(`nothing was handed in for approvals of ${subjectKind}`);
  return subject;
}

async function isUnchanged(
  trx: Executor,
  subjects: ApprovalSubjects,
  scope: TenantScope,
  approval: ApprovalRow,
): Promise<boolean> {
  const described = await subjectOf(subjects, approval).describe(trx, scope, [approval.subjectId]);
  return described.get(approval.subjectId)?.hash === approval.subjectHash;
}

async function tellRequester(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  { id, requesterId, title, path }: ApprovalRow,
  move: Decision['move'],
  approverId: string,
  reason: string | null,
): Promise<void> {
  const approver = (await peopleById(trx, [approverId])).get(approverId)?.name ?? '–';
  const news = { personIds: [requesterId], subject: { kind: 'approval', id }, path, tenantId: scope.tenantId };
  const words = { approver, title };
  if (move === 'approve') return notify(trx, deps, { ...news, kind: 'approval.approved', words });
  await notify(trx, deps, { ...news, kind: `approval.${outcomes[move]}`, words: { ...words, reason: reason ?? '–' } });
}

function outdated(): Refusal {
  return conflict(
    'approval_outdated',
    'This was changed after you read it; nothing was decided. Look at it again and decide on what it says now.',
  );
}
