import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Person } from '../../platform/auth/actor.ts';
import { hasRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { requireElevation } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, forbidden, notFound, Refusal } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type ApprovalMove, type ApprovalState, approvalMoves } from './approval.ts';
import type { ApprovalDeps } from './approval-deps.ts';
import { movesMoney } from './approval-policy.ts';
import type { ApprovalSubjects } from './approval-subjects.ts';
import { askedNow, askStep, escalatesAtOf, type OpenStep, planOf, readOpenStep, seatsNow } from './ask-step.ts';
import { actorsFor, isComplete, placeFor } from './eligible.ts';
import { endApproval, outcomes, subjectOf } from './end-approval.ts';
import { insertDecision, listSteps, moveStep } from './step-store.ts';
import { findApproval, lockApproval, moveApproval } from './store.ts';
import type { ApprovalRow } from './table.ts';

export type Decision = {
  move: 'approve' | 'reject' | 'requestChanges';
  hash: string;
  reason: string | null;
  /** Of a link in a mail that was checked already. */
  linkId: string | null;
};
export type Decider = { scope: TenantScope; person: Person };

/**
 * Decides exactly what was read; the last yes moves the subject on in the same transaction.
 * @throws 401 elevation_required; 403 forbidden, own_request; 404; 409 approval_<state>, approval_outdated,
 * approval_decided_already, and whatever the subject refuses
 */
export async function decideApproval(
  trx: Executor,
  deps: ApprovalDeps,
  subjects: ApprovalSubjects,
  { scope, person }: Decider,
  doer: Doer,
  id: string,
  decision: Decision,
): Promise<void> {
  // Several may say yes at once: each waits here for the one before, and counts what it said.
  const approval = (await lockApproval(trx, scope, id)) ?? (await findApproval(trx, scope, id));
  if (!approval) throw notFound();
  const { move, hash } = decision;
  if (approval.requesterId === person.personId) throw ownRequest();
  const open = await readOpenStep(trx, scope, approval, deps.clock.now());
  if (!open) requireMove<ApprovalState, ApprovalMove>(approvalMoves, 'approval', move, approval.state);
  const forPersonId = placeOf(person, open!, approval);
  requireMove<ApprovalState, ApprovalMove>(approvalMoves, 'approval', move, approval.state);
  if (hash !== approval.subjectHash) throw outdated();
  if (move === 'approve') {
    if (!(await isUnchanged(trx, subjects, scope, approval))) throw outdated();
    if (movesMoney(approval.subjectKind)) requireElevation(person, 'money', deps.clock);
  }
  const step = open!;
  await insertDecision(trx, {
    id: deps.newId('ad'),
    approvalId: id,
    tenantId: scope.tenantId,
    step: step.row.step,
    personId: person.personId,
    forPersonId,
    decision: outcomes[move],
    reason: decision.reason,
    hash,
    linkId: decision.linkId,
    decidedAt: deps.clock.now(),
  });
  const isLast =
    move !== 'approve' || (await stepOn(trx, deps, scope, doer, approval, step, person, forPersonId, decision));
  if (!isLast) return;
  await moveStep(trx, scope, step.row, 'asked', { state: outcomes[move], decidedAt: deps.clock.now() });
  const approverId = person.personId;
  const decidedFor = forPersonId === approverId ? null : forPersonId;
  const { reason } = decision;
  await endApproval(trx, deps, subjects, scope, doer, approval, move, { reason, approverId, decidedFor });
  await tellRequester(trx, deps, scope, approval, move, approverId, decision.reason);
}

