import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { JobImportState, RowOutcome } from './job-import.ts';

export type JobImportRow = {
  id: string;
  tenantId: string;
  fileId: string;
  fileName: string;
  /** Person or secret key that started it. */
  requestedBy: string;
  requestedByKind: 'person' | 'secretKey';
  /** The member whose posts they become. */
  ownerId: string;
  requestId: string;
  /** JSON of ImportSettings. */
  settings: string;
  isDryRun: Flag;
  state: JobImportState;
  rows: number;
  doneRows: number;
  created: number;
  duplicates: number;
  refused: number;
  failureCode: string | null;
  failure: string | null;
  createdAt: EpochMs;
  startedAt: EpochMs | null;
  finishedAt: EpochMs | null;
};

export type JobImportLineRow = {
  importId: string;
  /** Counts the file's rows from 1, without its header. */
  row: number;
  tenantId: string;
  /** Where it begins in the file. */
  line: number;
  title: string;
  outcome: RowOutcome;
  jobPostId: string | null;
  /** JSON of RowReason[]. */
  reasons: string;
};

export type JobImportMappingRow = { tenantId: string; columnsHash: string; mapping: string; changedAt: EpochMs };

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobImports: JobImportRow;
    jobImportRows: JobImportLineRow;
    jobImportMappings: JobImportMappingRow;
  }
}
