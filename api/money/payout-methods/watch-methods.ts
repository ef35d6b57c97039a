import type { Database } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import type { MethodDeps } from './deps.ts';
import { moveMethod } from './move-method.ts';
import { listToOpen } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

type WatchDeps = MethodDeps & { database: Database; jobs: JobRunner };

const minuteMs = 60_000;
const batchMax = 100;

/** ⏱ Each minute: methods whose wait is over can be used. */
export function watchMethods(deps: WatchDeps): void {
  deps.jobs.every({
    kind: 'payoutMethods.open',
    everyMs: minuteMs,
    run: async ({ id }) => {
      const list = () => listToOpen(deps.database.db, deps.clock.now(), batchMax);
      for (let rows = await list(); rows.length > 0; rows = await list())
        for (const row of rows) await open(deps, row, id).catch(ignoreMoved);
    },
  });
}

async function open(deps: WatchDeps, row: PayoutMethodRow, jobId: string): Promise<void> {
  await deps.database.transaction(async (trx) => {
    await moveMethod(trx, deps, clockDoer(jobId), row, 'open');
    await tellPayee(trx, deps, row.freelancerId, {
      kind: 'payoutMethod.usable',
      subject: { kind: 'payoutMethod', id: row.id },
      words: { method: row.label },
      path: portalPaths.payouts(),
    });
  });
}

/** Somebody removed or blocked it just now. */
function ignoreMoved(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
