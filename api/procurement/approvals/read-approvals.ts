import { memberRoles, type Person } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { teamReach } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { movesMoney } from './approval-policy.ts';
import type { ApprovalFacts, ApprovalSubjects } from './approval-subjects.ts';
import { type OpenStep, openStepOf } from './ask-step.ts';
import { mayTakeBack, standsInFor } from './decide-approval.ts';
import { type Holders, holdersOf, isComplete, placeFor } from './eligible.ts';
import { subjectOf } from './end-approval.ts';
import { presentSteps } from './present-steps.ts';
import { readPolicyPeople } from './read-people.ts';
import type { KeptRule } from './request-approval.ts';
import type { Approval, approvalViews } from './schema.ts';
import { listDecisions, listSteps } from './step-store.ts';
import { type ApprovalFilter, findApproval, listApprovals, listWaitingOfTenant, waitingStates } from './store.ts';
import type { ApprovalDecisionRow, ApprovalRow, ApprovalStepRow } from './table.ts';

export type ApprovalView = (typeof approvalViews)[number];
export type Reader = { scope: TenantScope; person: Person; nowMs: EpochMs };
export type Place = { requestedAt: number; id: string };

/** @throws 404 */
export async function getApproval(
  db: Executor,
  subjects: ApprovalSubjects,
  reader: Reader,
  id: string,
): Promise<Approval> {
  const row = await findApproval(db, reader.scope, id);
  if (!row || !(await maySee(db, reader, row))) throw notFound();
  return (await present(db, subjects, reader, [row]))[0]!;
}

/** Somebody with a role in a team only sees its requests, their own, and what they are asked or were. */
async function maySee(db: Executor, { scope, person, nowMs }: Reader, row: ApprovalRow): Promise<boolean> {
  const { personId } = person;
  const reach = await teamReach(db, scope, person, memberRoles);
  if (reach === 'all' || (row.team !== null && reach.includes(row.team)) || row.requesterId === personId) return true;
  const decisions = await listDecisions(db, scope, [row.id]);
  if (decisions.some((one) => one.personId === personId)) return true;
  return (await waitingFor(db, { scope, person, nowMs })).some(({ id }) => id === row.id);
}

/** A page and where the next one begins. */
export async function readApprovals(
  db: Executor,
  subjects: ApprovalSubjects,
  reader: Reader,
  { view, state }: { view: ApprovalView; state: ApprovalRow['state'] | undefined },
  after: Place | undefined,
  limit: number,
): Promise<{ items: Approval[]; next: Place | undefined }> {
  const { scope, person } = reader;
  if (view === 'waitingForMe') return readWaiting(db, subjects, reader, state, after, limit);
  const reach = view === 'mine' ? 'all' : await teamReach(db, scope, person, memberRoles);
  const filter: ApprovalFilter = {
    states: state && [state],
    ...(view === 'mine' && { requesterId: person.personId }),
    ...(reach !== 'all' && { teams: reach }),
  };
  const rows = await listApprovals(db, scope, filter, { order: 'desc', after, limit: limit + 1 });
  return pageOf(db, subjects, reader, rows, limit);
}

/** What this very person can decide now, the oldest first. */
async function readWaiting(
  db: Executor,
  subjects: ApprovalSubjects,
  reader: Reader,
  state: ApprovalRow['state'] | undefined,
  after: Place | undefined,
  limit: number,
): Promise<{ items: Approval[]; next: Place | undefined }> {
  const waiting = await waitingFor(db, reader);
  const isBeyond = ({ requestedAt, id }: ApprovalRow) =>
    !after || requestedAt > after.requestedAt || (requestedAt === after.requestedAt && id > after.id);
  const rows = waiting.filter((row) => (!state || row.state === state) && isBeyond(row));
  return pageOf(db, subjects, reader, rows.slice(0, limit + 1), limit);
}

async function pageOf(
  db: Executor,
  subjects: ApprovalSubjects,
  reader: Reader,
  rows: readonly ApprovalRow[],
  limit: number,
) {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await present(db, subjects, reader, page),
    next: last && { requestedAt: last.requestedAt, id: last.id },
  };
}

/** Few wait at a time: who is asked depends on roles, teams and delegates of this moment, so it is asked of each. */
async function waitingFor(db: Executor, { scope, person, nowMs }: Reader): Promise<ApprovalRow[]> {
  const rows = await listWaitingOfTenant(db, scope, person.personId);
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [steps, decisions, people] = await Promise.all([
    listSteps(db, scope, ids),
    listDecisions(db, scope, ids),
    readPolicyPeople(db, scope, nowMs),
  ]);
  const [stepsOf, decisionsOf] = [byApproval(steps), byApproval(decisions)];
  const holders = holdersOf(people);
  return rows.filter((row) => {
    const open = openStepOf(row, stepsOf.get(row.id) ?? [], decisionsOf.get(row.id) ?? [], holders);
    return open && placeFor(person.personId, open.seats, open.given, row.requesterId, holders) !== undefined;
  });
}

function byApproval<Row extends { approvalId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ approvalId }) => approvalId);
}

/** How many wait for exactly this person. */
export async function countWaiting(db: Executor, reader: Reader): Promise<number> {
  return (await waitingFor(db, reader)).length;
}

