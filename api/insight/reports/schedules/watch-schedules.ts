import type { Finished } from '../exports/make-file.ts';
import { deliverDue, fileDecided } from './deliver.ts';
import type { ScheduleDeps } from './deps.ts';
import { beginDue } from './due-deliveries.ts';

const minuteMs = 60_000;

/** ⏱ Each minute: what is due begins, and what did not arrive is tried again. */
export function watchSchedules(deps: ScheduleDeps): void {
  deps.jobs.every({ kind: 'reports.schedulesDue', everyMs: minuteMs, run: (job) => beginDue(deps, job.id) });
  deps.jobs.every({ kind: 'reports.deliver', everyMs: minuteMs, run: (job) => deliverDue(deps, job.id) });
}

/** What hears of each file that was decided about. */
export function deliverWhenMade(deps: ScheduleDeps): Finished {
  return (row) => fileDecided(deps, row, row.id);
}
