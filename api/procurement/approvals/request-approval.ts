import type { Money } from '../../money/money.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { planIncludes } from '../../platform/tenants/plan.ts';
import { readPlan } from '../../platform/tenants/read-plan.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import type { ApprovalSubjectKind, PolicyDocument, PolicyRule } from './approval-policy.ts';
import { askStep, escalatesAtOf, openStepOf } from './ask-step.ts';
import { holdersOf } from './eligible.ts';
import { type JudgedFacts, type Judgement, judge } from './judge-request.ts';
import type { RuleReason } from './match-rule.ts';
import { approvalsPolicy } from './policy.ts';
import { findPublished } from './policy-store.ts';
import { readPolicyPeople } from './read-people.ts';
import { insertSteps, skipSteps } from './step-store.ts';
import { findWaitingOf, insertApproval, moveApproval, waitingStates } from './store.ts';
import type { ApprovalRow, ApprovalStepRow } from './table.ts';

export type ApprovalRequest = JudgedFacts & {
  kind: ApprovalSubjectKind;
  id: string;
  /** Of everything an approver decides on; the same content has the same hash. */
  hash: string;
  title: string;
  /** Null when nobody can say what it will cost: it counts as larger than any amount then. */
  amount: Money | null;
  requesterId: string;
  /** Where the subject is looked at, from the portal's root. */
  path: string;
};

/** The rule as it is kept with what it asked for. */
export type KeptRule = { id: string; name: string; from: Money | null; reasons: RuleReason[] };

const dayMs = 86_400_000;

/**
 * Asks for an approval where the tenant's rules want one, in the subject's own transaction. One that still waits for
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
  const policy = await readPublished(trx, scope);
  if (!policy) return 'notNeeded';
  const judgement = await judge(trx, deps, scope, policy.document, request);
  if (judgement.rule.steps.length === 0) return 'notNeeded';
  const { expiryDays } = await readPolicy(trx, scope, approvalsPolicy);
  const row = requestedRow(deps, scope, request, policy.version, judgement, expiryDays);
  const steps = stepRows(deps, row, judgement.rule);
  await insertApproval(trx, row);
  await insertSteps(trx, steps);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: row.id },
    move: 'request',
    to: 'requested',
    audience: 'team',
    details: {
      subject: { kind: request.kind, id: request.id },
      title: request.title,
      rule: judgement.rule.id,
      policyVersion: policy.version,
    },
  });
  const holders = holdersOf(await readPolicyPeople(trx, scope, deps.clock.now()));
  await askStep(trx, deps, scope, doer, row, openStepOf(row, steps, [], holders)!);
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
  const decidedAt = deps.clock.now();
  if (!(await moveApproval(trx, scope, waiting.id, waitingStates, { state: 'cancelled', decidedAt, reason }))) return;
  await skipSteps(trx, scope, waiting.id, decidedAt);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: waiting.id },
    move: 'cancel',
    from: waiting.state,
    to: 'cancelled',
    reason,
    audience: 'team',
  });
}

/** Whether any rule could ask about this kind at all: for whoever would ask for thousands. */
export async function mayNeedApproval(db: Executor, scope: TenantScope, kind: ApprovalSubjectKind): Promise<boolean> {
  const policy = await readPublished(db, scope);
  if (!policy) return false;
  const { rules, otherwise } = policy.document;
  const looksAt = ({ conditions: { kinds } }: PolicyRule) => kinds.length === 0 || kinds.includes(kind);
  return otherwise.steps.length > 0 || rules.some((rule) => rule.steps.length > 0 && looksAt(rule));
}

/** What counts now; undefined without rules, and where the plan has no approvals (any more). */
export async function readPublished(
  db: Executor,
  scope: TenantScope,
): Promise<{ version: number; document: PolicyDocument } | undefined> {
  const published = await findPublished(db, scope);
  if (!published || !planIncludes(await readPlan(db, scope), 'approvals')) return undefined;
  return { version: published.version, document: JSON.parse(published.document) };
}

function requestedRow(
  { clock, newId }: ApprovalDeps,
  scope: TenantScope,
  request: ApprovalRequest,
  policyVersion: number,
  { rule, reasons, signals }: Judgement,
  expiryDays: number,
): ApprovalRow {
  const { amount, rate } = request;
  const limit = rule.conditions.amount;
  const from = limit ? { amountMinor: limit.fromMinor, currency: limit.currency } : null;
  const kept: KeptRule = { id: rule.id, name: rule.name, from, reasons };
  return {
    id: newId('ap'),
    tenantId: scope.tenantId,
    subjectKind: request.kind,
    subjectId: request.id,
    subjectHash: request.hash,
    title: request.title,
    amountMinor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? null,
    path: request.path,
    rule: JSON.stringify(kept),
    policyVersion,
    team: request.team,
    costCenter: request.costCenter,
    purchaseOrder: request.purchaseOrder,
    categoryId: request.categoryId,
    rateMinor: rate?.amountMinor ?? null,
    rateCurrency: rate?.currency ?? null,
    country: request.country,
    freelancerId: request.freelancerId,
    signals: JSON.stringify(signals),
    requesterId: request.requesterId,
    state: 'requested',
    step: 1,
    decidedBy: null,
    decidedFor: null,
    reason: null,
    requestedAt: clock.now(),
    expiresAt: clock.now() + expiryDays * dayMs,
    decidedAt: null,
    outcome: null,
  };
}

/** The plan as the rule had it: another version changes nothing of what was asked for already. */
function stepRows({ clock }: Pick<ApprovalDeps, 'clock'>, { id, tenantId }: ApprovalRow, rule: PolicyRule) {
  return rule.steps.map((plan, at): ApprovalStepRow => {
    const isFirst = at === 0;
    return {
      approvalId: id,
      step: at + 1,
      tenantId,
      plan: JSON.stringify(plan),
      state: isFirst ? 'asked' : 'waiting',
      askedAt: isFirst ? clock.now() : null,
      escalatesAt: isFirst ? escalatesAtOf(plan, clock.now()) : null,
      escalatedAt: null,
      decidedAt: null,
    };
  });
}
