import type { MemberRole, Person } from '../../platform/auth/actor.ts';
import { hasRole, memberRoles } from '../../platform/auth/actor.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import { type HttpContext, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

/** Who takes or gives back what was handed in, and does the client's own part: who makes offers. */
export const taskDeciders = ['owner', 'accountAdmin', 'hiringManager'] as const satisfies MemberRole[];
/** Who lets a contract go on without something, and says what is asked. */
export const taskOverriders = ['owner', 'accountAdmin'] as const satisfies MemberRole[];

export type OnboardingMember = { scope: TenantScope; person: Person };

/** @throws 401, 403, 404 */
export function requireReader(c: HttpContext): OnboardingMember {
  const person = requireRole(c, ...memberRoles);
  requireFeature(c, 'procurement');
  return { scope: requireScope(c), person };
}

/**
 * What was asked while the plan had it is still done and decided after a smaller one: no contract waits for ever.
 * @throws 401, 403, 404
 */
export function requireDecider(c: HttpContext): OnboardingMember {
  return requireOf(c, taskDeciders, 'Owners, account admins and hiring managers decide this. Ask one of them.');
}

/** @throws 401, 403, 404 */
export function requireOverrider(c: HttpContext): OnboardingMember {
  return requireOf(
    c,
    taskOverriders,
    'An account admin or an owner lets a contract go on without it. Ask one of them.',
  );
}

/** @throws 401, 403, 404 */
export function requireKeeper(c: HttpContext): OnboardingMember {
  const member = requireOf(c, taskOverriders, 'Templates are kept by owners and account admins. Ask one of them.');
  requireFeature(c, 'procurement');
  return member;
}

function requireOf(c: HttpContext, roles: readonly MemberRole[], sentence: string): OnboardingMember {
  const person = requireRole(c, ...memberRoles);
  if (!hasRole(person, ...roles)) throw forbidden(sentence);
  return { scope: requireScope(c), person };
}
