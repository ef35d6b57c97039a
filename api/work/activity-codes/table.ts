import type { EpochMs, Flag } from '../../platform/database/database.ts';

export type ActivityCodeRow = {
  id: string;
  tenantId: string;
  /** '' for all contracts of the tenant: a unique index takes no null for equal. */
  contractId: string;
  code: string;
  name: string;
  isArchived: Flag;
  revision: number;
  createdAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    activityCodes: ActivityCodeRow;
  }
}
