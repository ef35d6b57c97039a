import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { JobImportState, RowOutcome } from './job-import.ts';

export type JobImportRow = {
  id: string;
  tenantId: string;
  fileId: string;
  fileName: string;
  /** Person or secret key: in whose name posts are made. */
  requestedBy: string;
  requestedByKind: 'person' | 'secretKey';
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

/** Which row of a file became which post: the same row never becomes a second one. */
export type ImportedJobPostRow = { tenantId: string; rowHash: string; jobPostId: string; importId: string };

export type JobImportMappingRow = { tenantId: string; columnsHash: string; mapping: string; changedAt: EpochMs };

declare module '../../platform/database/tables.ts' {
  interface Tables {
    jobImports: JobImportRow;
    jobImportRows: JobImportLineRow;
    importedJobPosts: ImportedJobPostRow;
    jobImportMappings: JobImportMappingRow;
  }
}
