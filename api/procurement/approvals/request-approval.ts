import type { Doer } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalSubjectKind } from './approval-subjects.ts';
import { approvalCurrency, approvalsPolicy, approvers } from './policy.ts';
import type { Approval } from './schema.ts';
import { findWaitingOf, insertApproval, moveApproval, waitingStates } from './store.ts';
import type { ApprovalRow } from './table.ts';

export type ApprovalDeps = { clock: Clock; newId: NewId; outbox: Outbox };

export type ApprovalRequest = {
  kind: ApprovalSubjectKind;
  id: string;
  /** Of everything an approver decides on; the same content has the same hash. */
  hash: string;
  title: string;
  /** Null when nobody can say what it will cost: it is asked for then, once the tenant has a rule. */
  amount: { amountMinor: number; currency: string } | null;
  requesterId: string;
  /** Where the subject is looked at, from the portal's root. */
  path: string;
};

const dayMs = 86_400_000;

/**
 * Asks for an approval where the tenant's rule wants one, in the subject's own transaction. One that still waits for
 * this subject is cancelled first: it was for something else.
 * @returns 'notNeeded', and the subject moves on by itself
 */
export async function requestApprovalIfNeeded(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  request: ApprovalRequest,
): Promise<'notNeeded' | { approvalId: string }> {
  await cancelApproval(trx, deps, scope, doer, request, 'Requested anew');
  const policy = await readPolicy(trx, scope, approvalsPolicy);
  const rule = ruleFor(policy[thresholds[request.kind]], request.amount);
  if (!rule) return 'notNeeded';
  const row = requestedRow(deps, scope, request, rule, policy.expiryDays);
  await insertApproval(trx, row);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: row.id },
    move: 'request',
    to: 'requested',
    audience: 'team',
    details: { subject: { kind: request.kind, id: request.id }, title: request.title },
  });
  await tellApprovers(trx, deps, scope, doer, row);
  return { approvalId: row.id };
}

/**
 * Ends what waits for a subject that was changed, closed or withdrawn; the subject's slice does this and hears nothing
 * back. Nothing waiting is no error.
 */
export async function cancelApproval(
  trx: Executor,
  deps: Pick<ApprovalDeps, 'clock' | 'newId'>,
  scope: TenantScope,
  doer: Doer,
  subject: { kind: ApprovalSubjectKind; id: string },
  reason: string,
): Promise<void> {
  const waiting = await findWaitingOf(trx, scope, subject);
  if (!waiting) return;
  const change = { state: 'cancelled', decidedAt: deps.clock.now(), reason } as const;
  if (!(await moveApproval(trx, scope, waiting.id, waitingStates, change))) return;
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: waiting.id },
    move: 'cancel',
    from: waiting.state,
    to: 'cancelled',
    reason,
    audience: 'team',
  });
}

/** Nobody but the requester could decide: the approval stalls at once, and the owners hear of it. */
export async function tellApprovers(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  row: ApprovalRow,
): Promise<void> {
  const eligible = await eligibleApprovers(trx, scope, row);
  const requester = (await peopleById(trx, [row.requesterId])).get(row.requesterId)?.name ?? '–';
  const news = {
    subject: { kind: 'approval', id: row.id },
    words: { requester, title: row.title },
    path: portalPaths.approval(row.id),
    tenantId: scope.tenantId,
  };
  if (eligible.length > 0) return notify(trx, deps, { ...news, personIds: eligible, kind: 'approval.requested' });
  await moveApproval(trx, scope, row.id, ['requested'], { state: 'stalled' });
  await recordMove(trx, deps, scope, doer, {
    subject: news.subject,
    move: 'stall',
    from: 'requested',
    to: 'stalled',
    reason: 'Nobody but the requester could approve',
    audience: 'team',
  });
  const owners = await peopleWithRoles(trx, scope, ['owner']);
  await notify(trx, deps, { ...news, personIds: owners, kind: 'approval.stalled' });
}

export async function eligibleApprovers(
  db: Executor,
  scope: TenantScope,
  { requesterId }: Pick<ApprovalRow, 'requesterId'>,
): Promise<string[]> {
  return (await peopleWithRoles(db, scope, approvers)).filter((personId) => personId !== requesterId);
}

/** Other terms cost what an offer of them would. */
const thresholds = { jobPost: 'jobPostsFromMinor', offer: 'offersFromMinor', amendment: 'offersFromMinor' } as const;

/** An amount that cannot be compared with the rule is asked about: nobody can say that it is small enough. */
function ruleFor(fromMinor: number | null, amount: ApprovalRequest['amount']): Approval['rule'] | undefined {
  if (fromMinor === null) return undefined;
  const from = { amountMinor: fromMinor, currency: approvalCurrency };
  if (!amount) return { reason: 'unknownAmount', from };
  if (amount.currency !== approvalCurrency) return { reason: 'otherCurrency', from };
  return amount.amountMinor >= fromMinor ? { reason: 'amount', from } : undefined;
}

function requestedRow(
  { clock, newId }: ApprovalDeps,
  scope: TenantScope,
  { kind, id, hash, title, amount, requesterId, path }: ApprovalRequest,
  rule: Approval['rule'],
  expiryDays: number,
): ApprovalRow {
  return {
    id: newId('ap'),
    tenantId: scope.tenantId,
    subjectKind: kind,
    subjectId: id,
    subjectHash: hash,
    title,
    amountMinor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? null,
    path,
    rule: JSON.stringify(rule),
    requesterId,
    state: 'requested',
    decidedBy: null,
    reason: null,
    requestedAt: clock.now(),
    expiresAt: clock.now() + expiryDays * dayMs,
    decidedAt: null,
  };
}
