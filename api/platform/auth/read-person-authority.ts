import type { Executor } from '../database/database.ts';
import type { MemberRole, OperatorRole } from './actor.ts';
import { memberRoles, operatorRoles } from './actor.ts';
import type { FindFreelancerId, PersonAuthority } from './authority.ts';

export async function readPersonAuthority(
  db: Executor,
  personId: string,
  findFreelancerId: FindFreelancerId,
): Promise<PersonAuthority | undefined> {
  const person = await db.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst();
  if (!person) return undefined;
  const [memberships, teamRoles, operator, freelancerId] = await Promise.all([
    db.selectFrom('members').select(['tenantId', 'role', 'disabledAt']).where('personId', '=', personId).execute(),
    db.selectFrom('teamMembers').select(['tenantId', 'teamId', 'role']).where('personId', '=', personId).execute(),
    db.selectFrom('operatorMembers').select('role').where('personId', '=', personId).execute(),
    findFreelancerId(db, personId),
  ]);
  return {
    personId,
    email: person.email,
    name: person.name,
    locale: person.locale,
    isVerified: Boolean(person.emailVerified),
    isDisabled: person.disabledAt !== null,
    memberships: memberships
      .filter(({ disabledAt }) => disabledAt === null)
      .map(({ tenantId, role }) => ({
        tenantId,
        roles: rolesOf(role),
        teamRoles: Object.fromEntries(
          teamRoles.filter((team) => team.tenantId === tenantId).map((team) => [team.teamId, rolesOf(team.role)]),
        ),
      })),
    freelancerId,
    operatorRoles: operator.map(({ role }) => role).filter(isOperatorRole),
  };
}

/** `hiringManager,approver` to roles; a word that is no role gives no right. */
export function rolesOf(list: string): MemberRole[] {
  const words = new Set(list.split(',').map((word) => word.trim()));
  return memberRoles.filter((role) => words.has(role));
}

function isOperatorRole(role: string): role is OperatorRole {
  return (operatorRoles as readonly string[]).includes(role);
}
