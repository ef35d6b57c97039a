import type { MemberRole } from '../../platform/auth/actor.ts';

/** Who keeps a tenant's pools: those who hire. */
export const poolEditors = ['owner', 'accountAdmin', 'hiringManager', 'recruiter'] as const satisfies MemberRole[];
/** Whoever a pool's owners are, these may change it too. */
export const poolAdmins = ['owner', 'accountAdmin'] as const satisfies MemberRole[];
/** Who writes notes, tags and ratings; viewers and auditors only read. */
export const poolNoteTakers = [
  'owner',
  'accountAdmin',
  'financeAdmin',
  'approver',
  'hiringManager',
  'recruiter',
] as const satisfies MemberRole[];
