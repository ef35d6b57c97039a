import { type Earning, getEarning } from '../../money/earnings/read-earnings.ts';
import type { Money } from '../../money/money.ts';
import { getClientPayment } from '../../money/payments/read-payments.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { partOf } from '../milestones/amounts.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { milestonesPolicy } from '../milestones/policy.ts';
import { amountInWords, tellSide } from '../milestones/tell-sides.ts';
import { earningsOf } from './earning-payments.ts';
import { giveRefund, leftOf, newRequest, requireOfEarning } from './give-refund.ts';
import { type RefundRequestMove, refundRequestMoves } from './refund-request.ts';
import { findRequest, findRequestTo, insertRequest, sumAsked, updateRequest } from './store.ts';
import type { RefundRequestRow } from './table.ts';

const dayMs = 86_400_000;

/**
 * The client asks for a payment back that was earned. Nothing moves until the freelancer gives it.
 * @throws 404, 409 payment_in_escrow, earning_reversed, refund_asked_already, 422 amount_over_earning
 */
export async function askRefund(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  { paymentId, amount, reason }: { paymentId: string; amount: Money | undefined; reason: string },
): Promise<RefundRequestRow> {
  const payment = await getClientPayment(trx, scope, paymentId);
  if (payment.contractId === null) throw notFound();
  const earning = mostLeft(await earningsOf(trx, scope, payment));
  const asked = amount ?? leftOf(earning);
  requireOfEarning(earning, asked);
  if ((await sumAsked(trx, scope, earning.id)) > 0) throw askedAlready();
  const { refundAnswerDays } = await readPolicy(trx, scope, milestonesPolicy);
  const answerBy = deps.clock.now() + refundAnswerDays * dayMs;
  const row = { ...newRequest(deps, earning, asked, reason, actorId(doer.actor) ?? ''), answerBy };
  await insertRequest(trx, row);
  const subject = { kind: 'refundRequest', id: row.id };
  const details = { amount: asked, paymentId };
  await recordMove(trx, deps, scope, doer, { subject, move: 'ask', to: 'requested', reason, details });
  await touchContract(trx, deps, scope, row.contractId);
  const contract = await getContract(trx, scope, row.contractId);
  const words = {
    title: contract.title,
    amount: amountInWords(asked),
    reason,
    date: isoInstant(answerBy).slice(0, 10),
  };
  await tellSide(trx, deps, contract, 'freelancer', 'refund.requested', words);
  return row;
}

/** @throws 404, 409 by state, and as giveRefund */
export async function agreeToRefund(
  trx: Executor,
  deps: ChargingDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, amount }: { id: string; amount: Money | undefined },
): Promise<string[]> {
  const row = await requestTo(trx, acting, id);
  const scope = tenantOfFound(acting.freelancer, row);
  const given = partOf({ amountMinor: row.amountMinor, currency: row.currency }, amount);
  const moved = await moveRequest(trx, deps, doer, row, 'give', { givenMinor: given.amountMinor });
  return giveRefund(trx, deps, doer, await getEarning(trx, scope, row.earningId), moved, given);
}

/** @throws 404, 409 by state */
export async function refuseToRefund(
  trx: Executor,
  deps: WorkMoneyDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const row = await requestTo(trx, acting, id);
  await moveRequest(trx, deps, doer, row, 'refuse', { answer: reason }, reason);
  await tellClient(trx, deps, row, 'refund.refused', reason);
}

/** @throws 404, 409 by state */
export async function withdrawRequest(trx: Executor, deps: WorkMoneyDeps, scope: TenantScope, doer: Doer, id: string) {
  const row = await findRequest(trx, scope, id);
  if (!row) throw notFound();
  await moveRequest(trx, deps, doer, row, 'withdraw');
}

/** ⏱ Nobody answered: nothing goes back, as it was earned. */
export async function expireRequest(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RefundRequestRow,
): Promise<void> {
  await moveRequest(trx, deps, doer, row, 'expire');
  await tellClient(trx, deps, row, 'refund.expired');
}

async function moveRequest(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RefundRequestRow,
  name: RefundRequestMove,
  more: Partial<RefundRequestRow> = {},
  reason: string | null = null,
): Promise<RefundRequestRow> {
  const scope = tenantScope(row.tenantId);
  const { to } = requireMove(refundRequestMoves, 'refundRequest', name, row.state);
  const change = { ...more, state: to, answerBy: null, answeredAt: deps.clock.now() };
  if (!(await updateRequest(trx, row, change)))
    throw moveRefused('refundRequest', name, (await findRequest(trx, scope, row.id))!.state);
  const subject = { kind: 'refundRequest', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: name, from: row.state, to, reason });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: doer.actor.kind === 'person' });
  return { ...row, ...change };
}

async function tellClient(
  trx: Executor,
  deps: WorkMoneyDeps,
  row: RefundRequestRow,
  kind: 'refund.refused' | 'refund.expired',
  reason = '',
): Promise<void> {
  const contract = await getContract(trx, tenantScope(row.tenantId), row.contractId);
  const amount = amountInWords({ amountMinor: row.amountMinor, currency: row.currency });
  await tellSide(trx, deps, contract, 'client', kind, { title: contract.title, amount, reason });
}

async function requestTo(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<RefundRequestRow> {
  const row = await findRequestTo(db, freelancer, tenant, id);
  if (!row) throw notFound();
  return row;
}

/** A payment may have been released in parts. */
function mostLeft(earnings: readonly Earning[]): Earning {
  return earnings.toSorted((one, other) => leftOf(other).amountMinor - leftOf(one).amountMinor)[0]!;
}

const askedAlready = () =>
  conflict('refund_asked_already', 'This was asked for already and waits for an answer; nothing was asked again.');
