import type { PoolMember } from '@portico/api/talent/talent-pools/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';

/** Somebody is about to look at a member or to make them an offer. Prevented: the host does it. */
export type HirePoolMemberDetail = { action: 'open' | 'offer'; poolId: string; member: PoolMember };

/** By name, what `<hire-talent-pool>` sends. */
export type TalentPoolEvents = CoreEvents & {
  'hire-pool-member': HirePoolMemberDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-pool-member': CustomEvent<HirePoolMemberDetail>;
  }
}
