import type { EpochMs } from '../database/database.ts';

export type DiscardedRow = {
  tenantId: string;
  kind: string;
  id: string;
  /** JSON of the rows that were deleted, as their own slice reads them. */
  content: string;
  discardedBy: string;
  discardedAt: EpochMs;
};

declare module '../database/tables.ts' {
  interface Tables {
    discarded: DiscardedRow;
  }
}
