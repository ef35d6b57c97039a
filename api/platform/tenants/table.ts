import type { AuthInstant } from '../auth/auth-instant.ts';
import type { EpochMs } from '../database/database.ts';
import type { AddressClass } from './address-class.ts';
import type { Plan } from './plan.ts';

export type TenantRow = {
  id: string;
  slug: string;
  name: string;
  brandName: string | null;
  logo: string | null;
  plan: Plan;
  locale: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** A TenantTheme as validateTheme rebuilt it. */
  theme: string;
  /** A Brand as it was published last; null before the first time. Name, logo and theme stand in their own columns too. */
  brand: string | null;
  revision: number;
  createdAt: AuthInstant;
};

export type MemberRow = {
  id: string;
  tenantId: string;
  personId: string;
  /** Roles with commas between: `hiringManager,approver`. */
  role: string;
  disabledAt: EpochMs | null;
  createdAt: AuthInstant;
};

export type MemberInvitationRow = {
  id: string;
  tenantId: string;
  email: string;
  role: string | null;
  teamId: string | null;
  status: 'pending' | 'accepted' | 'rejected' | 'canceled';
  inviterId: string;
  expiresAt: AuthInstant;
  createdAt: AuthInstant;
};

export type TeamRow = { id: string; tenantId: string; name: string; createdAt: EpochMs };

/** A role held in one team only, beside those held tenant-wide. */
export type TeamMemberRow = { teamId: string; personId: string; tenantId: string; role: string; createdAt: EpochMs };

export type TenantDomainRow = {
  host: string;
  tenantId: string;
  createdAt: EpochMs;
  /** Seen to lead here, so that links may use it. */
  isActive: 0 | 1;
  isPrimary: 0 | 1;
};
export type TenantOriginRow = { tenantId: string; origin: string; createdAt: EpochMs };

export type ApiKeyRow = {
  id: string;
  tenantId: string;
  kind: 'secret' | 'publishable';
  name: string;
  /** SHA-256 of the key: it has 160 random bits, so a slow hash would add nothing. */
  hash: string;
  /** The first characters, so that people can tell keys apart. */
  start: string;
  createdBy: string;
  createdAt: EpochMs;
  lastUsedAt: EpochMs | null;
  /** `POST /v1/embed/sessions` */
  lastOperation: string | null;
  /** What kind of address it came from. */
  lastUsedFrom: AddressClass | null;
  expiresAt: EpochMs | null;
  revokedAt: EpochMs | null;
  replacedById: string | null;
};

declare module '../database/tables.ts' {
  interface Tables {
    tenants: TenantRow;
    members: MemberRow;
    memberInvitations: MemberInvitationRow;
    teams: TeamRow;
    teamMembers: TeamMemberRow;
    tenantDomains: TenantDomainRow;
    tenantOrigins: TenantOriginRow;
    apiKeys: ApiKeyRow;
  }
}
