import { hasRole, type Person } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalFacts, ApprovalSubjects } from './approval-subjects.ts';
import { mayTakeBack, subjectOf } from './decide-approval.ts';
import { approvers } from './policy.ts';
import type { Approval, approvalViews } from './schema.ts';
import { type ApprovalFilter, countWaitingFor, findApproval, listApprovals, waitingStates } from './store.ts';
import type { ApprovalRow } from './table.ts';

export type ApprovalView = (typeof approvalViews)[number];
export type Reader = { scope: TenantScope; person: Person };
export type Place = { requestedAt: number; id: string };

/** @throws 404 */
export async function getApproval(
  db: Executor,
  subjects: ApprovalSubjects,
  reader: Reader,
  id: string,
): Promise<Approval> {
  const row = await findApproval(db, reader.scope, id);
  if (!row) throw notFound();
  return (await present(db, subjects, reader, [row]))[0]!;
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
  if (view === 'waitingForMe' && !mayApprove(person)) return { items: [], next: undefined };
  const filter = filterOf(view, state, person.personId);
  if (filter.states?.length === 0) return { items: [], next: undefined };
  const order = view === 'waitingForMe' ? 'asc' : 'desc';
  const rows = await listApprovals(db, scope, filter, { order, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await present(db, subjects, reader, page),
    next: last && { requestedAt: last.requestedAt, id: last.id },
  };
}

function filterOf(view: ApprovalView, state: ApprovalRow['state'] | undefined, personId: string): ApprovalFilter {
  switch (view) {
    case 'waitingForMe':
      return { states: waitingStates.filter((one) => !state || one === state), notRequesterId: personId };
    case 'mine':
      return { states: state && [state], requesterId: personId };
    case 'all':
      return { states: state && [state] };
  }
}

/** How many wait for exactly this person. */
export async function countWaiting(db: Executor, { scope, person }: Reader): Promise<number> {
  return mayApprove(person) ? countWaitingFor(db, scope, person.personId) : 0;
}

async function present(
  db: Executor,
  subjects: ApprovalSubjects,
  { scope, person }: Reader,
  rows: readonly ApprovalRow[],
): Promise<Approval[]> {
  const ids = rows.flatMap(({ requesterId, decidedBy }) => (decidedBy ? [requesterId, decidedBy] : [requesterId]));
  const people = await peopleById(db, [...new Set(ids)]);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '' });
  const described = await describeAll(db, subjects, scope, rows);
  return rows.map((row) => {
    const now = described.get(`${row.subjectKind} ${row.subjectId}`);
    const isOutdated = isWaiting(row.state) && now?.hash !== row.subjectHash;
    const whyNot = whyNotOf(row, person, isOutdated);
    return {
      id: row.id,
      state: row.state,
      subject: { kind: row.subjectKind, id: row.subjectId },
      hash: row.subjectHash,
      title: row.title,
      amount: row.amountMinor === null ? null : { amountMinor: row.amountMinor, currency: row.currency! },
      path: row.path,
      rule: JSON.parse(row.rule),
      facts: [...(now?.facts ?? [])],
      requester: named(row.requesterId),
      requestedAt: isoInstant(row.requestedAt),
      expiresAt: isoInstant(row.expiresAt),
      decidedBy: row.decidedBy === null ? null : named(row.decidedBy),
      decidedAt: row.decidedAt === null ? null : isoInstant(row.decidedAt),
      reason: row.reason,
      isOutdated,
      mayDecide: whyNot === null,
      whyNot,
      mayCancel: isWaiting(row.state) && mayTakeBack(row, person),
    };
  });
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

function whyNotOf(row: ApprovalRow, person: Person, isOutdated: boolean): Approval['whyNot'] {
  if (!isWaiting(row.state)) return 'decided';
  if (!mayApprove(person)) return 'role';
  if (row.requesterId === person.personId) return 'own_request';
  return isOutdated ? 'outdated' : null;
}

function mayApprove(person: Person): boolean {
  return hasRole(person, ...approvers);
}

function isWaiting(state: ApprovalRow['state']): boolean {
  return waitingStates.some((waiting) => waiting === state);
}
