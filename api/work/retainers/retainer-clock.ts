import type { PaymentPurpose } from '../../money/payments/purpose.ts';
import { settlePayment } from '../../money/payments/settle-payment.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractPart } from '../contracts/contract-part.ts';
import { pauseForDispute, resumeAfterDispute } from '../contracts/pause-contract.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { stopRetainer } from './agree-retainer.ts';
import { movePeriod, moveRetainer } from './move-retainer.ts';
import { countPeriods, listEnded, listPeriodsOf } from './period-store.ts';
import { type PeriodMove, periodMoves, retainerCan } from './retainer.ts';
import {
  beginPeriod,
  holdOf,
  pauseRetainer,
  periodOf,
  periodPosted,
  periodVoided,
  releasePeriod,
} from './retainer-periods.ts';
import { findRetainer, listDuePeriods, listInState, listRetainersOf } from './store.ts';
import type { RetainerRow } from './table.ts';

const everyMs = 60_000;
const rowsAtOnce = 200;
/** Money of a period is somewhere on its way. */
const openStates = ['charging', 'held', 'frozen'] as const;

/** ⏱ Periods begin and are charged, end and are released; a retainer that was stopped ends with its last one. */
export function watchRetainers(deps: ChargingDeps & { jobs: JobRunner }): void {
  const { database, jobs, clock } = deps;
  jobs.every({
    kind: 'retainers.periods',
    everyMs,
    run: async (job) => {
      const doer = clockDoer(job.id);
      // What ended is released before the next is charged, so that a statement reads in order.
      for (let due = await listEnded(database.db, clock.now(), rowsAtOnce); due.length > 0; ) {
        for (const period of due) await database.transaction((trx) => releasePeriod(trx, deps, doer, period));
        due = await listEnded(database.db, clock.now(), rowsAtOnce);
      }
      for (let due = await listDuePeriods(database.db, clock.now(), rowsAtOnce); due.length > 0; ) {
        for (const retainer of due) await begin(deps, job.id, retainer);
        due = await listDuePeriods(database.db, clock.now(), rowsAtOnce);
      }
      await endStopped(deps, job.id);
    },
  });
}

async function begin(deps: ChargingDeps, jobId: string, retainer: RetainerRow): Promise<void> {
  const { database } = deps;
  const doer = clockDoer(jobId);
  try {
    const payment = await database.transaction((trx) => beginPeriod(trx, deps, doer, retainer));
    if (payment) await settlePayment(deps, payment.id, true);
  } catch (error) {
    // Nothing to pay with: nothing was begun, and it rests until somebody has looked at it.
    if (!(error instanceof Refusal)) throw error;
    await database.transaction(async (trx) => {
      const now = await findRetainer(trx, tenantScope(retainer.tenantId), retainer.id);
      if (now?.revision === retainer.revision) await pauseRetainer(trx, deps, doer, now, error.code);
    });
  }
}

async function endStopped(deps: ChargingDeps, jobId: string): Promise<void> {
  const { database } = deps;
  for (let lastId = ''; ; ) {
    const stopping = await listInState(database.db, 'stopping', lastId, rowsAtOnce);
    const last = stopping.at(-1);
    if (!last) return;
    lastId = last.id;
    for (const retainer of stopping)
      await database.transaction(async (trx) => {
        if ((await countPeriods(trx, retainer, openStates)) > 0) return;
        await moveRetainer(trx, deps, clockDoer(jobId), retainer, 'end');
      });
  }
}

/** What payments of retainers do when they end; handed to payments at assembly. */
export function retainerPurpose(deps: WorkMoneyDeps): PaymentPurpose {
  return {
    description: 'Retainer',
    posted: (trx, payment) => periodPosted(trx, deps, clockDoer(payment.id), payment),
    voided: (trx, payment) => periodVoided(trx, deps, clockDoer(payment.id), payment),
    async disputed(trx, payment, { id, reason }) {
      const period = await periodOf(trx, payment);
      if (period.state === 'held') await movePeriod(trx, deps, clockDoer(id), period, 'freeze', { bankDisputeId: id });
      await pauseForDispute(trx, deps, tenantScope(period.tenantId), clockDoer(id), period.contractId, reason);
      return [holdOf(period)];
    },
    async disputeEnded(trx, payment, { id }, outcome) {
      const period = await periodOf(trx, payment);
      const name: PeriodMove = outcome === 'won' ? 'unfreeze' : 'loseToBank';
      if (period.bankDisputeId === id && periodMoves[name].from.some((state) => state === period.state))
        await movePeriod(trx, deps, clockDoer(id), period, name, { bankDisputeId: null });
      await resumeAfterDispute(trx, deps, tenantScope(period.tenantId), clockDoer(id), period.contractId, outcome);
    },
    async refundEnded(trx, payment, { id }, outcome) {
      const period = await periodOf(trx, payment);
      if (outcome === 'voided' && period.refundId === id && period.state === 'refunded')
        await movePeriod(trx, deps, clockDoer(id), period, 'failRefund', { refundId: null, settledAt: null });
    },
  };
}

/** What retainers have to say when a contract ends; handed in at assembly. */
export function retainersPart(deps: WorkMoneyDeps): ContractPart {
  return {
    openMoney: async (db: Executor, _scope, contractId) => {
      const open = (await listPeriodsOf(db, [contractId])).filter(({ state }) =>
        openStates.some((one) => one === state),
      );
      return open.length > 0 ? ['retainer_period_open'] : [];
    },
    async ending(trx, _scope, doer, { id }, by) {
      for (const retainer of await listRetainersOf(trx, [id])) {
        if (retainerCan.stop(retainer) || (retainer.state === 'proposed' && by === 'client'))
          await stopRetainer(trx, deps, doer, retainer, by, 'The contract ends');
        else if (retainer.state === 'proposed')
          await moveRetainer(trx, deps, doer, retainer, 'decline', { stopReason: 'The contract ends' });
      }
    },
  };
}
