import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import { hasRole, type Person } from '../../platform/auth/actor.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { conflict, forbidden, notFound, unprocessable } from '../../platform/http/problem.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { endDelegationRow, findDelegation, insertDelegation, listOpenDelegations } from './delegation-store.ts';
import { mayEverDecide } from './eligible.ts';
import { approvalsPolicy } from './policy.ts';
import { readPolicyPeople } from './read-people.ts';
import type { ApprovalDelegationRow } from './table.ts';

export type DelegateDeps = { clock: Clock; newId: NewId; outbox: Outbox };
export type Delegated = {
  fromPersonId: string;
  toPersonId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  reason: string;
};

const dayMs = 86_400_000;

/** Who may give away what others decide. */
export const delegationAdmins = ['owner', 'accountAdmin'] as const;

/**
 * Lets somebody decide in another's place for some time.
 * @throws 403; 409 delegation_cycle; 422 delegate_not_eligible, delegation_too_long, delegation_ends_before_it_starts
 */
export async function delegate(
  trx: Executor,
  deps: DelegateDeps,
  scope: TenantScope,
  person: Person,
  doer: Doer,
  asked: Delegated,
): Promise<string> {
  const { fromPersonId, toPersonId, startsAt, endsAt } = asked;
  if (fromPersonId !== person.personId && !hasRole(person, ...delegationAdmins))
    throw forbidden('Only an account admin delegates for somebody else. Nothing was changed.');
  await requireSpan(trx, deps, scope, asked);
  const { people } = await readPolicyPeople(trx, scope, deps.clock.now());
  const [from, to] = [fromPersonId, toPersonId].map((id) => people.find((one) => one.id === id));
  if (!from || !mayEverDecide(from))
    throw refused('delegator_not_eligible', '/fromPersonId', 'This person decides nothing that could be delegated.');
  if (!to || !mayEverDecide(to) || toPersonId === fromPersonId)
    throw refused('delegate_not_eligible', '/toPersonId', 'Name another active member whose role may decide.');
  const open = await listOpenDelegations(trx, scope, deps.clock.now());
  const meanwhile = open.filter((one) => one.startsAt < endsAt && one.endsAt > startsAt);
  if (leadsTo(toPersonId, fromPersonId, meanwhile)) throw cycle(from.name, to.name);
  if (meanwhile.some((one) => one.fromPersonId === fromPersonId && one.toPersonId === toPersonId))
    throw conflict('delegated_already', `${to.name} stands in at that time already; nothing was changed.`);
  const row: ApprovalDelegationRow = {
    id: deps.newId('dg'),
    tenantId: scope.tenantId,
    ...asked,
    createdBy: person.personId,
    createdAt: deps.clock.now(),
    endedAt: null,
    endedBy: null,
  };
  await insertDelegation(trx, row);
  await recordAudit(trx, deps, scope, doer, {
    action: 'approvalDelegation.created',
    object: { kind: 'approvalDelegation', id: row.id },
    details: { fromPersonId, toPersonId, startsAt, endsAt, reason: asked.reason },
  });
  await tellDelegate(trx, deps, scope, row, from.name);
  return row.id;
}

/** @throws 403, 404, 409 delegation_over */
export async function endDelegation(
  trx: Executor,
  deps: DelegateDeps,
  scope: TenantScope,
  person: Person,
  doer: Doer,
  id: string,
): Promise<void> {
  const row = await findDelegation(trx, scope, id);
  if (!row) throw notFound();
  if (!mayEnd(row, person)) throw forbidden('Only who delegated, who was given it, or an account admin ends it.');
  if (!(await endDelegationRow(trx, scope, id, { endedAt: deps.clock.now(), endedBy: person.personId })))
    throw conflict('delegation_over', 'This delegation is over already; nothing was changed.');
  await recordAudit(trx, deps, scope, doer, {
    action: 'approvalDelegation.ended',
    object: { kind: 'approvalDelegation', id },
    details: {},
  });
}

export function mayEnd(row: ApprovalDelegationRow, person: Person): boolean {
  return [row.fromPersonId, row.toPersonId].includes(person.personId) || hasRole(person, ...delegationAdmins);
}

/** Along who stands in for whom, at any moment of the same time. */
export function leadsTo(
  from: string,
  to: string,
  delegations: readonly Pick<ApprovalDelegationRow, 'fromPersonId' | 'toPersonId'>[],
): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (one === to) return true;
    if (seen.has(one)) continue;
    seen.add(one);
    next.push(...delegations.filter(({ fromPersonId }) => fromPersonId === one).map(({ toPersonId }) => toPersonId));
  }
  return false;
}

async function requireSpan(
  db: Executor,
  { clock }: DelegateDeps,
  scope: TenantScope,
  { startsAt, endsAt }: Delegated,
): Promise<void> {
  if (endsAt <= startsAt || endsAt <= clock.now())
    throw refused('delegation_ends_before_it_starts', '/endsAt', 'The end must be after the start, and not be over.');
  const { delegationDaysMax } = await readPolicy(db, scope, approvalsPolicy);
  if (endsAt - startsAt > delegationDaysMax * dayMs)
    throw refused('delegation_too_long', '/endsAt', `Somebody stands in for ${delegationDaysMax} days at most.`);
}

function tellDelegate(
  trx: Executor,
  deps: DelegateDeps,
  scope: TenantScope,
  { id, toPersonId, endsAt }: ApprovalDelegationRow,
  name: string,
): Promise<void> {
  return notify(trx, deps, {
    personIds: [toPersonId],
    kind: 'approval.delegated',
    subject: { kind: 'approvalDelegation', id },
    words: { name, date: new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC' }).format(endsAt) },
    path: portalPaths.delegation(),
    tenantId: scope.tenantId,
  });
}

function cycle(from: string, to: string) {
  return conflict(
    'delegation_cycle',
    `${to} has given what they decide, straight or through others, to ${from} at that time: nobody would be left. Nothing was changed; end that one first or choose somebody else.`,
  );
}

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was changed.`, [{ pointer, code, message }]);
}
