import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import type { PaymentDispute, PaymentPurpose, PaymentPurposes } from '../../money/payments/purpose.ts';
import { type Payment, readPayment } from '../../money/payments/read-payments.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { pauseForDispute, resumeAfterDispute } from '../contracts/pause-contract.ts';
import { resumeAfterPayment } from '../contracts/pause-for-payment.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { adjustmentArrived, adjustmentDeclined, refundEnded } from './adjust-week.ts';
import { declineWeek } from './charge-week.ts';
import { findDispute } from './correction-store.ts';
import type { SettleDeps, TimeDeps, WeekDeps } from './deps.ts';
import { moveWeek } from './move-week.ts';
import { frozenOf, settleWeek } from './settle-week.ts';
import { countUnpaid, findTimesheet, updateTimesheet } from './store.ts';
import { timesheetCan, timesheetStates } from './timesheet.ts';

export const weeklyTimePurpose = 'weeklyTime';

/** A client's payment for a week, or for more of one; handed to payments at assembly. */
export function weeklyTime(outside: TimeDeps, purposes: () => PaymentPurposes): PaymentPurpose {
  const purpose: PaymentPurpose = {
    description: 'Hourly work',
    async posted(trx, payment) {
      // Adjustments wait for settlePaid.
      if (payment.subjectKind === 'timesheet') await weekPaid(trx, deps, payment);
    },
    async voided(trx, payment) {
      if (payment.subjectKind === 'timeAdjustment') return adjustmentDeclined(trx, deps, payment);
      await declineWeek(
        trx,
        deps,
        tenantScope(payment.tenantId!),
        doerOf(payment),
        payment.subjectId!,
        payment.refusal,
      );
    },
    async disputed(trx, payment, { reason }) {
      const scope = tenantScope(payment.tenantId!);
      await pauseForDispute(trx, deps, scope, doerOf(payment), payment.contractId!, reason);
      const dispute = await findDispute(trx, scope, payment.subjectId!);
      return dispute ? [frozenOf(dispute)] : [];
    },
    async disputeEnded(trx, payment, dispute, outcome) {
      const scope = tenantScope(payment.tenantId!);
      if (payment.subjectKind === 'timesheet') await bankDecided(trx, deps, payment, dispute, outcome);
      await resumeAfterDispute(trx, deps, scope, doerOf(payment), payment.contractId!, outcome);
    },
    refundEnded: (trx, payment, refund, outcome) => refundEnded(trx, deps, payment, refund, outcome),
  };
  // What assembly put around this purpose hears of what goes back through it, too; known only once it did.
  const deps: SettleDeps = {
    ...outside,
    get purposes() {
      return purposes();
    },
  };
  return purpose;
}

/** What nobody had earned yet is earned after all, or gone. */
async function bankDecided(
  trx: Executor,
  deps: SettleDeps,
  payment: Payment,
  { amount }: PaymentDispute,
  outcome: 'won' | 'lost',
): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const timesheet = (await findTimesheet(trx, scope, payment.subjectId!))!;
  const isUnearned = timesheetCan.loseToBank(timesheet);
  if (!isUnearned) {
    const earned = await listEarningsOf(trx, { subject: { kind: 'timesheet', ids: [timesheet.id] } });
    if (timesheet.state === 'security' && earned.every(({ state }) => state !== 'pending'))
      await moveWeek(trx, deps, scope, doerOf(payment), timesheet, 'settle');
    return;
  }
  if (outcome === 'lost') {
    const leftMinor = timesheet.amountMinor! - timesheet.earnedMinor - timesheet.refundedMinor;
    const lostMinor = Math.min(amount.amountMinor, leftMinor);
    if (lostMinor === timesheet.amountMinor) {
      await moveWeek(trx, deps, scope, doerOf(payment), timesheet, 'loseToBank', { lostMinor, dueAt: null });
      return;
    }
    await updateTimesheet(trx, scope, timesheet.id, timesheetStates, { lostMinor });
  }
  await settleWeek(trx, deps, scope, doerOf(payment), timesheet.id);
}

async function weekPaid(trx: Executor, deps: SettleDeps, payment: Payment): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const [id, doer] = [payment.subjectId!, doerOf(payment)];
  const paid = {
    charge: 'paid',
    paymentId: payment.id,
    paidAt: deps.clock.now(),
    chargeRefusal: null,
    chargeAgainAt: null,
  } as const;
  if (!(await updateTimesheet(trx, scope, id, timesheetStates, paid, { charge: 'pending' })))
    throw new Error(`the timesheet ${id} did not wait for its payment ${payment.id}`);
  const details = { paymentId: payment.id };
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'timesheet', id }, move: 'paid', details });
  const { contractId } = (await findTimesheet(trx, scope, id))!;
  if ((await countUnpaid(trx, scope, contractId)) === 0) await resumeAfterPayment(trx, deps, scope, doer, contractId);
  await touchContract(trx, deps, scope, contractId, { isActivity: false });
}

/**
 * Goes on with money that has arrived: a purpose hears of it before it is booked, and nothing can be given out of a
 * hold then. Harmless to repeat.
 */
export async function settlePaid(deps: WeekDeps, paymentId: string): Promise<void> {
  await deps.database.transaction(async (trx) => {
    const payment = await readPayment(trx, paymentId);
    if (payment.state !== 'posted') return;
    const [scope, doer] = [tenantScope(payment.tenantId!), doerOf(payment)];
    if (payment.subjectKind === 'timeAdjustment') await adjustmentArrived(trx, deps, payment, doer);
    else await settleWeek(trx, deps, scope, doer, payment.subjectId!);
  });
}

/** The clock’s and the webhook’s payments too. */
export function watchPaidTime(deps: WeekDeps & { jobs: JobRunner }): void {
  deps.jobs.listen({
    kind: 'timesheets.paymentPosted',
    on: 'paymentPosted',
    run: async ({ payload }) => {
      if (payload.purpose === weeklyTimePurpose) await settlePaid(deps, payload.paymentId);
    },
  });
}

/** The clock has it charged; the payment stands where a request would. */
export function doerOf({ id }: Payment): Doer {
  return { actor: { kind: 'clock' }, requestId: id };
}
