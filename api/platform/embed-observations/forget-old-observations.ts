import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { readPolicy } from '../policies/read-policy.ts';
import { embedPolicy } from './policy.ts';
import { windowOf } from './read-usage.ts';
import { deleteSightingsBefore, deleteUsageBefore } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;

export function forgetOldObservations({
  database,
  clock,
  jobs,
}: {
  database: Database;
  clock: Clock;
  jobs: JobRunner;
}): void {
  jobs.every({
    kind: 'embed.forgetOldObservations',
    everyMs: dayMs,
    run: async () => {
      const { sightingDays, usageDays } = await readPolicy(database.db, undefined, embedPolicy);
      await deleteSightingsBefore(database.db, clock.now() - sightingDays * dayMs);
      await deleteUsageBefore(database.db, windowOf(clock, { days: usageDays }).from);
    },
  });
}
