import type { PoolMember } from '@portico/api/talent/talent-pools/schema.ts';

/** Somebody is about to look at a member or to make them an offer. Prevented: the host does it. */
export type HirePoolMemberDetail = { action: 'open' | 'offer'; poolId: string; member: PoolMember };

declare global {
  interface HTMLElementEventMap {
    'hire-pool-member': CustomEvent<HirePoolMemberDetail>;
  }
}
