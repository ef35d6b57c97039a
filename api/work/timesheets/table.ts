import type { EpochMs } from '../../platform/database/database.ts';
import type { AdjustmentKind, AdjustmentState, ChargeState, TimesheetState } from './timesheet.ts';

/** A week of a contract: made by its first time. */
export type TimesheetRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  /** Monday 00:00 UTC. */
  weekStartsAt: EpochMs;
  state: TimesheetState;
  /** Raised by each change of its time or state. */
  revision: number;
  currency: string;
  /** Of the week's terms, kept when the week is over; of those in force until then. */
  rateMinor: number;
  limitMinutes: number | null;
  /** Fixed when it is charged; null before. */
  billedSegments: number | null;
  overLimitSegments: number | null;
  amountMinor: number | null;
  charge: ChargeState;
  chargeAttempts: number;
  /** After a decline: when it is tried again. */
  chargeAgainAt: EpochMs | null;
  paymentId: string | null;
  chargeRefusal: string | null;
  paidAt: EpochMs | null;
  /** When the next timed move is due in this state; null where none is. */
  dueAt: EpochMs | null;
  acceptedAt: EpochMs | null;
  /** What of the amount was earned, and what went back of it. */
  earnedMinor: number;
  refundedMinor: number;
  /** What a bank took back before anything was earned. */
  lostMinor: number;
  createdAt: EpochMs;
};

/** The one dispute of a week: some of its segments, and their amount while it is frozen. */
export type TimesheetDisputeRow = {
  timesheetId: string;
  id: string;
  tenantId: string;
  contractId: string;
  reason: string;
  segments: number;
  amountMinor: number;
  currency: string;
  /** Whether the money is in the dispute's hold: a week that is not paid yet has none to freeze. */
  isFrozen: 0 | 1;
  disputedBy: string;
  disputedAt: EpochMs;
  outcome: 'withdrawn' | 'conceded' | 'decided' | null;
  releasedMinor: number | null;
  refundedMinor: number | null;
  resolution: string | null;
  resolvedAt: EpochMs | null;
};

/** What was put right after a week had closed. */
export type TimeAdjustmentRow = {
  id: string;
  timesheetId: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  kind: AdjustmentKind;
  state: AdjustmentState;
  amountMinor: number;
  currency: string;
  reason: string;
  madeBy: string;
  paymentId: string | null;
  refundId: string | null;
  /** What was given back was taken of this. */
  earningId: string | null;
  refusal: string | null;
  createdAt: EpochMs;
  doneAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    timesheets: TimesheetRow;
    timesheetDisputes: TimesheetDisputeRow;
    timeAdjustments: TimeAdjustmentRow;
  }
}
