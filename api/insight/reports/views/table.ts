import type { EpochMs, Flag } from '../../../platform/database/database.ts';
import type { ReportSlug } from '../report.ts';

export type ReportViewRow = {
  id: string;
  tenantId: string;
  personId: string;
  report: ReportSlug;
  name: string;
  /** JSON of ReportFilters. */
  filters: string;
  isShared: Flag;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    reportViews: ReportViewRow;
  }
}
