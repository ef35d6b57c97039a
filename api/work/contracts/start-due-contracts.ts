import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { contractMoves } from './contract.ts';
import { type ContractDeps, tellStarted } from './open-contract.ts';
import { listDueStarts, moveContract } from './store.ts';

const everyMs = 60_000;
const startedAtOnce = 200;

/** ⏱ A ready contract becomes active at 00:00 UTC of its start date. */
export function startDueContracts(deps: ContractDeps & { database: Database; jobs: JobRunner }): void {
  const { database, jobs, clock } = deps;
  jobs.every({
    kind: 'contracts.start',
    everyMs,
    run: async (job) => {
      for (;;) {
        const due = await listDueStarts(database.db, clock.now(), startedAtOnce);
        for (const contract of due) {
          const scope = tenantScope(contract.tenantId);
          await database.transaction(async (trx) => {
            const { from, to } = contractMoves.start;
            const change = { state: to, startedAt: clock.now(), lastActivityAt: clock.now() };
            if (!(await moveContract(trx, scope, contract.id, from, clock.now(), change))) return;
            await recordMove(trx, deps, scope, clockDoer(job.id), {
              subject: { kind: 'contract', id: contract.id },
              move: 'start',
              from: 'ready',
              to,
            });
            await tellStarted(trx, deps, { ...contract, ...change });
          });
        }
        if (due.length < startedAtOnce) return;
      }
    },
  });
}
