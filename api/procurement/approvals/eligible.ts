import type { MemberRole } from '../../platform/auth/actor.ts';
import { type Approver, type ApproverRole, approverRoles, escalatesTo, type PolicyStep } from './approval-policy.ts';

/** Who may say yes to what, and for whom. Pure. */

/** A member who can sign in; team roles by the team's name. */
export type PolicyPerson = {
  id: string;
  name: string;
  roles: readonly MemberRole[];
  teamRoles: Readonly<Record<string, readonly MemberRole[]>>;
};

export type Delegating = { fromId: string; toId: string };

export type PolicyPeople = {
  people: readonly PolicyPerson[];
  /** By name. */
  teams: readonly string[];
  /** Of this moment. */
  delegations: readonly Delegating[];
};

/** Who holds what, found once for many questions. */
export type Holders = {
  byId: ReadonlyMap<string, PolicyPerson>;
  inTenant: ReadonlyMap<ApproverRole, readonly string[]>;
  inTeam: ReadonlyMap<string, ReadonlyMap<ApproverRole, readonly string[]>>;
  delegatesOf: ReadonlyMap<string, readonly string[]>;
};

export function holdersOf({ people, delegations }: PolicyPeople): Holders {
  const able = people.filter(mayEverDecide);
  const teams = new Set(able.flatMap(({ teamRoles }) => Object.keys(teamRoles)));
  return {
    byId: new Map(able.map((person) => [person.id, person])),
    inTenant: byRole(able, ({ roles }) => roles),
    inTeam: new Map([...teams].map((team) => [team, byRole(able, ({ teamRoles }) => teamRoles[team] ?? [])])),
    delegatesOf: new Map(
      [...Map.groupBy(delegations, ({ fromId }) => fromId)].map(([fromId, all]) => [
        fromId,
        all.map(({ toId }) => toId),
      ]),
    ),
  };
}

/** A viewer and an auditor change nothing, and a recruiter stops before an offer: they decide for nobody. */
export function mayEverDecide({ roles, teamRoles }: Pick<PolicyPerson, 'roles' | 'teamRoles'>): boolean {
  return [...roles, ...Object.values(teamRoles).flat()].some((role) => approverRoles.some((able) => able === role));
}

function byRole(people: readonly PolicyPerson[], rolesOf: (person: PolicyPerson) => readonly MemberRole[]) {
  const found = new Map<ApproverRole, string[]>();
  for (const role of approverRoles)
    found.set(
      role,
      people.filter((person) => rolesOf(person).includes(role)).map(({ id }) => id),
    );
  return found;
}

export function whoIs(approver: Approver, team: string | null, holders: Holders): readonly string[] {
  if (approver.kind === 'person') return holders.byId.has(approver.personId) ? [approver.personId] : [];
  const { role, where } = approver;
  const everywhere = where === 'team' ? [] : (holders.inTenant.get(role) ?? []);
  const here = where === 'tenant' || team === null ? [] : (holders.inTeam.get(team)?.get(role) ?? []);
  if (here.length === 0 || everywhere.length === 0) return here.length === 0 ? everywhere : here;
  return [...new Set([...everywhere, ...here])];
}

/** Each seat wants one yes: by whom. An `any` step has one seat, an `all` step one for each approver. */
export function seatsOf(step: PolicyStep, team: string | null, holders: Holders, isEscalated = false): Set<string>[] {
  const more = isEscalated ? escalatesTo(step).flatMap((one) => whoIs(one, team, holders)) : [];
  if (step.needs === 'any') return [new Set([...step.approvers.flatMap((one) => whoIs(one, team, holders)), ...more])];
  return step.approvers.map((one) => new Set([...whoIs(one, team, holders), ...more]));
}

/** Who may act for somebody: themselves, and delegates along chains that do not pass through who asked. */
export function actorsFor(principal: string, requesterId: string, { byId, delegatesOf }: Holders): Set<string> {
  const found = new Set<string>();
  const next = [principal];
  for (let one = next.pop(); one !== undefined; one = next.pop()) {
    if (one === requesterId || found.has(one) || !byId.has(one)) continue;
    found.add(one);
    next.push(...(delegatesOf.get(one) ?? []));
  }
  return found;
}

/** How many seats can be filled at once by different people. */
export function filledBy(seats: readonly ReadonlySet<string>[], people: Iterable<string>): number {
  const seatOf = new Map<string, number>();
  const takenBy: (string | undefined)[] = seats.map(() => undefined);
  const place = (person: string, tried: Set<number>): boolean => {
    for (let seat = 0; seat < seats.length; seat++) {
      if (tried.has(seat) || !seats[seat]!.has(person)) continue;
      tried.add(seat);
      const there = takenBy[seat];
      if (there !== undefined && !place(there, tried)) continue;
      takenBy[seat] = person;
      seatOf.set(person, seat);
      return true;
    }
    return false;
  };
  let filled = 0;
  for (const person of people) {
    if (filled === seats.length) break;
    if (place(person, new Set())) filled++;
  }
  return filled;
}

/** A yes that was given: by whom, and in whose place. */
export type Yes = { personId: string; forPersonId: string };

/** In whose place somebody may say yes now: their own first; undefined when nobody asks them (any more). */
export function placeFor(
  actorId: string,
  seats: readonly ReadonlySet<string>[],
  given: readonly Yes[],
  requesterId: string,
  holders: Holders,
): string | undefined {
  if (actorId === requesterId || given.some(({ personId }) => personId === actorId)) return undefined;
  const filled = given.map(({ forPersonId }) => forPersonId);
  const before = filledBy(seats, filled);
  const fits = (principal: string) =>
    principal !== requesterId && !filled.includes(principal) && filledBy(seats, [...filled, principal]) > before;
  if (holders.byId.has(actorId) && seats.some((seat) => seat.has(actorId)) && fits(actorId)) return actorId;
  const principals = [...new Set(seats.flatMap((seat) => [...seat]))];
  return principals.find((one) => one !== actorId && actorsFor(one, requesterId, holders).has(actorId) && fits(one));
}

export function isComplete(seats: readonly ReadonlySet<string>[], given: readonly Yes[]): boolean {
  return (
    filledBy(
      seats,
      given.map(({ forPersonId }) => forPersonId),
    ) === seats.length
  );
}

/** Whether the seats that are empty can still be filled by somebody. */
export function canComplete(
  seats: readonly ReadonlySet<string>[],
  given: readonly Yes[],
  requesterId: string,
  holders: Holders,
): boolean {
  const acted = new Set(given.map(({ personId }) => personId));
  const free = [...new Set(seats.flatMap((seat) => [...seat]))].filter(
    (one) => one !== requesterId && [...actorsFor(one, requesterId, holders)].some((actor) => !acted.has(actor)),
  );
  return filledBy(seats, [...given.map(({ forPersonId }) => forPersonId), ...free]) === seats.length;
}
