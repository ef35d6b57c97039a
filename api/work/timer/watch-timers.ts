import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { timesheetsPolicy } from '../timesheets/policy.ts';
import { isLost, stopTimerOf } from './run-timer.ts';
import { listSilentTimers } from './store.ts';

const everyMs = 60_000;
const batchMax = 200;

/** ⏱ A timer that nobody hears of any more stops where it was last heard. */
export function watchTimers(deps: TimeDeps & { database: Database; jobs: JobRunner }): void {
  const { database, clock, jobs } = deps;
  jobs.every({
    kind: 'timers.stopLost',
    everyMs,
    run: async (job) => {
      const { timerLostMinutes } = await readPolicy(database.db, undefined, timesheetsPolicy);
      const list = () => listSilentTimers(database.db, clock.now() - timerLostMinutes * everyMs, batchMax);
      for (let silent = await list(); silent.length > 0; silent = await list()) {
        for (const freelancerId of silent)
          await database.transaction(async (trx) => {
            const doer = clockDoer(job.id);
            const timer = await stopTimerOf(trx, deps, doer, freelancerId, 'lost', (row) => isLost(trx, deps, row));
            if (!timer) return;
            const contract = (await readContracts(trx, [timer.contractId])).get(timer.contractId);
            await notify(trx, deps, {
              personIds: [timer.personId],
              kind: 'timer.lost',
              subject: { kind: 'contract', id: timer.contractId },
              words: { title: contract?.title ?? '' },
              path: portalPaths.ownTime(),
              tenantId: timer.tenantId,
            });
          });
        if (silent.length < batchMax) return;
      }
    },
  });
}
