import { hasRole, isTeamMember, type MemberRole, memberRoles, type Person } from '../../platform/auth/actor.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import { type TeamReach, teamReach } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** Who puts in purchase orders, budgets, cost centers and rate cards, and changes them. */
export const keepers = ['owner', 'accountAdmin', 'financeAdmin'] as const satisfies MemberRole[];
/** Who asks for something: whoever may hire. */
export const askers = [...keepers, 'hiringManager', 'recruiter'] as const satisfies MemberRole[];

export type SpendingMember = { scope: TenantScope; person: Person };
export type SpendingReader = SpendingMember & { reach: TeamReach };

/**
 * Everybody of the company, at the portal: all of it with a role of the whole company, else what concerns their teams.
 * @throws 401, 403, 404
 */
export async function requireSpendingReader(c: HttpContext, db: Executor): Promise<SpendingReader> {
  const { scope, person } = requireMember(c);
  return { scope, person, reach: await teamReach(db, scope, person, memberRoles) };
}

/** @throws 401, 403, 404 */
export function requireKeeper(c: HttpContext): SpendingMember {
  return requireOneOf(c, keepers, 'Your role reads this but does not change it. Ask somebody of finance.');
}

/** @throws 401, 403, 404 */
export function requireAsker(c: HttpContext): SpendingMember {
  return requireOneOf(c, askers, 'Your role reads this but does not ask for anything. Ask who hires.');
}

export function mayKeep(person: Person): boolean {
  return hasRole(person, ...keepers);
}

/** Whether something kept for these teams, or for nobody in particular, concerns somebody. */
export function concerns(reach: TeamReach, teams: readonly string[]): boolean {
  return reach === 'all' || teams.length === 0 || teams.some((team) => reach.includes(team));
}

function requireOneOf(c: HttpContext, roles: readonly MemberRole[], refusal: string): SpendingMember {
  const member = requireMember(c);
  if (!hasRole(member.person, ...roles)) throw forbidden(refusal);
  return member;
}

function requireMember(c: HttpContext): SpendingMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isTeamMember(person)) throw forbidden('Only people of this company see its spending.');
  if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  requireFeature(c, 'procurement');
  return { scope, person };
}
