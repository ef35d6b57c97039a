import type { EpochMs } from '../../platform/database/database.ts';
import type { StopReason, TimerState } from './timer.ts';

/** One a freelancer, made by the first start and kept when it stops. */
export type TimerRow = {
  freelancerId: string;
  id: string;
  personId: string;
  tenantId: string;
  contractId: string;
  state: TimerState;
  memo: string;
  activityCodeId: string | null;
  startedAt: EpochMs;
  /** The last sign of life, and up to when time is written down. */
  seenAt: EpochMs;
  /** How much of the segment at `seenAt` is filled. */
  filledMs: number;
  /** Where its segments of this week are written to; null until there is one, and when the memo changes. */
  entryId: string | null;
  stoppedAt: EpochMs | null;
  stopReason: StopReason | null;
  /** Raised by whoever takes its turn: a clock and a person at once come one after the other. */
  revision: number;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    timers: TimerRow;
  }
}
