import type { TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';

/** What `later/` can do, once it is there. */
export type Later = {
  /** one week, day by day, beside the list */
  show(id: string): Promise<void>;
  week(): unknown;
  accept(timesheet: TimesheetSummary): Promise<void>;
  dialog(): unknown;
};
