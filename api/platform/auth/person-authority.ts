import type { Executor } from '../database/database.ts';
import type { MemberRole, OperatorRole } from './actor.ts';

export type Membership = {
  tenantId: string;
  /** Held tenant-wide. */
  roles: readonly MemberRole[];
  /** Held in one team only, by team id. */
  teamRoles: Readonly<Record<string, readonly MemberRole[]>>;
};

/** All that decides what a person may do, as last read. */
export type PersonAuthority = {
  personId: string;
  email: string;
  name: string;
  locale: string | null;
  isVerified: boolean;
  isDisabled: boolean;
  memberships: readonly Membership[];
  /** The freelancer account of this person, if it existed when this was read. */
  freelancerId: string | null;
  operatorRoles: readonly OperatorRole[];
};

/** Which freelancer account a person has; the freelancers slice answers it. */
export type FindFreelancerId = (db: Executor, personId: string) => Promise<string | null>;
