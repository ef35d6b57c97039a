import { defineElement } from '../core/define-element.ts';
import { TimesheetReview } from '../timesheet-review/timesheet-review.ts';

defineElement('hire-timesheet-review', TimesheetReview);

declare global {
  interface HTMLElementTagNameMap {
    'hire-timesheet-review': TimesheetReview;
  }
}
