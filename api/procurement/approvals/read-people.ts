import type { MemberRole } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { rolesOf } from '../../platform/auth/role-list.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { listActiveRoles } from '../../platform/tenants/members.ts';
import { readTeams } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listOpenDelegations } from './delegation-store.ts';
import type { PolicyPeople } from './eligible.ts';

/** Members who can sign in, their roles everywhere and in teams, and who decides for whom at this instant. */
export async function readPolicyPeople(db: Executor, scope: TenantScope, nowMs: EpochMs): Promise<PolicyPeople> {
  const [members, teams, delegations] = await Promise.all([
    listActiveRoles(db, scope),
    readTeams(db, scope),
    listOpenDelegations(db, scope, nowMs),
  ]);
  const teamRoles = new Map<string, Record<string, readonly MemberRole[]>>();
  for (const team of teams)
    for (const { personId, roles } of team.members)
      teamRoles.set(personId, { ...teamRoles.get(personId), [team.name]: roles });
  const names = await peopleById(
    db,
    members.map(({ personId }) => personId),
  );
  return {
    people: members.map(({ personId, role }) => ({
      id: personId,
      name: names.get(personId)?.name ?? '–',
      roles: rolesOf(role),
      teamRoles: teamRoles.get(personId) ?? {},
    })),
    teams: teams.map(({ name }) => name),
    delegations: delegations
      .filter(({ startsAt }) => startsAt <= nowMs)
      .map(({ fromPersonId, toPersonId }) => ({ fromId: fromPersonId, toId: toPersonId })),
  };
}
