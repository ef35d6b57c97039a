import { earn, earningEntries } from '../../money/earnings/earn.ts';
import type { Money } from '../../money/money.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { PaymentPurpose } from '../../money/payments/purpose.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { actorId } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { isLive } from '../contracts/contract.ts';
import { pauseForDispute, resumeAfterDispute } from '../contracts/pause-contract.ts';
import { type AgreedContract, getContract, requireOnboarded } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { requireCurrency } from '../milestones/amounts.ts';
import { chargeContract, quoteNet } from '../milestones/charge-contract.ts';
import type { ChargingDeps, WorkMoneyDeps } from '../milestones/deps.ts';
import { milestonesPolicy } from '../milestones/policy.ts';
import { amountInWords, refusalInWords, tellSide } from '../milestones/tell-sides.ts';
import { bonusMoves } from './bonus.ts';
import { findBonus, insertBonus, updateBonus } from './store.ts';
import type { BonusRow } from './table.ts';

const dayMs = 86_400_000;

/** `createdBy`: who asked for it, where somebody else's yes lets it go. */
export type NewBonus = {
  contractId: string;
  amount: Money;
  note: string;
  source: FundingSource;
  createdBy?: string;
};

/**
 * Pays a bonus: it is earned as soon as it is paid.
 * @throws 404, 409 contract_ready, contract_cancelled, bonus_too_late, balance_too_low, 422 currency_mixed
 */
export async function payBonus(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  { contractId, amount, note, source, createdBy = actorId(doer.actor) ?? '' }: NewBonus,
): Promise<{ bonusId: string; payment: Payment }> {
  const contract = await getContract(trx, scope, contractId);
  await requireBonusTime(trx, scope, contract, deps.clock.now());
  requireCurrency(amount, currencyOf(contract));
  await touchContract(trx, deps, scope, contractId);
  const net = await quoteNet(trx, scope, contract, amount);
  const row: BonusRow = {
    id: deps.newId('bo'),
    tenantId: scope.tenantId,
    contractId,
    freelancerId: contract.freelancerId,
    currency: amount.currency,
    amountMinor: amount.amountMinor,
    feeMinor: net.fee.amountMinor,
    note,
    state: 'charging',
    paymentId: null,
    refusal: null,
    earningId: null,
    createdBy,
    createdAt: deps.clock.now(),
    settledAt: null,
  };
  await insertBonus(trx, row);
  const subject = { kind: 'bonus', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'begin', to: 'charging', details: { amount, contractId } });
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'bonus',
    subject,
    amount,
    destination: earningEntries(contract.freelancerId, net),
    source,
    description: statementText({ kind: 'bonus', title: contract.title }),
  });
  if (payment.state !== 'posted') await updateBonus(trx, scope, row.id, ['charging'], { paymentId: payment.id });
  return { bonusId: row.id, payment };
}

/** What payments of bonuses do when they end; handed to payments at assembly. */
export function bonusPurpose(deps: WorkMoneyDeps): PaymentPurpose {
  return {
    description: 'Bonus',
    posted: (trx, payment) => posted(trx, deps, payment),
    voided: (trx, payment, isLate) => voided(trx, deps, payment, isLate),
    async disputed(trx, { tenantId, contractId }, { id, reason }) {
      await pauseForDispute(trx, deps, tenantScope(tenantId!), clockDoer(id), contractId!, reason);
      return [];
    },
    disputeEnded: (trx, { tenantId, contractId }, { id }, outcome) =>
      resumeAfterDispute(trx, deps, tenantScope(tenantId!), clockDoer(id), contractId!, outcome),
  };
}

async function posted(trx: Executor, deps: WorkMoneyDeps, payment: Payment): Promise<void> {
  const { scope, row, contract } = await bonusOf(trx, payment);
  const change = { state: bonusMoves.confirm.to, paymentId: payment.id, settledAt: deps.clock.now() };
  if (!(await updateBonus(trx, scope, row.id, bonusMoves.confirm.from, change))) return;
  const gross = { amountMinor: row.amountMinor, currency: row.currency };
  const earning = await earn(trx, deps, scope, {
    key: `bonus ${row.id}`,
    freelancerId: row.freelancerId,
    contractId: row.contractId,
    subject: { kind: 'bonus', id: row.id },
    gross,
    from: { transferId: payment.transferId, fee: { amountMinor: row.feeMinor, currency: row.currency } },
    schedule: contract.fees.freelancer,
  });
  await updateBonus(trx, scope, row.id, [change.state], { earningId: earning.id });
  await recordEnd(trx, deps, scope, row, payment, 'confirm');
  await tellSide(trx, deps, contract, 'freelancer', 'bonus.paid', {
    title: contract.title,
    amount: amountInWords(gross),
  });
}

async function voided(trx: Executor, deps: WorkMoneyDeps, payment: Payment, isLate: boolean): Promise<void> {
  const { scope, row, contract } = await bonusOf(trx, payment);
  const refusal = payment.refusal ?? 'declined';
  const change = { state: bonusMoves.fail.to, paymentId: payment.id, refusal, settledAt: deps.clock.now() };
  if (!(await updateBonus(trx, scope, row.id, bonusMoves.fail.from, change))) return;
  await recordEnd(trx, deps, scope, row, payment, 'fail', refusal);
  if (!isLate) return;
  await tellSide(trx, deps, contract, 'client', 'bonus.notPaid', {
    title: contract.title,
    amount: amountInWords({ amountMinor: row.amountMinor, currency: row.currency }),
    reason: refusalInWords(refusal),
  });
}

async function recordEnd(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  row: BonusRow,
  payment: Payment,
  move: 'confirm' | 'fail',
  reason: string | null = null,
): Promise<void> {
  const subject = { kind: 'bonus', id: row.id };
  const { to } = bonusMoves[move];
  await recordMove(trx, deps, scope, clockDoer(payment.id), { subject, move, from: 'charging', to, reason });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: false });
}

async function bonusOf(trx: Executor, { tenantId, subjectId }: Payment) {
  const scope = tenantScope(tenantId!);
  const row = (await findBonus(trx, scope, subjectId))!;
  return { scope, row, contract: await getContract(trx, scope, row.contractId) };
}

/** @throws 409 */
export async function requireBonusTime(
  db: Executor,
  scope: TenantScope,
  contract: AgreedContract,
  nowMs: number,
): Promise<void> {
  const { state, endedAt } = contract;
  if (isLive(contract)) return;
  requireOnboarded(contract);
  if (state === 'ready' || state === 'cancelled')
    throw conflict(`contract_${state}`, 'Nobody works in this contract, so no bonus is paid. Nothing was moved.');
  const { bonusDaysAfterEnd } = await readPolicy(db, scope, milestonesPolicy);
  if (endedAt !== null && nowMs - endedAt <= bonusDaysAfterEnd * dayMs) return;
  throw conflict('bonus_too_late', `A bonus is paid until ${bonusDaysAfterEnd} days after the end. Nothing was moved.`);
}

export function currencyOf({ terms }: AgreedContract): string {
  return terms.payment.kind === 'fixed' ? terms.payment.total.currency : terms.payment.rate.currency;
}
