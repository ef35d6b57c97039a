import type { Doer } from '../../platform/audit/record-audit.ts';
import { peopleById } from '../../platform/auth/people.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import type { PolicyStep } from './approval-policy.ts';
import { actorsFor, canComplete, type Holders, holdersOf, seatsOf, type Yes } from './eligible.ts';
import { readPolicyPeople } from './read-people.ts';
import { listDecisions, listSteps } from './step-store.ts';
import { moveApproval } from './store.ts';
import type { ApprovalDecisionRow, ApprovalRow, ApprovalStepRow } from './table.ts';

/** The step that is asked, with who may fill its seats now. */
export type OpenStep = {
  row: ApprovalStepRow;
  plan: PolicyStep;
  seats: Set<string>[];
  given: Yes[];
  holders: Holders;
};

const hourMs = 3_600_000;

export function planOf({ plan }: Pick<ApprovalStepRow, 'plan'>): PolicyStep {
  return JSON.parse(plan);
}

export function escalatesAtOf({ escalation }: PolicyStep, nowMs: EpochMs): EpochMs | null {
  return escalation ? nowMs + escalation.afterHours * hourMs : null;
}

export function openStepOf(
  approval: Pick<ApprovalRow, 'step' | 'team'>,
  steps: readonly ApprovalStepRow[],
  decisions: readonly ApprovalDecisionRow[],
  holders: Holders,
): OpenStep | undefined {
  const row = steps.find(({ step, state }) => step === approval.step && state === 'asked');
  if (!row) return undefined;
  const plan = planOf(row);
  return { row, plan, seats: seatsNow(row, plan, approval.team, holders), given: yesesOf(row, decisions), holders };
}

export function seatsNow(
  row: Pick<ApprovalStepRow, 'escalatedAt'>,
  plan: PolicyStep,
  team: string | null,
  holders: Holders,
): Set<string>[] {
  return seatsOf(plan, team, holders, row.escalatedAt !== null);
}

export function yesesOf({ step }: Pick<ApprovalStepRow, 'step'>, decisions: readonly ApprovalDecisionRow[]): Yes[] {
  return decisions.filter((one) => one.step === step && one.decision === 'approved');
}

export async function readOpenStep(
  db: Executor,
  scope: TenantScope,
  approval: ApprovalRow,
  nowMs: EpochMs,
): Promise<OpenStep | undefined> {
  const [steps, decisions, people] = await Promise.all([
    listSteps(db, scope, [approval.id]),
    listDecisions(db, scope, [approval.id]),
    readPolicyPeople(db, scope, nowMs),
  ]);
  return openStepOf(approval, steps, decisions, holdersOf(people));
}

/** Everybody who could fill a seat that is empty, delegates included, and not who asked. */
export function askedNow({ seats, given, holders }: OpenStep, requesterId: string): string[] {
  const filled = new Set(given.flatMap(({ personId, forPersonId }) => [personId, forPersonId]));
  const asked = seats
    .flatMap((seat) => [...seat])
    .filter((one) => !filled.has(one))
    .flatMap((one) => [...actorsFor(one, requesterId, holders)]);
  return [...new Set(asked)].filter((one) => !filled.has(one));
}

export function isStuck({ seats, given, holders }: OpenStep, requesterId: string): boolean {
  return !canComplete(seats, given, requesterId, holders);
}

/**
 * Tells whoever is asked. Nobody who could decide: the approval stalls at once, and the owners hear of it.
 * @param onlyNew leaves out who was told before
 */
export async function askStep(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  row: ApprovalRow,
  open: OpenStep,
  onlyNew?: (personId: string) => boolean,
): Promise<void> {
  const requester = (await peopleById(trx, [row.requesterId])).get(row.requesterId)?.name ?? '–';
  const news = {
    subject: { kind: 'approval', id: row.id },
    words: { requester, title: row.title },
    path: portalPaths.approval(row.id),
    tenantId: scope.tenantId,
  };
  if (!isStuck(open, row.requesterId)) {
    const personIds = askedNow(open, row.requesterId).filter((one) => onlyNew?.(one) ?? true);
    return notify(trx, deps, { ...news, personIds, kind: 'approval.requested' });
  }
  if (!(await moveApproval(trx, scope, row.id, ['requested'], { state: 'stalled' }))) return;
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
