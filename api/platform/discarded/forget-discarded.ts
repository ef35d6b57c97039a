import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { unattachedKeptMs } from '../files/file.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { deleteDiscardedBefore } from './store.ts';

const hourMs = 60 * 60 * 1000;

/** ⏱ Whoever deletes means it: after the time in which its files are kept too, nothing is left of it. */
export function forgetDiscarded({
  database,
  clock,
  jobs,
}: {
  database: Database;
  clock: Clock;
  jobs: JobRunner;
}): void {
  jobs.every({
    kind: 'discarded.forget',
    everyMs: hourMs,
    run: () => deleteDiscardedBefore(database.db, clock.now() - unattachedKeptMs),
  });
}
