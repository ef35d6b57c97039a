import type { AccountRef } from '../../money/ledger/ledger.ts';
import { postTransfer } from '../../money/ledger/post-transfer.ts';
import { compare, type Money, subtract } from '../../money/money.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import { refundPayment } from '../../money/refunds/refund-payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type AgreedContract, getContract } from '../contracts/read-contracts.ts';
import { answerDeliverable } from '../deliverables/keep-deliverables.ts';
import { amountOf, partOf } from './amounts.ts';
import type { ChargingDeps, WorkMoneyDeps } from './deps.ts';
import { changeMilestone, moveMilestone, requireNoRelease } from './move-milestone.ts';
import { milestonesPolicy } from './policy.ts';
import { getMilestone, getOwnMilestone } from './read-milestones.ts';
import { leaveRemainder } from './remainder.ts';
import { requireInTime } from './submit-work.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, tellSide } from './tell-sides.ts';

const dayMs = 86_400_000;

/**
 * The client asks for what is in escrow, or a part of it.
 * @throws 404, 409 by state, release_under_way, release_due, 422 currency_mixed, amount_over_escrow
 */
export async function requestRefund(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  { id, amount, reason }: { id: string; amount: Money | undefined; reason: string },
): Promise<MilestoneRow> {
  const row = await getMilestone(trx, scope, id);
  requireNoRelease(row);
  requireInTime(row, deps.clock.now());
  const { refundAnswerDays } = await readPolicy(trx, scope, milestonesPolicy);
  const asked = partOf(amountOf(row), amount);
  const nowMs = deps.clock.now();
  const refundAnswerBy = nowMs + refundAnswerDays * dayMs;
  const change = {
    autoReleaseAt: null,
    warnAt: null,
    refundMinor: asked.amountMinor,
    refundReason: reason,
    refundAskedAt: nowMs,
    refundAnswerBy,
    refundAnswer: null,
  };
  const details = { amount: asked };
  const moved = await moveMilestone(trx, deps, scope, doer, row, 'requestRefund', change, { reason, details });
  const contract = await getContract(trx, scope, row.contractId);
  await tellSide(trx, deps, contract, 'freelancer', 'milestone.refundRequested', {
    title: contract.title,
    milestone: row.description,
    amount: amountInWords(asked),
    reason,
    date: isoInstant(refundAnswerBy).slice(0, 10),
  });
  return moved;
}

/**
 * The freelancer agrees, to all that was asked for or less.
 * @throws 404, 409 by state, refund_answer_late, 422 currency_mixed, amount_over_escrow
 */
export async function agreeRefund(
  trx: Executor,
  deps: ChargingDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, amount }: { id: string; amount: Money | undefined },
): Promise<MilestoneRow> {
  const { row, scope } = await ownMilestone(trx, acting, id);
  requireAnswerInTime(row, deps.clock.now());
  const asked = { amountMinor: row.refundMinor ?? row.amountMinor, currency: row.currency };
  return giveFromEscrow(trx, deps, scope, doer, row, 'agreeRefund', partOf(asked, amount), row.refundReason ?? '');
}

/**
 * The freelancer gives back unasked.
 * @throws 404, 409 by state, release_under_way, 422 currency_mixed, amount_over_escrow
 */
export async function giveBack(
  trx: Executor,
  deps: ChargingDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, amount, reason }: { id: string; amount: Money | undefined; reason: string },
): Promise<MilestoneRow> {
  const { row, scope } = await ownMilestone(trx, acting, id);
  requireNoRelease(row);
  return giveFromEscrow(trx, deps, scope, doer, row, 'giveBack', partOf(amountOf(row), amount), reason);
}

/** ⏱ Nobody answered: what was asked for goes back. */
export async function refundUnanswered(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
): Promise<void> {
  const asked = { amountMinor: row.refundMinor ?? row.amountMinor, currency: row.currency };
  await giveFromEscrow(trx, deps, scope, doer, row, 'refundUnanswered', asked, row.refundReason ?? '');
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, amount: amountInWords(asked) };
  await tellSide(trx, deps, contract, 'freelancer', 'milestone.refundUnanswered', words);
}

/**
 * The freelancer refuses: the money is frozen until it is decided.
 * @throws 404, 409 by state, refund_answer_late
 */
