import type { EpochMs, Flag } from '../../platform/database/database.ts';

export type CostCenterRow = {
  id: string;
  tenantId: string;
  /** The company's own, unique in it; posts, offers, contracts and payments keep it. */
  code: string;
  name: string;
  ownerId: string | null;
  parentCode: string | null;
  /** JSON: names of the teams it is for. */
  teams: string;
  isActive: Flag;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    costCenters: CostCenterRow;
  }
}
