import { hasRole, isGranted, isMember, type MemberRole, type Person } from '../platform/auth/actor.ts';
import { type HttpContext, requirePerson, requireScope } from '../platform/http/environment.ts';
import { forbidden } from '../platform/http/problem.ts';
import type { TenantScope } from '../platform/tenants/tenant-scope.ts';

/** Who keeps a tenant's ways to pay, and answers its banks. */
export const billingManagers = ['owner', 'accountAdmin', 'financeAdmin'] as const satisfies MemberRole[];
/** An auditor reads them and changes nothing. */
export const billingReaders = [...billingManagers, 'auditor'] as const satisfies MemberRole[];
/** Who chooses what a payment is taken from: the roles that move money. */
export const sourceChoosers = [...billingManagers, 'hiringManager'] as const satisfies MemberRole[];

export type BillingMember = { scope: TenantScope; person: Person };

/** @throws 401, 403, 404 */
export function requireBillingReader(c: HttpContext): BillingMember {
  return requireAtPortal(c, billingReaders);
}

/** @throws 401, 403, 404 */
export function requireBillingManager(c: HttpContext): BillingMember {
  return requireAtPortal(c, billingManagers);
}

/** Features of widgets that pay, so that they show what can be paid from. */
const payingFeatures = ['fund', 'release', 'bonus', 'manage'];

/** Also in a widget that was granted to pay. @throws 401, 403, 404 */
export function requireSourceChooser(c: HttpContext): BillingMember {
  const member = requireMember(c);
  const { person } = member;
  if (person.via.kind === 'embed' && !payingFeatures.some((feature) => isGranted(person, 'contractStatus', feature)))
    throw forbidden('This widget session was not granted to pay. Your server asks for it when it makes the session.');
  return withRole(member, [...sourceChoosers, 'auditor']);
}

/** Who sees one payment and answers its bank: whoever may have made it. @throws 401, 403, 404 */
export function requirePayer(c: HttpContext): BillingMember {
  return requireAtPortal(c, sourceChoosers);
}

/** @throws 401, 403, 404 */
export function requirePaymentReader(c: HttpContext): BillingMember {
  return requireAtPortal(c, [...sourceChoosers, 'auditor']);
}

function requireAtPortal(c: HttpContext, roles: readonly MemberRole[]): BillingMember {
  const member = requireMember(c);
  if (member.person.via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
  return withRole(member, roles);
}

function requireMember(c: HttpContext): BillingMember {
  const person = requirePerson(c);
  const scope = requireScope(c);
  if (!isMember(person)) throw forbidden('Only people of this company see its billing.');
  return { scope, person };
}

function withRole(member: BillingMember, roles: readonly MemberRole[]): BillingMember {
  if (!hasRole(member.person, ...roles))
    throw forbidden('Your role does not see billing. Ask an account admin for the right role.');
  return member;
}
