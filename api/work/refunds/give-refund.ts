import type { Earning } from '../../money/earnings/read-earnings.ts';
import { restoreEarning, takeBackEarning } from '../../money/earnings/take-back-earning.ts';
import { compare, type Money, subtract } from '../../money/money.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import { refundPayment } from '../../money/refunds/refund-payment.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/http/problem.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { requireCurrency } from '../milestones/amounts.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { amountInWords, tellSide } from '../milestones/tell-sides.ts';
import { holdOf, paymentsOf, sharesOf } from './earning-payments.ts';
import { findEarningRefund, insertEarningRefund, insertRequest, markReturned } from './store.ts';
import type { EarningRefundRow, RefundRequestRow } from './table.ts';

export const restoreJob = 'refunds.restoreEarning';

/**
 * Gives back what was earned: from the freelancer’s account to where each payment came from. The client’s fee stays;
 * the freelancer’s comes off with the part.
 * @returns the refunds, which may wait for the processor
 * @throws 409 balance_too_low, refund_too_late, refund_over_payment, payment_in_bank_dispute, 422 amount_over_earning
 */
export async function giveRefund(
  trx: Executor,
  deps: ChargingDeps,
  doer: Doer,
  earning: Earning,
  request: RefundRequestRow,
  amount: Money,
): Promise<string[]> {
  const scope = tenantScope(earning.tenantId);
  requireOfEarning(earning, amount);
  const account = holdOf(earning);
  const ids: string[] = [];
  for (const share of sharesOf(amount, await paymentsOf(trx, scope, earning))) {
    const key = `earning.refund ${request.id} ${share.payment.id}`;
    await takeBackEarning(trx, deps, scope, {
      key: `${key} taken`,
      earningId: earning.id,
      gross: share.amount,
      to: [{ account, amount: share.amount }],
    });
    const refund = await refundPayment(trx, deps, scope, doer, {
      key,
      paymentId: share.payment.id,
      amount: share.amount,
      out: [{ account, amount: negated(share.amount) }],
      withFee: false,
      reason: request.reason,
    });
    await insertEarningRefund(trx, {
      id: refund.id,
      tenantId: earning.tenantId,
      contractId: earning.contractId,
      requestId: request.id,
      earningId: earning.id,
      paymentId: share.payment.id,
      ...share.amount,
      holdKind: account.kind,
      holdOwnerId: account.ownerId,
      state: 'given',
      createdAt: deps.clock.now(),
    });
    ids.push(refund.id);
  }
  await touchContract(trx, deps, scope, earning.contractId);
  const contract = await getContract(trx, scope, earning.contractId);
  const words = { title: contract.title, amount: amountInWords(amount), reason: request.answer ?? request.reason };
  await tellSide(trx, deps, contract, 'client', 'refund.given', words);
  return ids;
}

/** The freelancer gives back unasked. @throws as giveRefund */
export async function giveUnasked(
  trx: Executor,
  deps: ChargingDeps,
  doer: Doer,
  earning: Earning,
  { amount, reason }: { amount: Money | undefined; reason: string },
): Promise<string[]> {
  const scope = tenantScope(earning.tenantId);
  const given = amount ?? leftOf(earning);
  requireOfEarning(earning, given);
  const request: RefundRequestRow = {
    ...newRequest(deps, earning, given, reason, actorId(doer.actor) ?? ''),
    givenMinor: given.amountMinor,
    state: 'given',
    answeredAt: deps.clock.now(),
  };
  await insertRequest(trx, request);
  const subject = { kind: 'refundRequest', id: request.id };
  await recordMove(trx, deps, scope, doer, {
    subject,
    move: 'giveUnasked',
    to: 'given',
    reason,
    details: { amount: given },
  });
  return giveRefund(trx, deps, doer, earning, request, given);
}

export function newRequest(
  { clock, newId }: WorkMoneyDeps,
  earning: Earning,
  amount: Money,
  reason: string,
  askedBy: string,
): RefundRequestRow {
  return {
    id: newId('rr'),
    tenantId: earning.tenantId,
    contractId: earning.contractId,
    freelancerId: earning.freelancerId,
    earningId: earning.id,
    ...amount,
    givenMinor: 0,
    reason,
    state: 'requested',
    answer: null,
    answerBy: null,
    askedBy,
    createdAt: clock.now(),
    answeredAt: null,
  };
}

/**
 * A processor would not give a refund: its money is on the contract’s account again when this is booked, and goes back
 * to who had earned it. Purposes of payments tell of it; whatever is no earning’s is somebody else’s.
 */
export async function earningRefundEnded(
  trx: Executor,
  deps: WorkMoneyDeps & { jobs: Pick<JobRunner, 'enqueue'> },
  tenantId: string,
  refundId: string,
  outcome: 'posted' | 'voided',
): Promise<void> {
  if (outcome === 'posted' || !(await findEarningRefund(trx, tenantScope(tenantId), refundId))) return;
  await deps.jobs.enqueue(trx, restoreJob, refundId, { refundId, tenantId }, deps.clock.now(), tenantId);
}

/** Harmless to repeat. */
export async function restoreRefunded(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  refundId: string,
): Promise<void> {
  const row: EarningRefundRow | undefined = await findEarningRefund(trx, scope, refundId);
  if (!row || !(await markReturned(trx, row))) return;
  const amount = { amountMinor: row.amountMinor, currency: row.currency };
  await restoreEarning(trx, deps, scope, {
    key: `earning.restore ${refundId}`,
    earningId: row.earningId,
    gross: amount,
    from: [{ account: { kind: row.holdKind, ownerId: row.holdOwnerId }, amount: negated(amount) }],
  });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: false });
}

export function leftOf({ gross, returnedGross }: Earning): Money {
  return subtract(gross, returnedGross);
}

/** @throws 409 earning_reversed, 422 currency_mixed, amount_over_earning */
export function requireOfEarning(earning: Earning, amount: Money): void {
  const left = leftOf(earning);
  if (left.amountMinor === 0)
    throw conflict('earning_reversed', 'All of this went back already; nothing was moved again.');
  requireCurrency(amount, left.currency);
  if (compare(amount, left) <= 0) return;
  throw unprocessable('amount_over_earning', 'This is more than was earned and not given back; nothing was moved.', [
    { pointer: '/amount/amountMinor', code: 'amount_over_earning', message: `At most ${left.amountMinor}.` },
  ]);
}
