import { type Actor, hasRole, isMember, isPerson, type MemberRole, type Person } from '../../platform/auth/actor.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** What a widget session may be granted beside searching. */
export type TalentFeature = 'save' | 'compare' | 'invite';

/**
 * A widget session searches only when it was made for talent search, and uses only the features it was granted.
 * @throws 403
 */
export function requireSearchGrant(actor: Actor, feature?: TalentFeature): void {
  if (!isPerson(actor) || actor.via.kind !== 'embed') return;
  const granted = actor.via.grants.talentSearch;
  if (granted !== undefined && (feature === undefined || granted[feature] === true)) return;
  const what = feature ? `the feature ${feature}` : 'talent search';
  throw forbidden(`This widget session was not granted ${what}. Your server asks for it when it makes the session.`);
}

const keepers: readonly MemberRole[] = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
];

/** Viewers and auditors read what others keep, and keep nothing themselves. */
export function mayKeepTalent(actor: Actor): boolean {
  return hasRole(actor, ...keepers);
}

export type TalentMember = { scope: TenantScope; person: Person };

/**
 * Somebody of the tenant, for what its people keep about talent; freelancers never see it.
 * @throws 401, 403, 404
 */
export function requireTalentMember(c: HttpContext): TalentMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isMember(person)) throw forbidden('Only people of this company see what it keeps about talent.');
  requireSearchGrant(person, 'save');
  return { scope, person };
}

/** @throws 401, 403, 404 */
export function requireTalentKeeper(c: HttpContext): TalentMember {
  const member = requireTalentMember(c);
  if (!mayKeepTalent(member.person))
    throw forbidden('Viewers and auditors can look but not change. Ask for another role.');
  return member;
}
