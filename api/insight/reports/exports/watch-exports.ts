import { clockDoer, recordMove } from '../../../platform/moves/record-move.ts';
import { tenantScope } from '../../../platform/tenants/tenant-scope.ts';
import type { ExportDeps } from './deps.ts';
import { type Finished, makeFile, silentMs } from './make-file.ts';
import { makeFileJob } from './start-export.ts';
import { listForgotten, listToForget, updateExport } from './store.ts';

/** Two at once keep one long report from holding up all others. */
const atOnceMax = 2;
const rowsAtOnce = 50;
const minuteMs = 60_000;

export type ExportMaker = {
  /** Resolves when nothing is being made: tests and a server that ends wait for it. */
  settled(): Promise<void>;
};

/** ⏱ Makes files beside the jobs, which a long one would hold up, and forgets them when their days are over. */
export function watchExports(deps: ExportDeps, finished: Finished): ExportMaker {
  const { jobs, database, clock, log } = deps;
  const waiting: { id: string; jobId: string }[] = [];
  const running = new Set<Promise<void>>();

  function next(): void {
    while (running.size < atOnceMax) {
      const turn = waiting.shift();
      if (!turn) return;
      const made: Promise<void> = makeFile(deps, turn.id, turn.jobId, finished)
        .catch((error: unknown) => log.error({ err: error, export: turn.id }, 'making a report failed'))
        .finally(() => {
          running.delete(made);
          next();
        });
      running.add(made);
    }
  }
  function begin(id: string, jobId: string): void {
    if (!waiting.some((turn) => turn.id === id)) waiting.push({ id, jobId });
    next();
  }

  jobs.handle(makeFileJob, async (job) => begin((job.payload as { id: string }).id, job.id));
  jobs.every({
    kind: 'reports.lookAtFiles',
    everyMs: minuteMs,
    run: async (job) => {
      for (const { id } of await listForgotten(database.db, clock.now() - silentMs, rowsAtOnce)) begin(id, job.id);
      await forgetFiles(deps, job.id);
    },
  });
  return {
    settled: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

async function forgetFiles(deps: ExportDeps, jobId: string): Promise<void> {
  const { database, clock, files } = deps;
  while (true) {
    const rows = await listToForget(database.db, clock.now(), rowsAtOnce);
    for (const row of rows) {
      // The bytes first: whoever comes again after a crash finds the row.
      await files.remove(row.fileKey!);
      await database.transaction(async (trx) => {
        if (!(await updateExport(trx, row.id, ['ready'], { state: 'expired', fileKey: null }))) return;
        await recordMove(trx, deps, tenantScope(row.tenantId), clockDoer(jobId), {
          subject: { kind: 'reportExport', id: row.id },
          move: 'expire',
          from: 'ready',
          to: 'expired',
          audience: 'team',
        });
      });
    }
    if (rows.length < rowsAtOnce) return;
  }
}
