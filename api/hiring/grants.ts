import {
  type Actor,
  hasRole,
  isGranted,
  isMember,
  type MemberRole,
  memberRoles,
  type Person,
} from '../platform/auth/actor.ts';
import { type HttpContext, requirePerson, requireScope } from '../platform/http/environment.ts';
import { forbidden } from '../platform/http/problem.ts';
import type { TenantScope } from '../platform/tenants/tenant-scope.ts';

/** Who writes posts, invites and works through proposals. */
export const hirers = ['owner', 'accountAdmin', 'hiringManager', 'recruiter'] as const satisfies MemberRole[];
/** A recruiter does everything up to an offer, but makes none. */
export const offerers = ['owner', 'accountAdmin', 'hiringManager'] as const satisfies MemberRole[];
/** Who writes notes and ratings that only the team sees. */
export const noteTakers = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
] as const satisfies MemberRole[];
/** Everybody of the tenant reads; an auditor changes nothing. */
export const hiringReaders = memberRoles;

export type HiringMember = { scope: TenantScope; person: Person };

/** `jobPost.publish`, `proposals.decide`: a widget and one of its features, as in widgetFeatures. */
export type Grant = `${string}.${string}`;

/** @throws 401, 403, 404 */
export function requireReader(c: HttpContext, grant?: Grant): HiringMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isMember(person)) throw forbidden('Only people of this company see its hiring.');
  requireGrant(person, grant);
  return { scope, person };
}

/** @throws 401, 403, 404 */
export function requireHirer(c: HttpContext, grant?: Grant): HiringMember {
  return requireHiringRole(c, hirers, grant);
}

/** @throws 401, 403, 404 */
export function requireOfferer(c: HttpContext, grant?: Grant): HiringMember {
  return requireHiringRole(c, offerers, grant);
}

/** @throws 401, 403, 404 */
export function requireNoteTaker(c: HttpContext, grant?: Grant): HiringMember {
  return requireHiringRole(c, noteTakers, grant);
}

function requireHiringRole(c: HttpContext, roles: readonly MemberRole[], grant?: Grant): HiringMember {
  const member = requireReader(c, grant);
  if (!hasRole(member.person, ...roles))
    throw forbidden('Your role reads this but does not change it. Ask an account admin for the right role.');
  return member;
}

/** A widget session does only what it was granted; without a grant an operation is the portal's alone. */
function requireGrant(actor: Actor, grant: Grant | undefined): void {
  if (actor.kind !== 'person' || actor.via.kind === 'cookie') return;
  const [widget, feature] = grant?.split('.') ?? [];
  if (widget && feature && isGranted(actor, widget, feature)) return;
  throw forbidden(
    grant
      ? `This widget session was not granted ${grant}. Your server asks for it when it makes the session.`
      : 'This is done in the portal, not in a widget.',
  );
}
