import type { EpochMs } from '../../platform/database/database.ts';
import type { PeriodState, RetainerSpan, RetainerState } from './retainer.ts';

export type RetainerRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  currency: string;
  amountMinor: number;
  span: RetainerSpan;
  note: string;
  /** JSON: from where each period is charged; null is the tenant’s default. */
  source: string | null;
  state: RetainerState;
  revision: number;
  /** UTC midnight of the first day, or the instant of acceptance where that is later. */
  startsAt: EpochMs;
  /** How many periods were begun, and how many of them before `startsAt`: it starts anew after a pause. */
  periods: number;
  earlierPeriods: number;
  /** ⏱ When the next period begins; null while none will. */
  nextPeriodAt: EpochMs | null;
  pauseReason: string | null;
  stopReason: string | null;
  createdBy: string;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

export type RetainerPeriodRow = {
  id: string;
  retainerId: string;
  tenantId: string;
  contractId: string;
  /** Of this retainer, from 1. */
  number: number;
  startsAt: EpochMs;
  /** ⏱ Released then. */
  endsAt: EpochMs;
  currency: string;
  amountMinor: number;
  state: PeriodState;
  paymentId: string | null;
  refusal: string | null;
  refundId: string | null;
  bankDisputeId: string | null;
  earningId: string | null;
  createdAt: EpochMs;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    retainers: RetainerRow;
    retainerPeriods: RetainerPeriodRow;
  }
}
