import { sourceOrDefault } from '../../money/billing/read-sources.ts';
import { earn } from '../../money/earnings/earn.ts';
import type { AccountRef } from '../../money/ledger/ledger.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import { refundPayment } from '../../money/refunds/refund-payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { chargeContract } from '../milestones/charge-contract.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { amountInWords, tellSide } from '../milestones/tell-sides.ts';
import { getOwnRetainer, tell } from './agree-retainer.ts';
import { movePeriod, moveRetainer } from './move-retainer.ts';
import { findPeriod, insertPeriod, updatePeriod } from './period-store.ts';
import { periodEnd, retainerCan } from './retainer.ts';
import { findRetainer, updateRetainer } from './store.ts';
import type { RetainerPeriodRow, RetainerRow } from './table.ts';

/**
 * ⏱ Begins the period that is due, and charges it in advance.
 * @returns undefined when somebody was faster, or the contract rests: then the retainer does too
 * @throws 409 balance_too_low, credit_too_low, payment_method_removed; 422 source_needed
 */
export async function beginPeriod(
  trx: Executor,
  deps: ChargingDeps,
  doer: Doer,
  row: RetainerRow,
): Promise<Payment | undefined> {
  const scope = tenantScope(row.tenantId);
  const contract = await getContract(trx, scope, row.contractId);
  if (contract.state !== 'active') {
    await pauseRetainer(trx, deps, doer, row, `contract_${contract.state}`);
    return undefined;
  }
  const number = row.periods + 1;
  const startsAt = row.nextPeriodAt!;
  const endsAt = periodEnd(row.startsAt, row.span, number - row.earlierPeriods);
  if (!(await updateRetainer(trx, row, { periods: number, nextPeriodAt: endsAt, updatedAt: deps.clock.now() })))
    return undefined;
  const amount = { amountMinor: row.amountMinor, currency: row.currency };
  const period: RetainerPeriodRow = {
    id: deps.newId('rp'),
    retainerId: row.id,
    tenantId: row.tenantId,
    contractId: row.contractId,
    number,
    startsAt,
    endsAt,
    ...amount,
    state: 'charging',
    paymentId: null,
    refusal: null,
    refundId: null,
    bankDisputeId: null,
    earningId: null,
    createdAt: deps.clock.now(),
    settledAt: null,
  };
  await insertPeriod(trx, period);
  const subject = { kind: 'retainerPeriod', id: period.id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'begin', to: 'charging', details: { number, amount } });
  const chosen = row.source === null ? undefined : (JSON.parse(row.source) as FundingSource);
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'retainer',
    subject: { kind: 'retainer', id: period.id },
    amount,
    destination: [{ account: holdOf(period), amount }],
    source: await sourceOrDefault(trx, scope, chosen),
    description: statementText({ kind: 'retainer', title: contract.title }),
  });
  if (payment.state !== 'posted') await updatePeriod(trx, period, { paymentId: payment.id });
  return payment;
}

/** Both hear of it; nothing is charged until the client lets it go on. */
export async function pauseRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RetainerRow,
  reason: string,
): Promise<void> {
  if (!retainerCan.pause(row)) return;
  await moveRetainer(trx, deps, doer, row, 'pause', { pauseReason: reason }, reason);
  for (const side of ['client', 'freelancer'] as const)
    await tell(trx, deps, row, side, 'retainer.paused', reason.replaceAll('_', ' '));
}

/** Charged: it waits for the end of its period. */
export async function periodPosted(trx: Executor, deps: WorkMoneyDeps, doer: Doer, payment: Payment): Promise<void> {
  const period = await periodOf(trx, payment);
  await movePeriod(trx, deps, doer, period, 'confirm', { paymentId: payment.id });
  const contract = await getContract(trx, tenantScope(period.tenantId), period.contractId);
  const words = {
    title: contract.title,
    amount: amountInWords(sumOf(period)),
    date: isoInstant(period.endsAt).slice(0, 10),
  };
  await tellSide(trx, deps, contract, 'freelancer', 'retainer.charged', words);
}

/** Not charged: no other period begins until the client has looked at it. */
export async function periodVoided(trx: Executor, deps: WorkMoneyDeps, doer: Doer, payment: Payment): Promise<void> {
  const period = await periodOf(trx, payment);
  const refusal = payment.refusal ?? 'declined';
  await movePeriod(
    trx,
    deps,
    doer,
    period,
    'fail',
    { paymentId: payment.id, refusal, settledAt: deps.clock.now() },
    refusal,
  );
  const retainer = (await findRetainer(trx, tenantScope(period.tenantId), period.retainerId))!;
  // The time that was not paid for is not skipped: with the next charge it begins anew.
  if (retainerCan.pause(retainer)) await pauseRetainer(trx, deps, doer, retainer, refusal);
}

/** ⏱ Its end has come. */
export async function releasePeriod(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  period: RetainerPeriodRow,
): Promise<void> {
  const scope = tenantScope(period.tenantId);
  const contract = await getContract(trx, scope, period.contractId);
  const released = await movePeriod(trx, deps, doer, period, 'release', { settledAt: deps.clock.now() });
  const earning = await earn(trx, deps, scope, {
    key: `retainer ${period.id}`,
    freelancerId: contract.freelancerId,
    contractId: period.contractId,
    subject: { kind: 'retainer', id: period.id },
    gross: sumOf(period),
    from: holdOf(period),
    schedule: contract.fees.freelancer,
  });
  await updatePeriod(trx, released, { earningId: earning.id });
  const words = { title: contract.title, amount: amountInWords(sumOf(period)) };
  await tellSide(trx, deps, contract, 'freelancer', 'retainer.released', words);
}

/** The freelancer gives a period back that has not ended. @throws 404, 409 by state */
export async function giveBackPeriod(
  trx: Executor,
  deps: ChargingDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, periodId, reason }: { id: string; periodId: string; reason: string },
): Promise<string> {
  const retainer = await getOwnRetainer(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, retainer);
  const period = await findPeriod(trx, scope, periodId);
  if (!period || period.retainerId !== id) throw notFound();
  const moved = await movePeriod(trx, deps, doer, period, 'giveBack', { settledAt: deps.clock.now() }, reason);
  const refund = await refundPayment(trx, deps, scope, doer, {
    key: `retainer.refund ${period.id}`,
    paymentId: period.paymentId!,
    amount: sumOf(period),
    out: [{ account: holdOf(period), amount: negated(sumOf(period)) }],
    withFee: true,
    reason,
  });
  await updatePeriod(trx, moved, { refundId: refund.id });
  const contract = await getContract(trx, scope, period.contractId);
  const words = { title: contract.title, amount: amountInWords(sumOf(period)), reason };
  await tellSide(trx, deps, contract, 'client', 'refund.given', words);
  return refund.id;
}

export async function periodOf(trx: Executor, { tenantId, subjectId }: Payment): Promise<RetainerPeriodRow> {
  return (await findPeriod(trx, tenantScope(tenantId!), subjectId))!;
}

export const holdOf = ({ contractId }: RetainerPeriodRow): AccountRef => ({
  kind: 'contractHold',
  ownerId: contractId,
});
export const sumOf = ({ amountMinor, currency }: RetainerPeriodRow) => ({ amountMinor, currency });