export async function refuseRefund(
  trx: Executor,
  deps: WorkMoneyDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<MilestoneRow> {
  const { row, scope } = await ownMilestone(trx, acting, id);
  requireAnswerInTime(row, deps.clock.now());
  const change = { refundAnswer: reason, refundAnswerBy: null };
  const moved = await moveMilestone(trx, deps, scope, doer, row, 'refuseRefund', change, { reason });
  await freezeAll(trx, deps, row);
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, reason };
  await tellSide(trx, deps, contract, 'client', 'milestone.refundRefused', words);
  return moved;
}

/** Out of escrow to where it came from, with the client’s fee on it; the rest stays as a milestone of its own. */
export async function giveFromEscrow(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  name: 'agreeRefund' | 'giveBack' | 'refundUnanswered',
  amount: Money,
  reason: string,
): Promise<MilestoneRow> {
  const rest = subtract(amountOf(row), amount);
  const change = {
    amountMinor: amount.amountMinor,
    autoReleaseAt: null,
    warnAt: null,
    refundAnswerBy: null,
    refundMinor: amount.amountMinor,
  };
  const details = { amount, ...(rest.amountMinor > 0 && { remainder: rest }) };
  const moved = await moveMilestone(trx, deps, scope, doer, row, name, change, { reason, details });
  if (compare(rest, { ...rest, amountMinor: 0 }) > 0) await leaveRemainder(trx, deps, scope, doer, row, rest);
  const refunded = await refundOut(trx, deps, scope, doer, moved, { from: escrowOf(row), amount, reason });
  const contract = await getContract(trx, scope, row.contractId);
  await tellRefunded(trx, deps, contract, row, amount);
  return refunded;
}

/** Begins the refund and keeps its id, by which the processor’s no is heard. */
export async function refundOut(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  { from, amount, reason }: { from: AccountRef; amount: Money; reason: string },
): Promise<MilestoneRow> {
  await answerDeliverable(trx, deps, scope, row.id, 'withdrawn');
  const refund = await refundPayment(trx, deps, scope, doer, {
    key: `milestone.refund ${row.id} ${row.revision}`,
    paymentId: row.paymentId!,
    amount,
    out: [{ account: from, amount: negated(amount) }],
    withFee: true,
    reason,
  });
  return changeMilestone(trx, deps, scope, row, { refundId: refund.id }, 'refund');
}

export function tellRefunded(
  trx: Executor,
  deps: WorkMoneyDeps,
  contract: AgreedContract,
  { description }: MilestoneRow,
  amount: Money,
): Promise<void> {
  const words = { title: contract.title, milestone: description, amount: amountInWords(amount) };
  return tellSide(trx, deps, contract, 'client', 'milestone.refunded', words);
}

/** All of it into the dispute’s hold, each time under a key of its own. */
async function freezeAll(trx: Executor, deps: WorkMoneyDeps, row: MilestoneRow): Promise<void> {
  const amount = amountOf(row);
  await postTransfer(trx, deps, {
    key: `milestone.freeze ${row.id} ${row.revision}`,
    kind: 'disputeFreeze',
    tenantId: row.tenantId,
    contractId: row.contractId,
    subject: { kind: 'milestone', id: row.id },
    entries: [
      { account: escrowOf(row), amount: negated(amount) },
      { account: frozenOf(row), amount },
    ],
  });
}

export const escrowOf = ({ id }: Pick<MilestoneRow, 'id'>): AccountRef => ({ kind: 'escrow', ownerId: id });
/** Where disputed money is kept; the milestone names its own dispute. */
export const frozenOf = ({ id }: Pick<MilestoneRow, 'id'>): AccountRef => ({ kind: 'disputeHold', ownerId: id });

async function ownMilestone(trx: Executor, acting: ActingFreelancer, id: string) {
  const row = await getOwnMilestone(trx, acting, id);
  return { row, scope: tenantOfFound(acting.freelancer, row) };
}

function requireAnswerInTime({ state, refundAnswerBy }: MilestoneRow, nowMs: number): void {
  if (state !== 'refundRequested' || refundAnswerBy === null || nowMs < refundAnswerBy) return;
  throw conflict('refund_answer_late', 'The time to answer is over and the money goes back now; nothing was changed.');
}
