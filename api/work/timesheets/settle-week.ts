import { earn } from '../../money/earnings/earn.ts';
import { listEarningsOf } from '../../money/earnings/read-earnings.ts';
import type { AccountRef } from '../../money/ledger/ledger.ts';
import { postTransfer } from '../../money/ledger/post-transfer.ts';
import { money } from '../../money/money.ts';
import { readPayment } from '../../money/payments/read-payments.ts';
import { refundPayment } from '../../money/refunds/refund-payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readContracts } from '../contracts/read-contracts.ts';
import { findDispute, updateDispute } from './correction-store.ts';
import type { SettleDeps } from './deps.ts';
import { moveWeek } from './move-week.ts';
import { findTimesheet, updateTimesheet } from './store.ts';
import type { TimesheetDisputeRow, TimesheetRow } from './table.ts';
import { timesheetStates } from './timesheet.ts';

export const holdOf = ({ contractId }: Pick<TimesheetRow, 'contractId'>): AccountRef => ({
  kind: 'contractHold',
  ownerId: contractId,
});
export const frozenOf = ({ id }: Pick<TimesheetDisputeRow, 'id'>): AccountRef => ({ kind: 'disputeHold', ownerId: id });

/**
 * Brings a week's money to where its state says, once it is paid: what was accepted is earned, what is disputed is
 * frozen, what was given up goes back. Harmless to repeat; each step is named by its transfer.
 * @returns the week, and a refund that a processor still has to be asked for
 */
export async function settleWeek(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  timesheetId: string,
): Promise<{ timesheet: TimesheetRow; refundId: string | null }> {
  const timesheet = (await findTimesheet(trx, scope, timesheetId))!;
  if (timesheet.charge !== 'paid' || (timesheet.state !== 'accepted' && timesheet.state !== 'disputed'))
    return { timesheet, refundId: null };
  // The bank has the money until it has decided.
  if ((await readPayment(trx, timesheet.paymentId!)).isDisputed) return { timesheet, refundId: null };
  const dispute = await findDispute(trx, scope, timesheetId);
  const disputedMinor = dispute?.amountMinor ?? 0;
  await earnPart(
    trx,
    deps,
    scope,
    timesheet,
    `timesheet ${timesheetId}`,
    timesheet.amountMinor! - timesheet.lostMinor - disputedMinor,
    holdOf(timesheet),
  );
  const refundId = dispute ? await settleDisputed(trx, deps, scope, doer, timesheet, dispute) : null;
  const settled = (await findTimesheet(trx, scope, timesheetId))!;
  if (settled.state === 'disputed') return { timesheet: settled, refundId };
  const earned = await listEarningsOf(trx, { subject: { kind: 'timesheet', ids: [timesheetId] } });
  if (earned.length === 0)
    return { timesheet: await moveWeek(trx, deps, scope, doer, settled, 'refund', { dueAt: null }), refundId };
  const secure = await moveWeek(trx, deps, scope, doer, settled, 'earn', { dueAt: null });
  // The undisputed part may have been through its security before the rest went back.
  const isOver = earned.every(({ state }) => state !== 'pending');
  return { timesheet: isOver ? await moveWeek(trx, deps, scope, doer, secure, 'settle') : secure, refundId };
}

async function settleDisputed(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  timesheet: TimesheetRow,
  dispute: TimesheetDisputeRow,
): Promise<string | null> {
  const { id, currency } = timesheet;
  if (!dispute.isFrozen) {
    await postTransfer(trx, deps, {
      key: `freeze ${dispute.id}`,
      kind: 'timeDisputed',
      tenantId: scope.tenantId,
      contractId: timesheet.contractId,
      subject: { kind: 'timesheet', id },
      entries: [
        { account: holdOf(timesheet), amount: money(-dispute.amountMinor, currency) },
        { account: frozenOf(dispute), amount: money(dispute.amountMinor, currency) },
      ],
    });
    await updateDispute(trx, scope, id, { isFrozen: 1 });
  }
  if (dispute.outcome === null) return null;
  await earnPart(trx, deps, scope, timesheet, `timesheet ${id} dispute`, dispute.releasedMinor ?? 0, frozenOf(dispute));
  return refundDisputed(trx, deps, scope, doer, timesheet, dispute);
}

async function refundDisputed(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  doer: Doer,
  timesheet: TimesheetRow,
  dispute: TimesheetDisputeRow,
): Promise<string | null> {
  const refundedMinor = dispute.refundedMinor ?? 0;
  if (refundedMinor === 0) return null;
  const { currency } = timesheet;
  const refund = await refundPayment(trx, deps, scope, doer, {
    key: `timesheet ${timesheet.id} dispute`,
    paymentId: timesheet.paymentId!,
    amount: money(refundedMinor, currency),
    out: [{ account: frozenOf(dispute), amount: money(-refundedMinor, currency) }],
    withFee: true,
    reason: dispute.resolution ?? dispute.reason,
  });
  await updateTimesheet(trx, scope, timesheet.id, timesheetStates, { refundedMinor });
  return refund.id;
}

async function earnPart(
  trx: Executor,
  deps: SettleDeps,
  scope: TenantScope,
  { id, contractId, freelancerId, currency }: TimesheetRow,
  key: string,
  grossMinor: number,
  from: AccountRef,
): Promise<void> {
  if (grossMinor === 0) return;
  const known = await listEarningsOf(trx, { subject: { kind: 'timesheet', ids: [id] } });
  const { fees } = (await readContracts(trx, [contractId])).get(contractId)!;
  const gross = money(grossMinor, currency);
  const subject = { kind: 'timesheet', id } as const;
  const earning = await earn(trx, deps, scope, {
    key,
    freelancerId,
    contractId,
    subject,
    gross,
    from,
    schedule: fees.freelancer,
  });
  if (known.some((one) => one.id === earning.id)) return;
  const { earnedMinor } = (await findTimesheet(trx, scope, id))!;
  await updateTimesheet(trx, scope, id, timesheetStates, { earnedMinor: earnedMinor + grossMinor });
}
