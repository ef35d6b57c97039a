import type { MemberRole, Person } from '../auth/actor.ts';
import { rolesOf } from '../auth/role-list.ts';
import type { Executor } from '../database/database.ts';
import { peopleWithRoles } from './members.ts';
import { listTeamMemberRows, listTeamRows } from './team-store.ts';
import type { TenantScope } from './tenant-scope.ts';

/** Posts, offers, contracts and payments keep their team by name, so that a paper of last year still says it. */
export type Team = {
  id: string;
  name: string;
  members: readonly { personId: string; roles: readonly MemberRole[] }[];
};

/** By name, with the people who hold a role in each and can sign in. */
export async function readTeams(db: Executor, scope: TenantScope): Promise<Team[]> {
  const [teams, members] = await Promise.all([listTeamRows(db, scope), listTeamMemberRows(db, scope)]);
  const membersOf = Map.groupBy(members, ({ teamId }) => teamId);
  return teams.map(({ id, name }) => ({
    id,
    name,
    members: (membersOf.get(id) ?? []).map(({ personId, role }) => ({ personId, roles: rolesOf(role) })),
  }));
}

/** Names of the teams whose figures somebody sees: all with a tenant-wide role, else those that gave them one. */
export type TeamReach = 'all' | readonly string[];

export async function teamReach(
  db: Executor,
  scope: TenantScope,
  { roles, teamRoles = {} }: Pick<Person, 'roles' | 'teamRoles'>,
  reading: readonly MemberRole[],
): Promise<TeamReach> {
  if (roles.some((role) => reading.includes(role))) return 'all';
  const teams = await listTeamRows(db, scope);
  return teams.filter(({ id }) => teamRoles[id]?.some((role) => reading.includes(role))).map(({ name }) => name);
}

/** Person ids of those who hold one of these roles tenant-wide or in the team of this name, and can sign in. */
export async function peopleWithRolesFor(
  db: Executor,
  scope: TenantScope,
  roles: readonly MemberRole[],
  teamName: string | null,
): Promise<string[]> {
  const everywhere = await peopleWithRoles(db, scope, roles);
  const team = teamName === null ? undefined : (await readTeams(db, scope)).find(({ name }) => name === teamName);
  const here = (team?.members ?? []).filter((member) => member.roles.some((role) => roles.includes(role)));
  return [...new Set([...everywhere, ...here.map(({ personId }) => personId)])];
}