/** A yes: does the next step begin, is another seat still empty, or was it the last? @returns true for the last */
async function stepOn(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  approval: ApprovalRow,
  open: OpenStep,
  { personId }: Person,
  forPersonId: string,
  { reason }: Decision,
): Promise<boolean> {
  const nowMs = deps.clock.now();
  const given = [...open.given, { personId, forPersonId }];
  const isDone = isComplete(open.seats, given);
  const next = isDone
    ? (await listSteps(trx, scope, [approval.id])).find(({ step }) => step === approval.step + 1)
    : undefined;
  if (isDone && !next) return true;
  const change = { state: 'requested', ...(next && { step: next.step }) } as const;
  await moveApproval(trx, scope, approval.id, [approval.state], change);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'approval', id: approval.id },
    move: 'approveStep',
    from: approval.state,
    to: 'requested',
    reason,
    audience: 'team',
    details: await detailsOf(trx, open, personId, forPersonId),
  });
  const now = { ...approval, ...change };
  if (!next) {
    const left = { ...open, given };
    // Who was asked knows already; who has become able to decide by this yes would be news, and nobody does.
    await askStep(trx, deps, scope, doer, now, left, () => false);
    return false;
  }
  await moveStep(trx, scope, open.row, 'asked', { state: 'approved', decidedAt: nowMs });
  const plan = planOf(next);
  const asked = { state: 'asked', askedAt: nowMs, escalatesAt: escalatesAtOf(plan, nowMs) } as const;
  await moveStep(trx, scope, next, 'waiting', asked);
  const row = { ...next, ...asked };
  const seats = seatsNow(row, plan, approval.team, open.holders);
  await askStep(trx, deps, scope, doer, now, { row, plan, seats, given: [], holders: open.holders });
  return false;
}

async function detailsOf(trx: Executor, { row }: OpenStep, personId: string, forPersonId: string) {
  if (personId === forPersonId) return { step: row.step };
  const principal = (await peopleById(trx, [forPersonId])).get(forPersonId);
  return { step: row.step, for: principal?.name ?? '–' };
}

/** Whose place somebody decides in; a no needs a place as a yes does. @throws 403, 409 */
function placeOf(person: Person, open: OpenStep, { requesterId }: ApprovalRow): string {
  const place = placeFor(person.personId, open.seats, open.given, requesterId, open.holders);
  if (place !== undefined) return place;
  if (open.given.some(({ personId }) => personId === person.personId)) throw saidAlready();
  if (standsInFor(person.personId, requesterId, open)) throw ownRequest();
  throw forbidden('This step asks others. Nothing was decided; the approval names who is asked.');
}

/** Somebody who could decide only in the place of who asked. */
export function standsInFor(personId: string, requesterId: string, { seats, holders }: OpenStep): boolean {
  return seats.some((seat) => seat.has(requesterId)) && actorsFor(requesterId, '', holders).has(personId);
}

export function mayAct(personId: string, open: OpenStep, requesterId: string): boolean {
  return askedNow(open, requesterId).includes(personId);
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
  const approval = (await lockApproval(trx, scope, id)) ?? (await findApproval(trx, scope, id));
  if (!approval) throw notFound();
  if (!mayTakeBack(approval, person))
    throw forbidden('Only who requested this, or an account admin, takes it back. It still waits.');
  requireMove<ApprovalState, ApprovalMove>(approvalMoves, 'approval', 'cancel', approval.state);
  const by = { reason, approverId: null, decidedFor: null };
  await endApproval(trx, deps, subjects, scope, doer, approval, 'cancel', by);
}

export function mayTakeBack({ requesterId }: Pick<ApprovalRow, 'requesterId'>, person: Person): boolean {
  return requesterId === person.personId || hasRole(person, 'owner', 'accountAdmin');
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

const ownRequest = () =>
  new Refusal(
    403,
    'own_request',
    'You requested this, or would decide in the place of who did, so somebody else decides. It still waits; nothing was changed.',
  );

const saidAlready = () =>
  conflict('approval_decided_already', 'You said yes to this step already; it waits for others. Nothing was changed.');

const outdated = () =>
  conflict(
    'approval_outdated',
    'This was changed after you read it; nothing was decided. Look at it again and decide on what it says now.',
  );
