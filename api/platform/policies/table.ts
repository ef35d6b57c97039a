import type { EpochMs } from '../database/database.ts';

/** What an installation (`tenantId` '') or a tenant has set other than the default. */
export type PolicyRow = { name: string; tenantId: string; settings: string; revision: number; changedAt: EpochMs };

declare module '../database/tables.ts' {
  interface Tables {
    policies: PolicyRow;
  }
}
