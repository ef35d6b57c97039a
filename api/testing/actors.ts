import type { Actor, MemberRole, Person } from '../platform/auth/actor.ts';

/** Somebody signed in at the portal. */
export function signedIn(personId: string, roles: readonly MemberRole[] = []): Person {
  return {
    kind: 'person',
    personId,
    email: `${personId}@example.com`,
    freelancerId: null,
    roles,
    operatorRoles: [],
    via: { kind: 'cookie', sessionId: `session_${personId}` },
  };
}

/** The same person in a widget on a tenant's page. */
export function inWidget(person: Person, grants: Record<string, Record<string, boolean>> = {}): Actor {
  return { ...person, via: { kind: 'embed', sessionId: 'es_1', grants } };
}

/** The same person, who has just confirmed who they are: before money moves. Stays so however far a test moves its clock. */
export function confirmed(person: Person): Person {
  return { ...person, via: { kind: 'cookie', sessionId: `session_${person.personId}`, signedInAtMs: endOfTimeMs } };
}

/** The last instant that Date knows. */
const endOfTimeMs = 8_640_000_000_000_000;
