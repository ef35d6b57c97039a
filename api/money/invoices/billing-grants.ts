import { hasRole, isMember, type MemberRole, type Person } from '../../platform/auth/actor.ts';
import { type HttpContext, requirePerson, requireScope } from '../../platform/http/environment.ts';
import { forbidden } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { whoPays, whoReadsBilling } from './who-pays.ts';

export type BillingMember = { scope: TenantScope; person: Person };

/** At the portal; no widget shows invoices. @throws 401, 403, 404 */
export function requireBillingReader(c: HttpContext): BillingMember {
  return requireBillingRole(c, whoReadsBilling, 'Your role sees no invoices. Ask an account admin for the right role.');
}

/** @throws 401, 403, 404 */
export function requirePayer(c: HttpContext): BillingMember {
  return requireBillingRole(
    c,
    whoPays,
    'Your role reads invoices but does not pay or change them. Ask a finance admin.',
  );
}

function requireBillingRole(c: HttpContext, roles: readonly MemberRole[], why: string): BillingMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  if (!isMember(person) || !hasRole(person, ...roles)) throw forbidden(why);
  return { scope, person };
}
