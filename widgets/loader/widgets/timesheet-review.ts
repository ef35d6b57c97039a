import type { LaterFiles } from '../../core/lazy.ts';
import { TimesheetReview } from '../../timesheet-review/timesheet-review.ts';
import { type LoaderOptions, startWidget } from '../start-widget.ts';

declare const LATER_FILES: LaterFiles;

export const start = (options: LoaderOptions) => startWidget(TimesheetReview, options, LATER_FILES);
