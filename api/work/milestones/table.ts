import type { EpochMs } from '../../platform/database/database.ts';
import type { MilestoneState } from './milestone.ts';

export type MilestoneRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  /** In the contract, from 1; a remainder stands right behind what it is left of. */
  position: number;
  description: string;
  /** UTC: `2026-12-01`. */
  dueOn: string | null;
  currency: string;
  /** Planned, then in escrow, then what was released or went back. */
  amountMinor: number;
  /** What was released beyond the sum that was agreed: part of the amount. */
  extraMinor: number;
  state: MilestoneState;
  revision: number;
  /** The milestone of which this is what was not released or refunded. */
  remainderOf: string | null;
  /** Charged for it; a remainder has that of what it is left of. */
  paymentId: string | null;
  /** Why the last charge failed, in the processor’s words. */
  fundingRefusal: string | null;
  fundedAt: EpochMs | null;
  /** While the difference of a release of more is charged: the whole that will be released, and who pays. */
  releasingMinor: number | null;
  extraPaymentId: string | null;
  releaseRefusal: string | null;
  /** The newest submission; 0 before the first. */
  submissions: number;
  submittedAt: EpochMs | null;
  /** ⏱ Null while it does not wait for an answer. */
  autoReleaseAt: EpochMs | null;
  /** ⏱ When the client is warned of it; null once that was done. */
  warnAt: EpochMs | null;
  changeReason: string | null;
  refundMinor: number | null;
  refundReason: string | null;
  refundAskedAt: EpochMs | null;
  refundAnswer: string | null;
  /** ⏱ */
  refundAnswerBy: EpochMs | null;
  refundId: string | null;
  /** The bank’s dispute that froze it; null where the sides disagree. */
  bankDisputeId: string | null;
  /** Where it was when the bank froze it. */
  frozenFrom: MilestoneState | null;
  earningId: string | null;
  releasedAt: EpochMs | null;
  settledAt: EpochMs | null;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    milestones: MilestoneRow;
  }
}
