import type { EpochMs } from '../../../platform/database/database.ts';
import type { ExportFormat, ReportSlug } from '../report.ts';
import type { ExportState } from './export.ts';

export type ReportExportRow = {
  id: string;
  tenantId: string;
  personId: string;
  report: ReportSlug;
  format: ExportFormat;
  /** JSON of ReportFilters, with the period resolved. */
  filters: string;
  /** Of the labels in the file. */
  locale: string;
  asOf: EpochMs;
  /** Of the schedule's delivery that it is made for. */
  deliveryId: string | null;
  state: ExportState;
  attempts: number;
  rowsDone: number;
  rowsTotal: number | null;
  contentHash: string | null;
  fileKey: string | null;
  fileBytes: number | null;
  /** SHA-256, hexadecimal. */
  fileDigest: string | null;
  failure: string | null;
  createdAt: EpochMs;
  /** While running: when its maker was last heard from. */
  heardAt: EpochMs | null;
  finishedAt: EpochMs | null;
  keptUntil: EpochMs | null;
};

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    reportExports: ReportExportRow;
  }
}
