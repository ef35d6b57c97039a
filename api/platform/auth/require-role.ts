import type { Clock } from '../clock/clock.ts';
import type { HttpContext } from '../http/environment.ts';
import { requirePerson } from '../http/environment.ts';
import { forbidden, Refusal } from '../http/problem.ts';
import { hasRole, type MemberRole, type Person } from './actor.ts';

/**
 * For settings of a tenant: somebody signed in at the portal with one of these roles. A widget session never gets
 * here, whatever its person may do.
 * @throws 401, 403
 */
export function requireRole(c: HttpContext, ...roles: readonly MemberRole[]): Person {
  const person = requirePerson(c);
  if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  if (!hasRole(person, ...roles)) throw forbidden();
  return person;
}

const freshMs = 30 * 60 * 1000;

/** Before keys and money: whoever found an unlocked screen must not get further. @throws 401 reauthentication_required */
export function requireFreshSignIn(person: Person, clock: Clock): void {
  const { via } = person;
  if (via.kind === 'cookie' && via.signedInAtMs !== undefined && clock.now() - via.signedInAtMs < freshMs) return;
  throw new Refusal(401, 'reauthentication_required', 'Sign in again to do this. Nothing was changed.');
}

/** What a raised session is for: each is confirmed by itself. */
export const elevationScopes = ['money'] as const;
export type ElevationScope = (typeof elevationScopes)[number];

/**
 * Before money moves or a way to be paid changes: in a widget its session must have been raised for this, at the portal
 * the person must have signed in or confirmed their identity a short while ago.
 * @throws 401 elevation_required, which makes a widget ask its page for a raised session and the portal ask again
 */
export function requireElevation(person: Person, scope: ElevationScope, clock: Clock): void {
  const { via } = person;
  const isElevated =
    via.kind === 'embed'
      ? via.elevated?.includes(scope)
      : via.signedInAtMs !== undefined && clock.now() - via.signedInAtMs < freshMs;
  if (!isElevated)
    throw new Refusal(401, 'elevation_required', 'Confirm that it is you, then repeat this. Nothing was changed.');
}
