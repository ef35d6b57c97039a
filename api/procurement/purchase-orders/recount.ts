import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Database, Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { listCommitmentsOn, listToRecount, lockCommitment } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import { putOpen } from './put-commitment.ts';
import type { SpendingCause } from './table.ts';

/** How far hourly work counts has another end: its purchase order was put in, extended or cut. */
export async function recountHorizons(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  number: string,
): Promise<void> {
  for (const { subjectKind, subjectId, isEnded, part } of await listCommitmentsOn(trx, scope, number))
    if (!isEnded && part !== 'fixedRest')
      await recount(trx, deps, scope, doer, { kind: subjectKind, id: subjectId }, 'validityChanged');
}

type RecountDeps = SpendingDeps & { database: Database; jobs: JobRunner };
const rowsAtOnce = 200;

/** ⏱ A week of hourly work that is charged, or that nobody worked, is no longer ahead. */
export function watchWeeks(deps: RecountDeps): void {
  const { database, clock, jobs } = deps;
  jobs.every({
    kind: 'purchaseOrders.recountWeeks',
    everyMs: 15 * 60_000,
    run: async (job) => {
      for (;;) {
        const due = await listToRecount(database.db, clock.now(), rowsAtOnce);
        for (const { tenantId, subjectKind, subjectId } of due)
          await database.transaction((trx) =>
            recount(
              trx,
              deps,
              tenantScope(tenantId),
              clockDoer(job.id),
              { kind: subjectKind, id: subjectId },
              'weekPassed',
            ),
          );
        if (due.length < rowsAtOnce) return;
      }
    },
  });
}

async function recount(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  subject: Parameters<typeof lockCommitment>[2],
  cause: Extract<SpendingCause, 'validityChanged' | 'weekPassed'>,
): Promise<void> {
  const row = await lockCommitment(trx, scope, subject);
  if (row) await putOpen(trx, deps, scope, doer, row, {}, { cause }, 'owed');
}
