import { hasRole, isOperator, type MemberRole, type Person } from '../../platform/auth/actor.ts';
import { peopleWithOperatorRoles } from '../../platform/auth/people.ts';
import { requireRole } from '../../platform/auth/require-role.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { requireFeature } from '../../platform/tenants/require-feature.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isInstallations } from './deps.ts';

/** Who vets: the installation's vetters for its own pools, a tenant's people who hire for the tenant's. */
export type Desk = {
  kind: 'operator' | 'tenant';
  /** '' is the installation. */
  scope: TenantScope;
  person: Person;
  /** An auditor reads and does nothing. */
  mayReview: boolean;
};
export type DeskKind = Desk['kind'];

export const reviewerRoles = ['owner', 'accountAdmin', 'hiringManager', 'recruiter'] as const satisfies MemberRole[];

/** @throws 401, 403 forbidden, plan_does_not_include, 404 */
export function requireDesk(c: HttpContext, kind: DeskKind): Desk {
  if (kind === 'operator') {
    const person = requirePerson(c);
    if (!isOperator(person, 'vetter')) throw forbidden('Only the vetting desk of this installation does this.');
    return { kind, scope: tenantScope(''), person, mayReview: true };
  }
  const person = requireRole(c, ...reviewerRoles, 'auditor');
  const scope = requireScope(c);
  requireFeature(c, 'talentPools');
  return { kind, scope, person, mayReview: hasRole(person, ...reviewerRoles) };
}

/** @throws as requireDesk */
export function requireReviewer(c: HttpContext, kind: DeskKind): Desk {
  const desk = requireDesk(c, kind);
  if (!desk.mayReview)
    throw forbidden('Your role reads this but does not change it. Ask an account admin for the right role.');
  return desk;
}

/** Person ids of everybody who may vet at a desk. */
export function reviewersOf(db: Executor, scope: TenantScope): Promise<string[]> {
  return isInstallations(scope)
    ? peopleWithOperatorRoles(db, ['vetter', 'operatorAdmin'])
    : peopleWithRoles(db, scope, reviewerRoles);
}
