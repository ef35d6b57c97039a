import type { Earning } from '../../money/earnings/read-earnings.ts';
import type { Payment } from '../../money/payments/read-payments.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Deliverable } from '../deliverables/schema.ts';
import { amountOf } from './amounts.ts';
import { inEscrowStates } from './milestone.ts';
import type { PaymentPart } from './money-schema.ts';
import type { Milestone } from './schema.ts';
import type { MilestoneRow } from './table.ts';

/** What stands beside the row. */
export type Surroundings = {
  payment: Payment | undefined;
  earning: Earning | undefined;
  deliverables: readonly Deliverable[];
};

export function presentMilestone(row: MilestoneRow, { payment, earning, deliverables }: Surroundings): Milestone {
  const { currency } = row;
  const isInEscrow = inEscrowStates.some((state) => state === row.state);
  return {
    id: row.id,
    contractId: row.contractId,
    position: row.position,
    description: row.description,
    dueOn: row.dueOn,
    amount: amountOf(row),
    state: row.state,
    remainderOf: row.remainderOf,
    escrow: { amountMinor: isInEscrow ? row.amountMinor : 0, currency },
    payment: payment ? presentPayment(payment) : null,
    fundingRefusal: row.fundingRefusal,
    fundedAt: instantOf(row.fundedAt),
    submittedAt: instantOf(row.submittedAt),
    autoReleaseAt: instantOf(row.autoReleaseAt),
    changeReason: row.changeReason,
    releasing: row.releasingMinor === null ? null : { amountMinor: row.releasingMinor, currency },
    releaseRefusal: row.releaseRefusal,
    refundRequest: presentRequest(row),
    isBankDispute: row.bankDisputeId !== null,
    earning: earning ? presentEarning(earning) : null,
    releasedAt: instantOf(row.releasedAt),
    settledAt: instantOf(row.settledAt),
    deliverables: [...deliverables],
    updatedAt: isoInstant(row.updatedAt),
  };
}

/** Only while the payer’s bank or the processor has not decided. */
export function presentPayment({ id, state, nextAction, amountMinor, currency }: Payment): PaymentPart | null {
  if (state === 'posted' || state === 'voided') return null;
  return {
    id,
    state,
    nextAction: nextAction === null ? null : JSON.parse(nextAction),
    total: { amountMinor, currency },
  };
}

function presentRequest(row: MilestoneRow): Milestone['refundRequest'] {
  if (row.refundAskedAt === null || row.refundMinor === null) return null;
  return {
    amount: { amountMinor: row.refundMinor, currency: row.currency },
    reason: row.refundReason ?? '',
    askedAt: isoInstant(row.refundAskedAt),
    answerBy: instantOf(row.refundAnswerBy),
    answer: row.refundAnswer,
  };
}

function presentEarning(earning: Earning): Milestone['earning'] {
  const { state, gross, fee, net, availableAtMs, securityEndsAtMs, returnedGross } = earning;
  return {
    state,
    gross,
    fee,
    net,
    availableAt: isoInstant(availableAtMs ?? securityEndsAtMs),
    refunded: returnedGross,
  };
}

function instantOf(epochMs: number | null): string | null {
  return epochMs === null ? null : isoInstant(epochMs);
}
