import type { EpochMs } from '../../platform/database/database.ts';

/** A word as a report said it from an instant on; append only. */
export type ReportNameRow = {
  /** '' for what no tenant decides. */
  tenantId: string;
  kind: string;
  id: string;
  seenAt: EpochMs;
  text: string;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    reportNames: ReportNameRow;
  }
}
