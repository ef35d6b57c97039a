import type { HttpContext } from '../http/environment.ts';
import { requirePerson } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import { isPerson, type Person } from './actor.ts';

declare const provenBy: unique symbol;

/** Proof that a request acts for one freelancer, whose proposals and offers reach across tenants. */
export type FreelancerScope = { readonly freelancerId: string; readonly [provenBy]: 'edge' };

export type ActingFreelancer = {
  person: Person;
  freelancer: FreelancerScope;
  /** Where the address names a tenant, only what is that tenant's is shown there. */
  tenant: TenantScope | undefined;
};

/**
 * Somebody at the portal with a freelancer account; no widget session gets here.
 * @throws 401, 403 no_freelancer_account
 */
export function requireFreelancer(c: HttpContext): ActingFreelancer {
  requirePerson(c);
  const acting = freelancerOf(c);
  if (!acting)
    throw new Refusal(
      403,
      'no_freelancer_account',
      'This is for freelancers. Create a freelancer profile first; nothing was changed.',
    );
  return acting;
}

/** For what others may read too, and freelancers in their own way. */
export function freelancerOf(c: HttpContext): ActingFreelancer | undefined {
  const person = c.get('actor');
  if (!isPerson(person) || person.via.kind !== 'cookie' || person.freelancerId === null) return undefined;
  return { person, freelancer: freelancerScope(person.freelancerId), tenant: c.get('scope') };
}

/** Only the edge (http, jobs) makes one. */
export function freelancerScope(freelancerId: string): FreelancerScope {
  return { freelancerId } as FreelancerScope;
}

/** The tenant of a row that was found for this freelancer: what they do with it is written in that tenant. */
export function tenantOfFound(_freelancer: FreelancerScope, row: { tenantId: string }): TenantScope {
  return tenantScope(row.tenantId);
}
