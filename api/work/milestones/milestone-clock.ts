import { readPayment } from '../../money/payments/read-payments.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { amountOf } from './amounts.ts';
import type { ChargingDeps } from './deps.ts';
import { milestoneCan } from './milestone.ts';
import { changeMilestone, moveMilestone } from './move-milestone.ts';
import { refundUnanswered } from './refund-milestone.ts';
import { autoRelease, finishRelease } from './release-milestone.ts';
import { findMilestone, listDue } from './store.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, tellSide } from './tell-sides.ts';

type ClockDeps = ChargingDeps & { jobs: JobRunner };

const everyMs = 60_000;
const rowsAtOnce = 200;

/** ⏱ What nobody answered goes on by itself; and what follows from money that arrived. */
export function watchMilestones(deps: ClockDeps): void {
  const { database, jobs, clock } = deps;
  const due = (column: Parameters<typeof listDue>[1], state: MilestoneRow['state']) => () =>
    listDue(database.db, column, state, clock.now(), rowsAtOnce);
  jobs.every({
    kind: 'milestones.autoRelease',
    everyMs,
    run: (job) =>
      inBatches(due('autoReleaseAt', 'submitted'), (row) =>
        database.transaction((trx) => autoRelease(trx, deps, tenantScope(row.tenantId), clockDoer(job.id), row)),
      ),
  });
  jobs.every({
    kind: 'milestones.refundUnanswered',
    everyMs,
    run: (job) =>
      inBatches(due('refundAnswerBy', 'refundRequested'), (row) =>
        database.transaction((trx) => refundUnanswered(trx, deps, tenantScope(row.tenantId), clockDoer(job.id), row)),
      ),
  });
  jobs.every({
    kind: 'milestones.warn',
    everyMs,
    run: () => inBatches(due('warnAt', 'submitted'), (row) => warn(deps, row)),
  });
  jobs.listen({
    kind: 'milestones.settle',
    on: 'earningAvailable',
    run: async ({ id: eventId, payload: { subject, tenantId } }) => {
      if (subject.kind !== 'milestone') return;
      await database.transaction(async (trx) => {
        const scope = tenantScope(tenantId);
        const row = await findMilestone(trx, scope, subject.id);
        if (!row || !milestoneCan.settle(row)) return;
        await moveMilestone(trx, deps, scope, clockDoer(eventId), row, 'settle', { settledAt: clock.now() });
        const contract = await getContract(trx, scope, row.contractId);
        const words = { title: contract.title, milestone: row.description, amount: amountInWords(amountOf(row)) };
        await tellSide(trx, deps, contract, 'freelancer', 'milestone.settled', words);
      });
    },
  });
  jobs.listen({
    kind: 'milestones.finishRelease',
    on: 'paymentPosted',
    run: async ({ payload: { paymentId, purpose } }) => {
      if (purpose !== 'milestoneExtra') return;
      await database.transaction(async (trx) => finishRelease(trx, deps, await readPayment(trx, paymentId)));
    },
  });
}

/** The client hears of it a few days before. */
function warn(deps: ClockDeps, row: MilestoneRow): Promise<void> {
  return deps.database.transaction(async (trx) => {
    const scope = tenantScope(row.tenantId);
    await changeMilestone(trx, deps, scope, row, { warnAt: null }, 'warn');
    const contract = await getContract(trx, scope, row.contractId);
    await tellSide(trx, deps, contract, 'client', 'milestone.releaseSoon', {
      title: contract.title,
      milestone: row.description,
      amount: amountInWords(amountOf(row)),
      date: isoInstant(row.autoReleaseAt!).slice(0, 10),
    });
  });
}

/**
 * Each row is worked on in a transaction of its own and leaves the list with it. Where somebody was faster, theirs
 * holds; what is refused now is looked at again with the next round and keeps no other row waiting.
 */
async function inBatches(list: () => Promise<MilestoneRow[]>, work: (row: MilestoneRow) => Promise<void>) {
  const refused = new Set<string>();
  for (;;) {
    const rows = (await list()).filter(({ id }) => !refused.has(id));
    if (rows.length === 0) return;
    for (const row of rows)
      await work(row).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        refused.add(row.id);
      });
  }
}
