import type { EpochMs } from '../../platform/database/database.ts';

export type TalentPoolRow = {
  id: string;
  /** null: the installation's Pro pool. */
  tenantId: string | null;
  name: string;
  createdAt: EpochMs;
};

export type TalentPoolMemberRow = {
  poolId: string;
  freelancerId: string;
  addedBy: string;
  addedAt: EpochMs;
  /** Kept after leaving, so that every node's index hears of it. */
  removedAt: EpochMs | null;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    talentPools: TalentPoolRow;
    talentPoolMembers: TalentPoolMemberRow;
  }
}
