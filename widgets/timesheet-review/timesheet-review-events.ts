import type { TimesheetSummary } from '@portico/api/work/timesheets/schema.ts';
import type { CoreEvents } from '../core/core-events.ts';

/** Somebody is about to look at a week, accept or dispute it. Prevented: the host does it. */
export type HireTimesheetDetail = { action: 'open' | 'accept' | 'dispute'; id: string; timesheet: TimesheetSummary };
/** A week was decided about here. */
export type HireTimesheetDecidedDetail = { decision: 'accepted' | 'disputed'; timesheet: TimesheetSummary };

/** By name, what `<hire-timesheet-review>` sends. */
export type TimesheetReviewEvents = CoreEvents & {
  'hire-timesheet': HireTimesheetDetail;
  'hire-timesheet-decided': HireTimesheetDecidedDetail;
};

declare global {
  interface HTMLElementEventMap {
    'hire-timesheet': CustomEvent<HireTimesheetDetail>;
    'hire-timesheet-decided': CustomEvent<HireTimesheetDecidedDetail>;
  }
}
