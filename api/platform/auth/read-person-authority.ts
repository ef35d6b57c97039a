import type { Executor } from '../database/database.ts';
import { membershipsOf } from '../tenants/memberships.ts';
import { type OperatorRole, operatorRoles } from './actor.ts';
import { findPerson, listOperatorRoles } from './people-store.ts';
import type { FindFreelancerId, PersonAuthority } from './person-authority.ts';

export async function readPersonAuthority(
  db: Executor,
  personId: string,
  findFreelancerId: FindFreelancerId,
): Promise<PersonAuthority | undefined> {
  const person = await findPerson(db, personId);
  if (!person) return undefined;
  const [memberships, operator, freelancerId] = await Promise.all([
    membershipsOf(db, personId),
    listOperatorRoles(db, personId),
    findFreelancerId(db, personId),
  ]);
  return {
    personId,
    email: person.email,
    name: person.name,
    locale: person.locale,
    isVerified: Boolean(person.emailVerified),
    isDisabled: person.disabledAt !== null,
    memberships,
    freelancerId,
    operatorRoles: operator.map(({ role }) => role).filter(isOperatorRole),
  };
}

function isOperatorRole(role: string): role is OperatorRole {
  return (operatorRoles as readonly string[]).includes(role);
}
