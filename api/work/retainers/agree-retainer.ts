import { compare, type Money } from '../../money/money.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { currencyOf } from '../bonuses/pay-bonus.ts';
import type { ContractSide } from '../contracts/contract.ts';
import { getContract, requireWorking } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { requireCurrency } from '../milestones/amounts.ts';
import type { WorkMoneyDeps } from '../milestones/deps.ts';
import { milestonesPolicy, minimumOf } from '../milestones/policy.ts';
import { amountInWords, tellSide } from '../milestones/tell-sides.ts';
import { moveRetainer } from './move-retainer.ts';
import type { RetainerSpan } from './retainer.ts';
import { findRetainer, findRetainerOf, insertRetainer } from './store.ts';
import type { RetainerRow } from './table.ts';

export type ProposedRetainer = {
  contractId: string;
  amount: Money;
  span: RetainerSpan;
  /** UTC; null: on acceptance. */
  startsOn: string | null;
  note: string;
  source: FundingSource | undefined;
};

/**
 * Puts a fixed sum for each week or month to the freelancer.
 * @throws 404, 409 contract_paused …, 422 currency_mixed, retainer_below_minimum, starts_in_past
 */
export async function proposeRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  doer: Doer,
  { contractId, amount, span, startsOn, note, source }: ProposedRetainer,
): Promise<RetainerRow> {
  const contract = await getContract(trx, scope, contractId);
  requireWorking(contract);
  requireCurrency(amount, currencyOf(contract));
  const least = minimumOf(await readPolicy(trx, scope, milestonesPolicy), amount.currency);
  if (compare(amount, least) < 0)
    throw refused('retainer_below_minimum', '/amount/amountMinor', `A retainer pays at least ${least.amountMinor}.`);
  const nowMs = deps.clock.now();
  const startsAt = startsOn === null ? nowMs : Date.parse(`${startsOn}T00:00:00Z`);
  // A date is somewhere still the day before.
  if (startsAt < nowMs - 2 * dayMs) throw refused('starts_in_past', '/startsOn', 'The first day has passed.');
  const row: RetainerRow = {
    id: deps.newId('rt'),
    tenantId: scope.tenantId,
    contractId,
    freelancerId: contract.freelancerId,
    ...amount,
    span,
    note,
    source: source ? JSON.stringify(source) : null,
    state: 'proposed',
    revision: 1,
    startsAt,
    periods: 0,
    earlierPeriods: 0,
    nextPeriodAt: null,
    pauseReason: null,
    stopReason: null,
    createdBy: actorId(doer.actor) ?? '',
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await insertRetainer(trx, row);
  const subject = { kind: 'retainer', id: row.id };
  await recordMove(trx, deps, scope, doer, { subject, move: 'propose', to: 'proposed', details: { amount, span } });
  await touchContract(trx, deps, scope, contractId);
  await tell(trx, deps, row, 'freelancer', 'retainer.proposed');
  return row;
}

/** From here each period is charged when it starts. @throws 404, 409 by state, contract_paused … */
export async function acceptRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  acting: ActingFreelancer,
  doer: Doer,
  id: string,
): Promise<RetainerRow> {
  const row = await getOwnRetainer(trx, acting, id);
  requireWorking(await getContract(trx, tenantOfFound(acting.freelancer, row), row.contractId));
  const startsAt = Math.max(row.startsAt, deps.clock.now());
  const moved = await moveRetainer(trx, deps, doer, row, 'accept', { startsAt, nextPeriodAt: startsAt });
  await tell(trx, deps, row, 'client', 'retainer.accepted');
  return moved;
}

/** @throws 404, 409 by state */
export async function declineRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  acting: ActingFreelancer,
  doer: Doer,
  { id, reason }: { id: string; reason: string },
): Promise<RetainerRow> {
  const row = await getOwnRetainer(trx, acting, id);
  const moved = await moveRetainer(trx, deps, doer, row, 'decline', { stopReason: reason }, reason);
  await tell(trx, deps, row, 'client', 'retainer.declined', reason);
  return moved;
}

/** A proposal is withdrawn; what is agreed ends with the period that is paid. @throws 409 by state */
export async function stopRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RetainerRow,
  by: ContractSide,
  reason: string,
): Promise<RetainerRow> {
  const isWithdrawn = row.state === 'proposed' && by === 'client';
  const change = { nextPeriodAt: null, pauseReason: null, stopReason: reason };
  const moved = await moveRetainer(trx, deps, doer, row, isWithdrawn ? 'withdraw' : 'stop', change, reason);
  await tell(trx, deps, row, by === 'client' ? 'freelancer' : 'client', 'retainer.stopped', reason);
  return moved;
}

/** Periods go on: at once where one is due, so that nothing is charged for the time it rested. @throws 409 by state */
export async function resumeRetainer(
  trx: Executor,
  deps: WorkMoneyDeps,
  doer: Doer,
  row: RetainerRow,
): Promise<RetainerRow> {
  requireWorking(await getContract(trx, tenantScope(row.tenantId), row.contractId));
  const nowMs = deps.clock.now();
  const isDue = row.nextPeriodAt === null || row.nextPeriodAt <= nowMs;
  const anew = isDue ? { nextPeriodAt: nowMs, startsAt: nowMs, earlierPeriods: row.periods } : {};
  return moveRetainer(trx, deps, doer, row, 'resume', { ...anew, pauseReason: null });
}

/** @throws 404 */
export async function getRetainer(db: Executor, scope: TenantScope, id: string): Promise<RetainerRow> {
  const found = await findRetainer(db, scope, id);
  if (!found) throw notFound();
  return found;
}

/** @throws 404 */
export async function getOwnRetainer(
  db: Executor,
  { freelancer, tenant }: ActingFreelancer,
  id: string,
): Promise<RetainerRow> {
  const found = await findRetainerOf(db, freelancer, tenant, id);
  if (!found) throw notFound();
  return found;
}

type RetainerNews = 'proposed' | 'accepted' | 'declined' | 'stopped' | 'paused';

/** `reason` fills a sentence that has one. */
export async function tell(
  trx: Executor,
  deps: WorkMoneyDeps,
  row: RetainerRow,
  side: ContractSide,
  kind: `retainer.${RetainerNews}`,
  reason = '',
): Promise<void> {
  const contract = await getContract(trx, tenantScope(row.tenantId), row.contractId);
  const words = {
    title: contract.title,
    amount: amountInWords({ amountMinor: row.amountMinor, currency: row.currency }),
  };
  await tellSide(trx, deps, contract, side, kind, { ...words, reason });
}

const dayMs = 86_400_000;
const refused = (code: string, pointer: string, message: string) =>
  unprocessable(code, `${message} Nothing was changed.`, [{ pointer, code, message }]);
