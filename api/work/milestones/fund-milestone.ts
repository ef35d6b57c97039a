import { compare, type Money } from '../../money/money.ts';
import { negated } from '../../money/payments/charge-entries.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { getContract, requireWorking } from '../contracts/read-contracts.ts';
import { amountOf } from './amounts.ts';
import { chargeContract } from './charge-contract.ts';
import type { ChargingDeps, WorkMoneyDeps } from './deps.ts';
import { changeMilestone, moveMilestone } from './move-milestone.ts';
import { getMilestone } from './read-milestones.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, refusalInWords, tellSide } from './tell-sides.ts';

/**
 * Begins to pay a milestone into escrow; balance and credit have done so when this returns.
 * @param expected what was approved, where somebody had to
 * @throws 404, 409 by state, contract_paused …, balance_too_low, credit_too_low, milestone_amount_changed
 */
export async function fundMilestone(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  { id, source, expected }: { id: string; source: FundingSource; expected?: Money },
): Promise<Payment> {
  const row = await getMilestone(trx, scope, id);
  if (expected && compare(expected, amountOf(row)) !== 0) throw amountChanged();
  const contract = await getContract(trx, scope, row.contractId);
  requireWorking(contract);
  const amount = amountOf(row);
  await moveMilestone(
    trx,
    deps,
    scope,
    doer,
    row,
    'fund',
    { fundingRefusal: null, paymentId: null },
    {
      details: { amount, source: source.kind },
    },
  );
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'milestoneFunding',
    subject: { kind: 'milestone', id },
    amount,
    destination: [{ account: { kind: 'escrow', ownerId: id }, amount }],
    source,
    description: statementText({ kind: 'milestone', name: row.description, title: contract.title }),
  });
  if (payment.state === 'posted') return payment;
  const funding = await getMilestone(trx, scope, id);
  await changeMilestone(trx, deps, scope, funding, { paymentId: payment.id }, 'fund');
  return payment;
}

/** The money is in escrow: work may begin. */
export async function fundingPosted(trx: Executor, deps: WorkMoneyDeps, payment: Payment): Promise<void> {
  const { scope, row } = await milestoneOf(trx, payment);
  const change = { paymentId: payment.id, fundedAt: deps.clock.now() };
  await moveMilestone(trx, deps, scope, clockDoer(payment.id), row, 'confirmFunding', change);
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, amount: amountInWords(amountOf(row)) };
  await tellSide(trx, deps, contract, 'freelancer', 'milestone.funded', words);
}

/** @param isLate whoever paid has gone, and is told */
export async function fundingVoided(
  trx: Executor,
  deps: WorkMoneyDeps,
  payment: Payment,
  refusal: string | null,
  isLate: boolean,
): Promise<void> {
  const { scope, row } = await milestoneOf(trx, payment);
  const change = { paymentId: null, fundingRefusal: refusal ?? 'declined' };
  await moveMilestone(trx, deps, scope, clockDoer(payment.id), row, 'failFunding', change, { reason: refusal });
  if (!isLate) return;
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, reason: refusalInWords(refusal) };
  await tellSide(trx, deps, contract, 'client', 'milestone.notFunded', words);
}

export async function milestoneOf(
  trx: Executor,
  { tenantId, subjectId }: Payment,
): Promise<{ scope: TenantScope; row: MilestoneRow }> {
  const scope = tenantScope(tenantId!);
  return { scope, row: await getMilestone(trx, scope, subjectId) };
}

const amountChanged = () =>
  conflict('milestone_amount_changed', 'The milestone has another amount than was approved. Nothing was paid.');

/** What an escrow gives. */
export function fromEscrow({ id, amountMinor, currency }: Pick<MilestoneRow, 'id' | 'amountMinor' | 'currency'>) {
  return { account: { kind: 'escrow', ownerId: id } as const, amount: negated({ amountMinor, currency }) };
}
