import type { TimesheetState } from '@portico/api/work/timesheets/timesheet.ts';
import type { CoreStrings, Plural } from '../core/locale.ts';

export type WeekFilter = 'waiting' | 'all';

/** What the list of weeks says; the words of one week come with it. */
export type TimesheetReviewStrings = CoreStrings & {
  label: string;
  filters: Record<WeekFilter, string>;
  found: Plural;
  none: Record<WeekFilter, string>;
  more: string;
  week: string;
  states: Record<TimesheetState, string>;
  billed: string;
  manual: string;
  overLimit: string;
  total: string;
  until: string;
  accept: string;
  sandbox: string;
};
