import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { ExportState } from './exports/export.ts';
import type { ExportFormat, ReportSlug } from './report.ts';
import type { DeliveryState, ScheduleInterval, ScheduleState, StopReason } from './schedules/schedule.ts';

/** A word as a report said it from an instant on; append only. */
export type ReportNameRow = {
  /** '' for what no tenant decides. */
  tenantId: string;
  kind: string;
  id: string;
  seenAt: EpochMs;
  text: string;
};

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

export type ReportScheduleRow = {
  id: string;
  tenantId: string;
  /** Whose reach it has: it stops when they lose it. */
  personId: string;
  report: ReportSlug;
  name: string;
  filters: string;
  format: ExportFormat;
  every: ScheduleInterval;
  /** In the tenant's time zone. */
  hour: number;
  weekday: number | null;
  dayOfMonth: number | null;
  /** JSON of Delivery. */
  delivery: string;
  /** The store's secret key or the webhook's signing secret; never shown again. */
  sealed: string | null;
  state: ScheduleState;
  stopReason: StopReason | null;
  nextRunAt: EpochMs | null;
  failedInARow: number;
  revision: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type ReportDeliveryRow = {
  id: string;
  scheduleId: string;
  tenantId: string;
  dueAt: EpochMs;
  isTest: Flag;
  state: DeliveryState;
  exportId: string | null;
  attempts: number;
  nextAttemptAt: EpochMs | null;
  deliveredTo: string | null;
  failure: string | null;
  createdAt: EpochMs;
  finishedAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    reportNames: ReportNameRow;
    reportExports: ReportExportRow;
    reportViews: ReportViewRow;
    reportSchedules: ReportScheduleRow;
    reportDeliveries: ReportDeliveryRow;
  }
}
