import type { HttpContext } from '../http/environment.ts';
import { requirePerson } from '../http/environment.ts';
import { Refusal } from '../http/problem.ts';
import { type TenantScope, tenantScope } from '../tenants/tenant-scope.ts';
import type { Person } from './actor.ts';

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
  const person = requirePerson(c);
  if (person.via.kind !== 'cookie' || person.freelancerId === null)
    throw new Refusal(
      403,
      'no_freelancer_account',
      'This is for freelancers. Create a freelancer profile first; nothing was changed.',
    );
  return {
    person,
    freelancer: { freelancerId: person.freelancerId } as FreelancerScope,
    tenant: c.get('scope'),
  };
}

/** The tenant of a row that was found for this freelancer: what they do with it is written in that tenant. */
export function tenantOfFound(_freelancer: FreelancerScope, row: { tenantId: string }): TenantScope {
  return tenantScope(row.tenantId);
}
