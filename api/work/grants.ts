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

/** Everybody of the tenant reads its contracts; an auditor and a viewer change nothing. */
export const contractReaders = memberRoles;
/** Who plans, approves, pauses and ends for the client: the roles that make offers. */
export const contractManagers = ['owner', 'accountAdmin', 'hiringManager'] as const satisfies MemberRole[];
/** Who funds, releases, pays bonuses and gives back. */
export const moneyMovers = ['owner', 'accountAdmin', 'hiringManager', 'financeAdmin'] as const satisfies MemberRole[];

export type WorkMember = { scope: TenantScope; person: Person };

/** `contractStatus.release`: a widget and one of its features, as in widgetFeatures. */
export type Grant = `${string}.${string}`;

/** @throws 401, 403, 404 */
export function requireContractReader(c: HttpContext, grant?: Grant): WorkMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isMember(person)) throw forbidden('Only people of this company see its contracts.');
  requireGrant(person, grant);
  return { scope, person };
}

/** @throws 401, 403, 404 */
export function requireContractManager(c: HttpContext, grant?: Grant): WorkMember {
  return requireWorkRole(c, contractManagers, grant);
}

/**
 * Money moves only for these roles; its command then asks for elevation too.
 * @throws 401, 403, 404
 */
export function requireMoneyMover(c: HttpContext, grant?: Grant): WorkMember {
  return requireWorkRole(c, moneyMovers, grant);
}

export function mayManage(actor: Actor, grant: Grant): boolean {
  return hasRole(actor, ...contractManagers) && hasGrant(actor, grant);
}

export function mayMoveMoney(actor: Actor, grant: Grant): boolean {
  return hasRole(actor, ...moneyMovers) && hasGrant(actor, grant);
}

function requireWorkRole(c: HttpContext, roles: readonly MemberRole[], grant?: Grant): WorkMember {
  const member = requireContractReader(c, grant);
  if (!hasRole(member.person, ...roles))
    throw forbidden('Your role reads this but does not change it. Ask an account admin for the right role.');
  return member;
}

/** A widget session does only what it was granted; without a grant an operation is the portal's alone. */
function requireGrant(actor: Actor, grant: Grant | undefined): void {
  if (actor.kind !== 'person' || actor.via.kind === 'cookie') return;
  if (grant && hasGrant(actor, grant)) return;
  throw forbidden(
    grant
      ? `This widget session was not granted ${grant}. Your server asks for it when it makes the session.`
      : 'This is done in the portal, not in a widget.',
  );
}

function hasGrant(actor: Actor, grant: Grant): boolean {
  const [widget, feature] = grant.split('.');
  return widget !== undefined && feature !== undefined && isGranted(actor, widget, feature);
}