async function present(
  db: Executor,
  subjects: ApprovalSubjects,
  { scope, person, nowMs }: Reader,
  rows: readonly ApprovalRow[],
): Promise<Approval[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [steps, decisions, members, described] = await Promise.all([
    listSteps(db, scope, ids),
    listDecisions(db, scope, ids),
    readPolicyPeople(db, scope, nowMs),
    describeAll(db, subjects, scope, rows),
  ]);
  const holders = holdersOf(members);
  const people = await peopleById(db, [...new Set([...peopleIn(rows, decisions), ...holders.byId.keys()])]);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '–' });
  const [stepsOf, decisionsOf] = [byApproval(steps), byApproval(decisions)];
  return rows.map((row) => {
    const now = described.get(`${row.subjectKind} ${row.subjectId}`);
    const isOutdated = isWaiting(row.state) && now?.hash !== row.subjectHash;
    const [rowSteps, rowDecisions] = [stepsOf.get(row.id) ?? [], decisionsOf.get(row.id) ?? []];
    return {
      ...presentRow(row, person, named),
      facts: [...(now?.facts ?? [])],
      isOutdated,
      steps: presentSteps(row, rowSteps, rowDecisions, holders, named),
      ...rightsOf(row, rowSteps, rowDecisions, holders, person, isOutdated, named),
    };
  });
}

function peopleIn(rows: readonly ApprovalRow[], decisions: readonly ApprovalDecisionRow[]): string[] {
  return [
    ...rows.flatMap(({ requesterId, decidedBy, decidedFor }) =>
      [requesterId, decidedBy ?? [], decidedFor ?? []].flat(),
    ),
    ...decisions.flatMap(({ personId, forPersonId }) => [personId, forPersonId]),
  ];
}

type Rights = 'mayDecide' | 'whyNot' | 'decidesFor' | 'endsIt';

function presentRow(
  row: ApprovalRow,
  person: Person,
  named: (id: string) => { id: string; name: string },
): Omit<Approval, 'facts' | 'isOutdated' | 'steps' | Rights> {
  return {
    id: row.id,
    state: row.state,
    subject: { kind: row.subjectKind, id: row.subjectId },
    hash: row.subjectHash,
    title: row.title,
    amount: row.amountMinor === null ? null : { amountMinor: row.amountMinor, currency: row.currency! },
    path: row.path,
    rule: presentRule(row),
    requester: named(row.requesterId),
    requestedAt: isoInstant(row.requestedAt),
    expiresAt: isoInstant(row.expiresAt),
    decidedBy: row.decidedBy === null ? null : named(row.decidedBy),
    decidedFor: row.decidedFor === null ? null : named(row.decidedFor),
    decidedAt: row.decidedAt === null ? null : isoInstant(row.decidedAt),
    reason: row.reason,
    team: row.team,
    costCenter: row.costCenter,
    purchaseOrder: row.purchaseOrder,
    signals: JSON.parse(row.signals),
    step: row.step,
    needsElevation: movesMoney(row.subjectKind),
    outcome: row.outcome === null ? null : { reason: null, ...JSON.parse(row.outcome) },
    mayCancel: isWaiting(row.state) && mayTakeBack(row, person),
  };
}

/** Before there were rules with names, one amount a kind asked for approval. */
function presentRule({ rule, policyVersion }: ApprovalRow): Approval['rule'] {
  const kept: Partial<KeptRule> & { reason?: KeptRule['reasons'][number] } = JSON.parse(rule);
  const reasons = kept.reasons ?? [kept.reason ?? 'amount'];
  return {
    reason: reasons[0] ?? 'always',
    reasons,
    from: kept.from ?? null,
    id: kept.id ?? '',
    name: kept.name ?? '',
    policyVersion,
  };
}

function rightsOf(
  row: ApprovalRow,
  steps: readonly ApprovalStepRow[],
  decisions: readonly ApprovalDecisionRow[],
  holders: Holders,
  person: Person,
  isOutdated: boolean,
  named: (id: string) => { id: string; name: string },
): Pick<Approval, Rights> {
  const open = isWaiting(row.state) ? openStepOf(row, steps, decisions, holders) : undefined;
  const place = open && placeFor(person.personId, open.seats, open.given, row.requesterId, holders);
  const whyNot = whyNotOf(row, person, open, place, isOutdated);
  return {
    mayDecide: whyNot === null,
    whyNot,
    decidesFor: place !== undefined && place !== person.personId ? named(place) : null,
    endsIt: open !== undefined && place !== undefined && isLastYes(row, steps, open, person.personId, place),
  };
}

function isLastYes(
  row: ApprovalRow,
  steps: readonly ApprovalStepRow[],
  { seats, given }: OpenStep,
  personId: string,
  forPersonId: string,
): boolean {
  return row.step === steps.length && isComplete(seats, [...given, { personId, forPersonId }]);
}

function whyNotOf(
  row: ApprovalRow,
  { personId }: Person,
  open: OpenStep | undefined,
  place: string | undefined,
  isOutdated: boolean,
): Approval['whyNot'] {
  if (!open) return 'decided';
  if (row.requesterId === personId) return 'own_request';
  if (place !== undefined) return isOutdated ? 'outdated' : null;
  if (open.given.some((one) => one.personId === personId)) return 'already';
  return standsInFor(personId, row.requesterId, open) ? 'own_delegation' : 'role';
}

async function describeAll(
  db: Executor,
  subjects: ApprovalSubjects,
  scope: TenantScope,
  rows: readonly ApprovalRow[],
): Promise<Map<string, ApprovalFacts>> {
  const described = new Map<string, ApprovalFacts>();
  for (const [kind, ofKind] of Map.groupBy(rows, (row) => row.subjectKind)) {
    const ids = ofKind.map((row) => row.subjectId);
    const facts = await subjectOf(subjects, { subjectKind: kind }).describe(db, scope, [...new Set(ids)]);
    for (const [id, one] of facts) described.set(`${kind} ${id}`, one);
  }
  return described;
}

function isWaiting(state: ApprovalRow['state']): boolean {
  return waitingStates.some((waiting) => waiting === state);
}
