import type { MemberRole, OperatorRole } from '@portico/api/platform/auth/actor.ts';
import type { Plan } from '@portico/api/platform/tenants/plan.ts';
import type { TenantTheme } from '@portico/themes/tokens.ts';

export type Membership = { tenantId: string; slug: string; name: string; roles: MemberRole[]; portalUrl: string };

export type Me = {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  freelancerId: string | null;
  roles: MemberRole[];
  operatorRoles: OperatorRole[];
  memberships: Membership[];
};

export type Tenant = {
  id: string;
  slug: string;
  brandName: string;
  logoUrl: string | null;
  plan: Plan;
  theme: TenantTheme;
};
