import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { JobRunner } from '../jobs/run-jobs.ts';
import { keysOfFile, unattachedKeptMs } from './file.ts';
import type { Files } from './files.ts';
import { deleteUnattachedFile, listUnattachedFiles, markDoomed } from './store.ts';

export type SweepDeps = { database: Database; files: Files; clock: Clock; jobs: JobRunner };

const hourMs = 60 * 60 * 1000;
const batchMax = 200;

/** ⏱ Removes the bytes of what nothing points at: uploads given up, photos replaced. */
export function sweepFiles(deps: SweepDeps): void {
  deps.jobs.every({ kind: 'removeUnattachedFiles', everyMs: hourMs, run: () => removeUnattachedFiles(deps) });
}

export async function removeUnattachedFiles({ database, files, clock }: Omit<SweepDeps, 'jobs'>): Promise<void> {
  while (true) {
    const batch = await listUnattachedFiles(database.db, clock.now() - unattachedKeptMs, batchMax);
    for (const { id, kind } of batch) {
      // First nobody can attach it any more, or its bytes would go from under whoever did.
      if (!(await markDoomed(database.db, id))) continue;
      // Bytes before the row: a row without bytes is swept again, bytes without a row would stay for ever.
      for (const key of keysOfFile(id, kind)) await files.remove(key);
      await deleteUnattachedFile(database.db, id);
    }
    if (batch.length < batchMax) return;
  }
}
