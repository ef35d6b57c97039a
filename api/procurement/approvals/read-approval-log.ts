import type { Money } from '../../money/money.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { readStatesAt } from '../../platform/moves/read-timeline.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalState } from './approval.ts';
import { type LogFilter, listForLog } from './log-store.ts';
import type { RuleReason } from './match-rule.ts';
import type { KeptRule } from './request-approval.ts';
import { listDecisions, listSteps } from './step-store.ts';
import type { ApprovalDecisionRow, ApprovalRow, ApprovalStepRow } from './table.ts';

/**
 * One line of the log: a decision, or a step that nobody has decided by then. People are ids: their names belong to
 * whoever shows them.
 */
export type ApprovalLogEntry = {
  /** Stable: of the approval, the step and the decision. */
  key: string;
  approvalId: string;
  object: { kind: string; id: string; title: string };
  triggers: RuleReason[];
  amount: Money | null;
  purchaseOrder: string | null;
  costCenter: string | null;
  team: string | null;
  requesterId: string;
  step: number;
  steps: number;
  /** Null while nobody has decided. */
  approverId: string | null;
  /** Who decided in another's place; then the other is `approverId`. */
  delegateId: string | null;
  /** Of the step: `asked`, `approved` …; of the whole where it ended without a decision: `cancelled`, `expired`. */
  state: ApprovalDecisionRow['decision'] | 'asked' | 'waiting' | 'cancelled' | 'expired' | 'stalled';
  requestedAtMs: EpochMs;
  decidedAtMs: EpochMs | null;
  elapsedMs: number | null;
  reason: string | null;
};

export type ApprovalLogQuery = LogFilter & { asOfMs: EpochMs };

const batchMax = 500;

/**
 * The approval log of a tenant in batches, the oldest request first, as it stood at `asOfMs`: everything comes from
 * rows that are never changed, cut at that instant.
 */
export async function* readApprovalLog(
  db: Executor,
  scope: TenantScope,
  { asOfMs, ...filter }: ApprovalLogQuery,
): AsyncIterable<readonly ApprovalLogEntry[]> {
  const span = { ...filter, toMs: Math.min(filter.toMs, asOfMs + 1) };
  for (let after: { requestedAt: EpochMs; id: string } | undefined; ; ) {
    const rows = await listForLog(db, scope, span, after, batchMax);
    const ids = rows.map(({ id }) => id);
    const [steps, decisions, stateOf] = await Promise.all([
      listSteps(db, scope, ids),
      listDecisions(db, scope, ids),
      readStatesAt(db, scope, { kind: 'approval', ids }, asOfMs),
    ]);
    const stepsOf = Map.groupBy(steps, ({ approvalId }) => approvalId);
    const decisionsOf = Map.groupBy(
      decisions.filter(({ decidedAt }) => decidedAt <= asOfMs),
      ({ approvalId }) => approvalId,
    );
    yield rows.flatMap((row) =>
      entriesOf(row, stepsOf.get(row.id) ?? [], decisionsOf.get(row.id) ?? [], stateOf.get(row.id), asOfMs),
    );
    if (rows.length < batchMax) return;
    after = { requestedAt: rows.at(-1)!.requestedAt, id: rows.at(-1)!.id };
  }
}

type Then = { toState: string | null; reason: string | null } | undefined;

function entriesOf(
  row: ApprovalRow,
  steps: readonly ApprovalStepRow[],
  decisions: readonly ApprovalDecisionRow[],
  then: Then,
  asOfMs: EpochMs,
): ApprovalLogEntry[] {
  // Before there were steps, an approval was one decision.
  if (steps.length === 0) return [withoutSteps(row, asOfMs)];
  const state = (then?.toState ?? 'requested') as ApprovalState;
  return steps.flatMap((step): ApprovalLogEntry[] => {
    const base = baseOf(row, step.step, steps.length, askedAtOf(row, step, asOfMs));
    const said = decisions.filter((one) => one.step === step.step).map((one) => decided(base, one));
    const isFilled = step.decidedAt !== null && step.decidedAt <= asOfMs && step.state !== 'skipped';
    return isFilled ? said : [...said, { ...base, ...openState(row, step, state, then, asOfMs) }];
  });
}

function baseOf(row: ApprovalRow, step: number, steps: number, askedAtMs: EpochMs): ApprovalLogEntry {
  const kept: Partial<KeptRule> & { reason?: RuleReason } = JSON.parse(row.rule);
  return {
    key: `${row.id} ${step}`,
    approvalId: row.id,
    object: { kind: row.subjectKind, id: row.subjectId, title: row.title },
    triggers: kept.reasons ?? [kept.reason ?? 'amount'],
    amount: row.amountMinor === null ? null : { amountMinor: row.amountMinor, currency: row.currency! },
    purchaseOrder: row.purchaseOrder,
    costCenter: row.costCenter,
    team: row.team,
    requesterId: row.requesterId,
    step,
    steps,
    approverId: null,
    delegateId: null,
    state: 'asked',
    requestedAtMs: askedAtMs,
    decidedAtMs: null,
    elapsedMs: null,
    reason: null,
  };
}

function decided(base: ApprovalLogEntry, one: ApprovalDecisionRow): ApprovalLogEntry {
  return {
    ...base,
    key: `${base.key} ${one.id}`,
    approverId: one.forPersonId,
    delegateId: one.personId === one.forPersonId ? null : one.personId,
    state: one.decision,
    decidedAtMs: one.decidedAt,
    elapsedMs: one.decidedAt - base.requestedAtMs,
    reason: one.reason,
  };
}

/** What nobody has decided: still asked, not asked yet, or ended with the whole. */
function openState(
  row: ApprovalRow,
  step: ApprovalStepRow,
  state: ApprovalState,
  then: Then,
  asOfMs: EpochMs,
): Partial<ApprovalLogEntry> {
  if (state === 'cancelled' || state === 'expired') {
    const decidedAtMs = row.decidedAt !== null && row.decidedAt <= asOfMs ? row.decidedAt : null;
    return { state, decidedAtMs, reason: then?.reason ?? null };
  }
  const isAsked = step.askedAt !== null && step.askedAt <= asOfMs;
  if (!isAsked || state === 'rejected' || state === 'changesRequested') return { state: 'waiting' };
  return { state: state === 'stalled' ? 'stalled' : 'asked' };
}

/** A step that is not asked yet counts from the request. */
function askedAtOf(row: ApprovalRow, { askedAt }: ApprovalStepRow, asOfMs: EpochMs): EpochMs {
  return askedAt !== null && askedAt <= asOfMs ? askedAt : row.requestedAt;
}

function withoutSteps(row: ApprovalRow, asOfMs: EpochMs): ApprovalLogEntry {
  const base = baseOf(row, 1, 1, row.requestedAt);
  if (row.decidedAt === null || row.decidedAt > asOfMs) return base;
  const state = row.state === 'requested' ? 'asked' : row.state;
  const elapsedMs = row.decidedAt - row.requestedAt;
  return { ...base, state, approverId: row.decidedBy, decidedAtMs: row.decidedAt, elapsedMs, reason: row.reason };
}
