import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { forgetEndedSessions } from '../embed-sessions/forget-ended-sessions.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { feedKeptMs } from './authority.ts';
import { deleteAuthorityChangesBefore } from './authority-store.ts';

const hourMs = 60 * 60 * 1000;

/** Every hour, what nobody needs any more: news that every node has read, and widget sessions that ended. */
export function forgetOldSessions({
  database,
  clock,
  jobs,
}: {
  database: Database;
  clock: Clock;
  jobs: JobRunner;
}): void {
  jobs.every({
    kind: 'auth.forgetOldSessions',
    everyMs: hourMs,
    run: async () => {
      await deleteAuthorityChangesBefore(database.db, clock.now() - 2 * feedKeptMs);
      await forgetEndedSessions(database.db, clock.now());
    },
  });
}
