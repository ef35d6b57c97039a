import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { giveUpPayment } from './answer-bank.ts';
import { type PaymentDeps, settlePayment } from './settle-payment.ts';
import { listToLookAt, listUnconfirmed } from './store.ts';

const minuteMs = 60_000;
const batchMax = 50;

/**
 * ⏱ Each minute: asks how payments stand that were not decided at once, or whose answer a crash swallowed, and gives up
 * those whose payer did not answer the bank.
 */
export function watchPayments(deps: PaymentDeps & { jobs: JobRunner }): void {
  const { database, clock, jobs } = deps;
  jobs.every({
    kind: 'payments.lookAgain',
    everyMs: minuteMs,
    run: async () => {
      for (const id of await listUnconfirmed(database.db, clock.now(), batchMax)) await giveUpPayment(deps, id, true);
      for (const id of await listToLookAt(database.db, clock.now(), batchMax)) await settlePayment(deps, id, true);
    },
  });
}
