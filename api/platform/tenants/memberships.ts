import type { Membership } from '../auth/person-authority.ts';
import { rolesOf } from '../auth/role-list.ts';
import type { Executor } from '../database/database.ts';
import { listMembershipsOf, listTeamRolesOf } from './membership-store.ts';

/** A person's active memberships in all tenants: this decides scopes, so it comes before there is one. */
export async function membershipsOf(db: Executor, personId: string): Promise<Membership[]> {
  const [members, teamRoles] = await Promise.all([listMembershipsOf(db, personId), listTeamRolesOf(db, personId)]);
  return members.map(({ tenantId, role }) => ({
    tenantId,
    roles: rolesOf(role),
    teamRoles: Object.fromEntries(
      teamRoles.filter((team) => team.tenantId === tenantId).map((team) => [team.teamId, rolesOf(team.role)]),
    ),
  }));
}
