import { earn } from '../../money/earnings/earn.ts';
import { compare, type Money, subtract } from '../../money/money.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { statementText } from '../../money/payments/statement-text.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type AgreedContract, getContract, requireLive } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { answerDeliverable } from '../deliverables/keep-deliverables.ts';
import { amountOf, requireCurrency } from './amounts.ts';
import { chargeContract } from './charge-contract.ts';
import type { ChargingDeps, WorkMoneyDeps } from './deps.ts';
import { milestoneOf } from './fund-milestone.ts';
import { milestoneMoves } from './milestone.ts';
import { changeMilestone, moveMilestone, requireNoRelease } from './move-milestone.ts';
import { getMilestone } from './read-milestones.ts';
import { leaveRemainder } from './remainder.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, refusalInWords, tellSide } from './tell-sides.ts';

/** `source` is asked only where more than the milestone is released. */
export type Release = { id: string; amount: Money | undefined; source: () => Promise<FundingSource> };

/**
 * Accepts the work. What is less leaves the rest in escrow as a milestone of its own; what is more is charged first.
 * @returns the payment of the difference while it is under way
 * @throws 404, 409 by state, release_under_way, contract_ended …, balance_too_low, 422 currency_mixed
 */
export async function releaseMilestone(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  { id, amount, source }: Release,
): Promise<Payment | undefined> {
  const row = await getMilestone(trx, scope, id);
  requireMove(milestoneMoves, 'milestone', 'release', row.state);
  requireNoRelease(row);
  const contract = await getContract(trx, scope, row.contractId);
  requireLive(contract);
  const gross = amount ?? amountOf(row);
  requireCurrency(gross, row.currency);
  if (compare(gross, amountOf(row)) > 0)
    return chargeMore(trx, deps, scope, doer, contract, row, gross, await source());
  await release(trx, deps, scope, doer, contract, row, 'release', gross);
  return undefined;
}

/** ⏱ Whole, as nobody answered. */
export async function autoRelease(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
): Promise<void> {
  requireNoRelease(row);
  const contract = await getContract(trx, scope, row.contractId);
  await release(trx, deps, scope, doer, contract, row, 'autoRelease', amountOf(row));
}

async function release(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  row: MilestoneRow,
  name: 'release' | 'autoRelease',
  gross: Money,
): Promise<void> {
  const rest = subtract(amountOf(row), gross);
  const change = {
    amountMinor: gross.amountMinor,
    autoReleaseAt: null,
    warnAt: null,
    releasedAt: deps.clock.now(),
    releasingMinor: null,
    releaseRefusal: null,
  };
  const details = { amount: gross, ...(rest.amountMinor > 0 && { remainder: rest }) };
  const released = await moveMilestone(trx, deps, scope, doer, row, name, change, { details });
  if (rest.amountMinor > 0) await leaveRemainder(trx, deps, scope, doer, row, rest);
  const earning = await earn(trx, deps, scope, {
    key: `milestone.release ${row.id}`,
    freelancerId: row.freelancerId,
    contractId: row.contractId,
    subject: { kind: 'milestone', id: row.id },
    gross,
    from: { kind: 'escrow', ownerId: row.id },
    schedule: contract.fees.freelancer,
  });
  await changeMilestone(trx, deps, scope, released, { earningId: earning.id }, name);
  await answerDeliverable(trx, deps, scope, row.id, 'accepted');
  const words = { title: contract.title, milestone: row.description, amount: amountInWords(gross) };
  if (name === 'release') return tellSide(trx, deps, contract, 'freelancer', 'milestone.released', words);
  for (const side of ['client', 'freelancer'] as const)
    await tellSide(trx, deps, contract, side, 'milestone.autoReleased', words);
}

/** The difference first: the milestone waits, and nobody decides otherwise meanwhile. */
async function chargeMore(
  trx: Executor,
  deps: ChargingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  row: MilestoneRow,
  gross: Money,
  source: FundingSource,
): Promise<Payment> {
  const extra = subtract(gross, amountOf(row));
  const begun = { releasingMinor: gross.amountMinor, extraPaymentId: null, releaseRefusal: null };
  await changeMilestone(trx, deps, scope, row, begun, 'release');
  const details = { amount: gross, extra };
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'milestone', id: row.id },
    move: 'releaseBegun',
    details,
  });
  await touchContract(trx, deps, scope, row.contractId);
  const payment = await chargeContract(trx, deps, scope, doer, contract, {
    purpose: 'milestoneExtra',
    subject: { kind: 'milestone', id: row.id },
    amount: extra,
    destination: [{ account: { kind: 'escrow', ownerId: row.id }, amount: extra }],
    source,
    description: statementText({ kind: 'milestoneExtra', name: row.description, title: contract.title }),
  });
  const waiting = await getMilestone(trx, scope, row.id);
  const charged = await changeMilestone(trx, deps, scope, waiting, { extraPaymentId: payment.id }, 'release');
  if (payment.state === 'posted') await finish(trx, deps, scope, doer, charged, extra);
  return payment;
}

/** Once the difference is in escrow; harmless to repeat. */
export async function finishRelease(trx: Executor, deps: WorkMoneyDeps, payment: Payment): Promise<void> {
  const { scope, row } = await milestoneOf(trx, payment);
  if (payment.state !== 'posted' || row.releasingMinor === null || row.extraPaymentId !== payment.id) return;
  if (row.state !== 'submitted') return keepExtra(trx, deps, scope, row);
  // Who released it is in the timeline already; here the processor has answered.
  const extra = { amountMinor: payment.principalMinor, currency: payment.currency };
  await finish(trx, deps, scope, clockDoer(payment.id), row, extra);
}

/** The bank froze the milestone meanwhile: what arrived is part of its escrow. */
async function keepExtra(trx: Executor, deps: WorkMoneyDeps, scope: TenantScope, row: MilestoneRow): Promise<void> {
  const change = {
    amountMinor: row.releasingMinor!,
    extraMinor: row.releasingMinor! - row.amountMinor,
    releasingMinor: null,
  };
  await changeMilestone(trx, deps, scope, row, change, 'release');
}

async function finish(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  row: MilestoneRow,
  extra: Money,
): Promise<void> {
  const contract = await getContract(trx, scope, row.contractId);
  const gross = { amountMinor: row.releasingMinor!, currency: row.currency };
  const change = { amountMinor: gross.amountMinor, extraMinor: extra.amountMinor };
  const raised = await changeMilestone(trx, deps, scope, row, change, 'release');
  await release(trx, deps, scope, doer, contract, raised, 'release', gross);
}

/** Nothing was released; the milestone waits for an answer as before. */
export async function extraVoided(
  trx: Executor,
  deps: WorkMoneyDeps,
  payment: Payment,
  refusal: string | null,
  isLate: boolean,
): Promise<void> {
  const { scope, row } = await milestoneOf(trx, payment);
  const change = { releasingMinor: null, extraPaymentId: null, releaseRefusal: refusal ?? 'declined' };
  await changeMilestone(trx, deps, scope, row, change, 'release');
  await recordMove(trx, deps, scope, clockDoer(payment.id), {
    subject: { kind: 'milestone', id: row.id },
    move: 'releaseFailed',
    reason: refusal,
  });
  await touchContract(trx, deps, scope, row.contractId, { isActivity: false });
  if (!isLate) return;
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, reason: refusalInWords(refusal) };
  await tellSide(trx, deps, contract, 'client', 'milestone.notReleased', words);
}
