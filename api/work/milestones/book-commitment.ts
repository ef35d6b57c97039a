import type { Money } from '../../money/money.ts';
import type { PaymentPurpose, PaymentPurposes } from '../../money/payments/purpose.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { readRefund } from '../../money/refunds/read-refunds.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ContractToCommit } from '../../procurement/purchase-orders/commit-contract.ts';
import type { SpendingDeps } from '../../procurement/purchase-orders/deps.ts';
import { exposureOf } from '../../procurement/purchase-orders/exposure.ts';
import type { Guarding } from '../../procurement/purchase-orders/keep-sums.ts';
import { type Spending, spendCommitment } from '../../procurement/purchase-orders/spend-commitment.ts';
import { type AgreedContract, getContract } from '../contracts/read-contracts.ts';
import { readMilestones } from './read-milestones.ts';

/** Where purchase orders and budgets hear what a contract charged and what came back. */

/** As a contract stands, for whoever keeps its commitment. */
export async function committedOf(
  db: Executor,
  scope: TenantScope,
  contract: AgreedContract,
): Promise<ContractToCommit> {
  const { id: contractId, title, terms, costCenter, team, clientPersonId: personId, fees, startsAt } = contract;
  const exposure = await exposureOf(db, scope, terms, fees.client, startsAt);
  return { contractId, title, purchaseOrder: terms.purchaseOrder, costCenter, team, personId, exposure };
}

/** @throws as commitOffer, unless the clock charges for work that was done */
export async function bookCharge(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  payment: Payment,
  guarding: Guarding,
): Promise<void> {
  await book(
    trx,
    deps,
    scope,
    doer,
    contract,
    payment,
    { cause: 'charged', totalMinor: payment.amountMinor },
    guarding,
  );
}

/** Purposes of contracts' payments: what failed, went back or was lost to a bank is no longer spent. For assembly. */
export function withCommitments(deps: SpendingDeps, purposes: PaymentPurposes): PaymentPurposes {
  const more = (purpose: PaymentPurpose): PaymentPurpose => ({
    ...purpose,
    async voided(trx, payment, isLate) {
      await purpose.voided(trx, payment, isLate);
      await giveBack(trx, deps, payment, { cause: 'chargeFailed', totalMinor: -payment.amountMinor });
    },
    async disputeEnded(trx, payment, dispute, outcome) {
      await purpose.disputeEnded?.(trx, payment, dispute, outcome);
      if (outcome === 'lost')
        await giveBack(trx, deps, payment, { cause: 'lostToBank', totalMinor: -dispute.amount.amountMinor });
    },
    async refundEnded(trx, payment, refund, outcome) {
      await purpose.refundEnded?.(trx, payment, refund, outcome);
      if (outcome === 'voided') return;
      const { amountMinor, feeMinor, taxMinor } = await readRefund(trx, refund.id);
      await giveBack(trx, deps, payment, { cause: 'refunded', totalMinor: -(amountMinor + feeMinor + taxMinor) });
    },
  });
  return Object.fromEntries(Object.entries(purposes).map(([name, purpose]) => [name, more(purpose)]));
}

async function giveBack(
  trx: Executor,
  deps: SpendingDeps,
  payment: Payment,
  back: Pick<Spending, 'cause' | 'totalMinor'>,
): Promise<void> {
  if (!payment.contractId || !payment.tenantId) return;
  const scope = tenantScope(payment.tenantId);
  const contract = await getContract(trx, scope, payment.contractId);
  await book(trx, deps, scope, clockDoer(payment.id), contract, payment, back, 'owed');
}

async function book(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { id, purchaseOrder, costCenter, team }: Payment,
  { cause, totalMinor }: Pick<Spending, 'cause' | 'totalMinor'>,
  guarding: Guarding,
): Promise<void> {
  const { amountMinor: fundedMinor } = await fundedOf(trx, contract);
  const place = { purchaseOrder, costCenter, team };
  const committed = await committedOf(trx, scope, contract);
  const spending = { paymentId: id, place, totalMinor, fundedMinor, cause };
  await spendCommitment(trx, deps, scope, doer, committed, spending, guarding);
}

/** Of the agreed total, what milestones put into escrow or are about to; given back in full, it may be planned again. */
export async function fundedOf(db: Executor, { id, terms }: AgreedContract): Promise<Money> {
  if (terms.payment.kind === 'hourly') return { amountMinor: 0, currency: terms.payment.rate.currency };
  const rows = (await readMilestones(db, [id])).get(id) ?? [];
  const amountMinor = rows
    .filter(({ state }) => state !== 'planned' && state !== 'refunded')
    .reduce((sum, row) => sum + row.amountMinor - row.extraMinor, 0);
  return { amountMinor, currency: terms.payment.total.currency };
}
