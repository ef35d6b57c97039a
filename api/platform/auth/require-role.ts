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

/**
 * Before money moves in a widget: its session must have been raised for this.
 * @param scope what is about to happen: `milestone.release`
 * @throws 401 elevation_required, which makes the widget ask its page for a raised session
 */
export function requireElevation(person: Person, scope: string): void {
  if (person.via.kind === 'embed' && !person.via.elevated?.includes(scope))
    throw new Refusal(401, 'elevation_required', 'Confirm that it is you, then repeat this. Nothing was changed.');
}
