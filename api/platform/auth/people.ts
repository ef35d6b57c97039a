import type { Executor } from '../database/database.ts';
import type { OperatorRole } from './actor.ts';
import { findPerson, findPersonByEmail, listPeople, listPeopleWithOperatorRoles } from './people-store.ts';

/** What other slices may know of a person. */
export type PersonName = { id: string; name: string; email: string };

export async function personOf(db: Executor, id: string): Promise<PersonName | undefined> {
  return nameOf(await findPerson(db, id));
}

/** Not somebody whom the operator has disabled. */
export async function personByEmail(db: Executor, email: string): Promise<PersonName | undefined> {
  const person = await findPersonByEmail(db, email);
  return person?.disabledAt === null ? nameOf(person) : undefined;
}

export async function peopleById(db: Executor, ids: readonly string[]): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map();
  return new Map((await listPeople(db, ids)).map((person) => [person.id, person]));
}

/** Person ids of those of the operator who hold one of these roles and can sign in. */
export function peopleWithOperatorRoles(db: Executor, roles: readonly OperatorRole[]): Promise<string[]> {
  return listPeopleWithOperatorRoles(db, roles);
}

function nameOf(person: PersonName | undefined): PersonName | undefined {
  return person && { id: person.id, name: person.name, email: person.email };
}
