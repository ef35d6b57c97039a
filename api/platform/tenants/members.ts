import type { MemberRole } from '../auth/actor.ts';
import { peopleById, personByEmail } from '../auth/people.ts';
import { rolesOf } from '../auth/role-list.ts';
import type { Executor } from '../database/database.ts';
import { findMemberRow, listActiveMembers, listMembersAfter } from './store.ts';
import type { MemberRow } from './table.ts';
import type { TenantScope } from './tenant-scope.ts';

export type MemberWithPerson = MemberRow & { name: string; email: string };

export async function listMembers(
  db: Executor,
  scope: TenantScope,
  afterId: string,
  limit: number,
): Promise<MemberWithPerson[]> {
  return withPeople(db, await listMembersAfter(db, scope, afterId, limit));
}

export async function findMember(db: Executor, scope: TenantScope, id: string): Promise<MemberWithPerson | undefined> {
  const row = await findMemberRow(db, scope, { id });
  return row && (await withPeople(db, [row]))[0];
}

/** Disabled members included, disabled people not. */
export async function findMemberByEmail(
  db: Executor,
  scope: TenantScope,
  email: string,
): Promise<MemberWithPerson | undefined> {
  const person = await personByEmail(db, email);
  const row = person && (await findMemberRow(db, scope, { personId: person.id }));
  return row && { ...row, name: person.name, email: person.email };
}

/** Person ids of those who hold one of these roles tenant-wide and can sign in. */
export async function peopleWithRoles(
  db: Executor,
  scope: TenantScope,
  roles: readonly MemberRole[],
): Promise<string[]> {
  const members = await listActiveMembers(db, scope);
  return members
    .filter(({ role }) => rolesOf(role).some((held) => roles.includes(held)))
    .map(({ personId }) => personId);
}

/** Everybody who can sign in, with the roles held tenant-wide as they are stored. */
export function listActiveRoles(db: Executor, scope: TenantScope): Promise<Pick<MemberRow, 'personId' | 'role'>[]> {
  return listActiveMembers(db, scope);
}

async function withPeople(db: Executor, rows: readonly MemberRow[]): Promise<MemberWithPerson[]> {
  const people = await peopleById(
    db,
    rows.map(({ personId }) => personId),
  );
  return rows.flatMap((row) => {
    const person = people.get(row.personId);
    return person ? [{ ...row, name: person.name, email: person.email }] : [];
  });
}
