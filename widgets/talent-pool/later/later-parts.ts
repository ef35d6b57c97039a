import type { PoolMember } from '@portico/api/talent/talent-pools/schema.ts';

/** What `member-panel.ts` can do, once it is there. */
export type MemberPanel = {
  show(poolId: string, member: PoolMember): Promise<void>;
  render(): unknown;
};
