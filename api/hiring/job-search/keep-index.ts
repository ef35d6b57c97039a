import type { Logger } from 'pino';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type KeptIndex, keepIndex } from '../../platform/search-index/keep-index.ts';
import { JobIndex } from './job-index.ts';

export type JobSearch = KeptIndex<JobIndex>;

/** @param folder for snapshots; without one each start reads every open post */
export function createJobSearch(
  { database, clock, log }: { database: Database; clock: Clock; log: Logger },
  folder?: string,
): JobSearch {
  const deps = { db: database.db, clock };
  return keepIndex({ name: 'jobs', create: (engine, notes) => new JobIndex(deps, engine, notes) }, log, folder);
}
