import { readBalance } from '../../money/ledger/read-ledger.ts';
import type { PaymentDispute, PaymentPurpose } from '../../money/payments/purpose.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import type { Executor } from '../../platform/database/database.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { pauseForDispute, resumeAfterDispute } from '../contracts/pause-contract.ts';
import { type AgreedContract, getContract } from '../contracts/read-contracts.ts';
import { amountOf } from './amounts.ts';
import type { WorkMoneyDeps } from './deps.ts';
import { fundingPosted, fundingVoided } from './fund-milestone.ts';
import { inEscrowStates, milestoneCan } from './milestone.ts';
import { changeMilestone, moveMilestone } from './move-milestone.ts';
import { escrowOf, frozenOf } from './refund-milestone.ts';
import { extraVoided } from './release-milestone.ts';
import { listMilestonesOfPayment } from './store.ts';
import { reviewTime } from './submit-work.ts';
import type { MilestoneRow } from './table.ts';
import { amountInWords, tellSide } from './tell-sides.ts';

/** What payments for milestones do when they end; handed to payments at assembly. */
export function milestonePurposes(deps: WorkMoneyDeps) {
  const inEscrow: Omit<PaymentPurpose, 'description' | 'posted' | 'voided'> = {
    disputed: (trx, payment, dispute) => freeze(trx, deps, payment, dispute),
    disputeEnded: (trx, payment, dispute, outcome) => unfreeze(trx, deps, payment, dispute, outcome),
    refundEnded: (trx, payment, refund, outcome) =>
      outcome === 'voided' ? putBack(trx, deps, payment, refund.id) : Promise.resolve(),
  };
  return {
    milestoneFunding: {
      ...inEscrow,
      description: 'Milestone',
      posted: (trx, payment) => fundingPosted(trx, deps, payment),
      voided: (trx, payment, isLate) => fundingVoided(trx, deps, payment, payment.refusal, isLate),
    },
    milestoneExtra: {
      ...inEscrow,
      description: 'Milestone',
      // finishRelease goes on once the money is booked.
      posted: () => Promise.resolve(),
      voided: (trx, payment, isLate) => extraVoided(trx, deps, payment, payment.refusal, isLate),
    },
  } satisfies Record<string, PaymentPurpose>;
}

/** Whatever of the payment stands in escrow waits for the bank. */
async function freeze(trx: Executor, deps: WorkMoneyDeps, payment: Payment, dispute: PaymentDispute) {
  const scope = tenantScope(payment.tenantId!);
  const doer = clockDoer(dispute.id);
  const rows = await listMilestonesOfPayment(trx, scope, payment.id);
  const stopped = { autoReleaseAt: null, warnAt: null, refundAnswerBy: null, bankDisputeId: dispute.id };
  const inEscrow = rows.filter(({ state }) => inEscrowStates.some((known) => known === state));
  for (const row of inEscrow) {
    const details = { reason: dispute.reason };
    await moveMilestone(trx, deps, scope, doer, row, 'freeze', { ...stopped, frozenFrom: row.state }, { details });
    await tellBoth(trx, deps, scope, row, 'milestone.frozen');
  }
  // What the sides disagree about waits for both decisions.
  for (const row of rows.filter(({ state }) => state === 'disputed'))
    await changeMilestone(trx, deps, scope, row, { bankDisputeId: dispute.id }, 'freeze');
  await pauseForDispute(trx, deps, scope, doer, payment.contractId!, dispute.reason);
  return rows.flatMap((row) => [escrowOf(row), frozenOf(row)]);
}

async function unfreeze(
  trx: Executor,
  deps: WorkMoneyDeps,
  payment: Payment,
  dispute: PaymentDispute,
  outcome: 'won' | 'lost',
): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const doer = clockDoer(dispute.id);
  for (const row of await listMilestonesOfPayment(trx, scope, payment.id)) {
    if (row.bankDisputeId !== dispute.id || row.state !== 'disputed') continue;
    const account = row.frozenFrom === null ? frozenOf(row) : escrowOf(row);
    const leftMinor = (await readBalance(trx, account, row.currency)).availableMinor;
    const ended = { bankDisputeId: null, frozenFrom: null };
    if (leftMinor === 0) {
      await moveMilestone(trx, deps, scope, doer, row, 'loseToBank', ended, { details: { outcome } });
      continue;
    }
    const left = { ...ended, amountMinor: leftMinor };
    if (row.frozenFrom === null) await changeMilestone(trx, deps, scope, row, left, 'unfreeze');
    else if (row.frozenFrom === 'submitted')
      await moveMilestone(trx, deps, scope, doer, row, 'unfreezeSubmitted', {
        ...left,
        ...(await reviewTime(trx, deps, scope)),
      });
    else await moveMilestone(trx, deps, scope, doer, row, 'unfreeze', left);
    await tellBoth(trx, deps, scope, row, 'milestone.unfrozen');
  }
  await resumeAfterDispute(trx, deps, scope, doer, payment.contractId!, outcome);
}

const noRequest = { refundMinor: null, refundReason: null, refundAskedAt: null };

/** The processor would not give a refund: the money is where it was. */
async function putBack(trx: Executor, deps: WorkMoneyDeps, payment: Payment, refundId: string): Promise<void> {
  const scope = tenantScope(payment.tenantId!);
  const rows = await listMilestonesOfPayment(trx, scope, payment.id);
  const row = rows.find((one) => one.refundId === refundId);
  if (!row || !milestoneCan.failRefund(row)) return;
  const frozen = await readBalance(trx, frozenOf(row), row.currency);
  const name = frozen.availableMinor + frozen.heldMinor > 0 ? 'failAward' : 'failRefund';
  const change = { refundId: null, ...(name === 'failRefund' && noRequest) };
  const moved = await moveMilestone(trx, deps, scope, clockDoer(refundId), row, name, change);
  const contract = await getContract(trx, scope, row.contractId);
  const words = { title: contract.title, milestone: row.description, amount: amountInWords(amountOf(moved)) };
  for (const side of ['client', 'freelancer'] as const)
    await tellSide(trx, deps, contract, side, 'milestone.refundFailed', words);
}

async function tellBoth(
  trx: Executor,
  deps: WorkMoneyDeps,
  scope: TenantScope,
  { contractId, description }: MilestoneRow,
  kind: 'milestone.frozen' | 'milestone.unfrozen',
): Promise<void> {
  const contract: AgreedContract = await getContract(trx, scope, contractId);
  const words = { title: contract.title, milestone: description };
  for (const side of ['client', 'freelancer'] as const) await tellSide(trx, deps, contract, side, kind, words);
}
