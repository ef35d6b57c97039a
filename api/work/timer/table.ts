import type { EpochMs, Flag } from '../../platform/database/database.ts';
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
  /** How much of the segment at `seenAt` is filled, and whether a sign of life fell into it. */
  filledMs: number;
  isSegmentSeen: Flag;
  stoppedAt: EpochMs | null;
  stopReason: StopReason | null;
  /** Guards its updates: a clock and a person at once write once. */
  revision: number;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    timers: TimerRow;
  }
}
