import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { notificationsPolicy } from './policy.ts';
import { deleteNotificationsBefore } from './store.ts';

const dayMs = 86_400_000;
const batchMax = 1000;

/** ⏱ What was told long ago is forgotten, read or not; the timelines of things keep what happened to them. */
export function forgetOldNotifications({
  database,
  jobs,
  clock,
}: {
  database: Database;
  jobs: JobRunner;
  clock: Clock;
}): void {
  jobs.every({
    kind: 'notifications.forgetOld',
    everyMs: dayMs,
    run: async () => {
      const { keptDays } = await readPolicy(database.db, undefined, notificationsPolicy);
      const before = clock.now() - keptDays * dayMs;
      while ((await deleteNotificationsBefore(database.db, before, batchMax)) === batchMax);
    },
  });
}
