import type { PaymentPurpose, PaymentPurposes } from '../../money/payments/purpose.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { expireRequest } from './ask-refund.ts';
import { earningRefundEnded, restoreJob, restoreRefunded } from './give-refund.ts';
import { listUnanswered } from './store.ts';

const everyMs = 60_000;
const rowsAtOnce = 200;

/** ⏱ Requests that nobody answered end; refunds that a processor refused go back to who had earned them. */
export function watchRefundRequests(deps: ChargingDeps & { jobs: JobRunner }): void {
  const { database, jobs, clock } = deps;
  jobs.every({
    kind: 'refunds.expireRequests',
    everyMs,
    run: async (job) => {
      for (const row of await listUnanswered(database.db, clock.now(), rowsAtOnce))
        await database
          .transaction((trx) => expireRequest(trx, deps, clockDoer(job.id), row))
          .catch((error: unknown) => {
            // Somebody answered at the same moment: theirs holds.
            if (!(error instanceof Refusal)) throw error;
          });
    },
  });
  jobs.handle(restoreJob, async ({ payload }) => {
    const { refundId, tenantId } = payload as { refundId: string; tenantId: string };
    await database.transaction((trx) => restoreRefunded(trx, deps, tenantScope(tenantId), refundId));
  });
}

/** Purposes whose payments are earned: a refund of theirs that fails gives the earning back. For assembly. */
export function withEarningRefunds(
  deps: WorkMoneyDeps & { jobs: Pick<JobRunner, 'enqueue'> },
  purposes: PaymentPurposes,
): PaymentPurposes {
  const more = (purpose: PaymentPurpose): PaymentPurpose => ({
    ...purpose,
    async refundEnded(trx, payment, refund, outcome) {
      await purpose.refundEnded?.(trx, payment, refund, outcome);
      await earningRefundEnded(trx, deps, payment.tenantId!, refund.id, outcome);
    },
  });
  return Object.fromEntries(Object.entries(purposes).map(([name, purpose]) => [name, more(purpose)]));
}
