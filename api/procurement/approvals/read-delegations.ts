import type { Person } from '../../platform/auth/actor.ts';
import { hasRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { delegationAdmins, mayEnd } from './delegate.ts';
import type { ApprovalDelegation } from './delegation-schema.ts';
import { findDelegation, listDelegations } from './delegation-store.ts';
import { mayEverDecide } from './eligible.ts';
import { readPolicyPeople } from './read-people.ts';
import type { ApprovalDelegationRow } from './table.ts';

const delegationsMax = 500;

export async function readDelegations(
  db: Executor,
  scope: TenantScope,
  person: Person,
  nowMs: EpochMs,
  view: 'mine' | 'all',
) {
  const rows = await listDelegations(db, scope, view === 'mine' ? person.personId : undefined, delegationsMax);
  const { people } = await readPolicyPeople(db, scope, nowMs);
  const able = people.filter(mayEverDecide);
  return {
    items: await present(db, rows, person, nowMs),
    people: able.map(({ id, name }) => ({ id, name })),
    mayDelegate: able.some(({ id }) => id === person.personId),
    mayDelegateForOthers: hasRole(person, ...delegationAdmins),
  };
}

/** @throws 404 */
export async function getDelegation(
  db: Executor,
  scope: TenantScope,
  person: Person,
  nowMs: EpochMs,
  id: string,
): Promise<ApprovalDelegation> {
  const row = await findDelegation(db, scope, id);
  if (!row) throw notFound();
  return (await present(db, [row], person, nowMs))[0]!;
}

async function present(
  db: Executor,
  rows: readonly ApprovalDelegationRow[],
  person: Person,
  nowMs: EpochMs,
): Promise<ApprovalDelegation[]> {
  const ids = rows.flatMap((row) => [row.fromPersonId, row.toPersonId, row.createdBy, row.endedBy ?? []].flat());
  const people = await peopleById(db, [...new Set(ids)]);
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? '–' });
  return rows.map((row) => {
    const state = stateOf(row, nowMs);
    return {
      id: row.id,
      from: named(row.fromPersonId),
      to: named(row.toPersonId),
      startsAt: isoInstant(row.startsAt),
      endsAt: isoInstant(row.endsAt),
      state,
      reason: row.reason,
      createdBy: named(row.createdBy),
      createdAt: isoInstant(row.createdAt),
      endedAt: row.endedAt === null ? null : isoInstant(row.endedAt),
      endedBy: row.endedBy === null ? null : named(row.endedBy),
      mayEnd: (state === 'active' || state === 'planned') && mayEnd(row, person),
    };
  });
}

function stateOf({ startsAt, endsAt, endedAt }: ApprovalDelegationRow, nowMs: EpochMs): ApprovalDelegation['state'] {
  if (endedAt !== null) return 'ended';
  if (endsAt <= nowMs) return 'over';
  return startsAt <= nowMs ? 'active' : 'planned';
}
