import type { EpochMs, Flag } from '../../../platform/database/database.ts';
import type { ExportFormat, ReportSlug } from '../report.ts';
import type { DeliveryState, ScheduleInterval, ScheduleState, StopReason } from './schedule.ts';

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

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    reportSchedules: ReportScheduleRow;
    reportDeliveries: ReportDeliveryRow;
  }
}
