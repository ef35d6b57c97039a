import type { Database } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import type { AmendmentState } from './amendment.ts';
import { endOpen, takeEffect } from './answer-amendment.ts';
import { findAmendment, listDueAmendments } from './store.ts';

type ClockDeps = ContractDeps & { database: Database; jobs: JobRunner };

const everyMs = 60_000;
const rowsAtOnce = 200;

/** ⏱ Terms that nobody answers expire; what was agreed takes effect with its week. */
export function watchAmendments(deps: ClockDeps): void {
  const { jobs } = deps;
  jobs.every({
    kind: 'amendments.expire',
    everyMs,
    run: (job) => eachDue(deps, ['proposed', 'pendingApproval'], 'expiresAt', job.id),
  });
  jobs.every({
    kind: 'amendments.takeEffect',
    everyMs,
    run: (job) => eachDue(deps, ['agreed'], 'effectiveFrom', job.id),
  });
}

async function eachDue(
  deps: ClockDeps,
  states: readonly AmendmentState[],
  column: 'expiresAt' | 'effectiveFrom',
  jobId: string,
): Promise<void> {
  const { database, clock } = deps;
  for (;;) {
    const due = await listDueAmendments(database.db, states, column, clock.now(), rowsAtOnce);
    for (const { id, tenantId } of due)
      await database.transaction(async (trx) => {
        const scope = tenantScope(tenantId);
        const amendment = await findAmendment(trx, scope, id);
        // Somebody was faster.
        if (!amendment || !states.includes(amendment.state)) return;
        if (column === 'effectiveFrom') await takeEffect(trx, deps, scope, clockDoer(jobId), amendment);
        else await endOpen(trx, deps, scope, clockDoer(jobId), amendment, 'expire', null);
      });
    if (due.length < rowsAtOnce) return;
  }
}
