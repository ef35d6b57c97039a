import { type Earning, listEarningsOf } from '../../money/earnings/read-earnings.ts';
import { money } from '../../money/money.ts';
import { type Payment, readPayments } from '../../money/payments/read-payments.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { FileLinkDeps } from '../../platform/files/read-attachments.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import { readDeliverables } from '../deliverables/read-deliverables.ts';
import { readFundingApprovals } from '../payment-requests/read-requests.ts';
import { plannedSums } from './change-plan.ts';
import { milestonesPolicy, minimumOf } from './policy.ts';
import { presentMilestone } from './present-milestone.ts';
import type { Milestone, MilestoneList } from './schema.ts';
import { listMilestonesOf } from './store.ts';
import type { MilestoneRow } from './table.ts';

export type AnswerDeps = FileLinkDeps & { processor: { isSandbox: boolean } };

/** @param side the freelancer does not see how the client pays */
export async function answerMilestones(
  db: Executor,
  deps: AnswerDeps,
  scope: TenantScope,
  rows: readonly MilestoneRow[],
  side: 'client' | 'freelancer',
): Promise<Milestone[]> {
  const ids = rows.map(({ id }) => id);
  const deliverables = await readDeliverables(db, deps, scope, ids);
  const earnings = await earningsById(db, ids);
  const payments = side === 'client' ? await openPayments(db, scope, rows) : new Map<string, Payment>();
  if (side === 'freelancer')
    return rows.map((row) => ({ ...presented(row), fundingRefusal: null, releaseRefusal: null }));
  const approvals = await readFundingApprovals(db, [...new Set(rows.map(({ contractId }) => contractId))]);
  return rows.map((row) => ({ ...presented(row), fundingApprovalId: approvals.get(row.id) ?? null }));

  function presented(row: MilestoneRow): Milestone {
    const payment = payments.get(row.releasingMinor === null ? (row.paymentId ?? '') : (row.extraPaymentId ?? ''));
    const earning = earnings.get(row.earningId ?? '');
    return presentMilestone(row, { payment, earning, deliverables: deliverables.get(row.id) ?? [] });
  }
}

/** The whole plan of a contract. */
export async function answerPlan(
  db: Executor,
  deps: AnswerDeps,
  scope: TenantScope,
  contract: AgreedContract,
  side: 'client' | 'freelancer',
): Promise<MilestoneList> {
  const rows = await listMilestonesOf(db, [contract.id]);
  const { payment } = contract.terms;
  const { currency } = payment.kind === 'fixed' ? payment.total : payment.rate;
  const sums = plannedSums(contract, rows);
  return {
    items: await answerMilestones(db, deps, scope, rows, side),
    agreedTotal: sums?.agreedTotal ?? null,
    planned: sums?.planned ?? money(0, currency),
    unplanned: sums?.unplanned ?? money(0, currency),
    minimum: minimumOf(await readPolicy(db, scope, milestonesPolicy), currency),
    isSandbox: deps.processor.isSandbox,
  };
}

async function earningsById(db: Executor, milestoneIds: readonly string[]): Promise<Map<string, Earning>> {
  const earnings = await listEarningsOf(db, { subject: { kind: 'milestone', ids: milestoneIds } });
  return new Map(earnings.map((earning) => [earning.id, earning]));
}

async function openPayments(
  db: Executor,
  scope: TenantScope,
  rows: readonly MilestoneRow[],
): Promise<Map<string, Payment>> {
  const waiting = rows.filter(({ state, releasingMinor }) => state === 'funding' || releasingMinor !== null);
  const contractIds = [...new Set(waiting.map(({ contractId }) => contractId))];
  const payments = await readPayments(db, scope, { contractIds });
  return new Map(payments.map((payment) => [payment.id, payment]));
}
