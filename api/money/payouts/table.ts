import type { EpochMs } from '../../platform/database/database.ts';
import type { PayoutRailKind } from '../payout-methods/payout-method.ts';
import type { PayoutFrequency, PayoutState, WireBatchState } from './payout.ts';

export type PayoutRow = {
  id: string;
  freelancerId: string;
  methodId: string;
  rail: PayoutRailKind;
  provider: string;
  /** The method's, as it was. */
  label: string;
  origin: 'request' | 'schedule';
  currency: string;
  /** What leaves the freelancer's account: fee, withheld tax and what arrives. */
  amountMinor: number;
  feeMinor: number;
  withheldMinor: number;
  netMinor: number;
  taxFormId: string;
  /** Holds the amount from the request on; posted when the rail has taken it, voided when it never will. */
  transferId: string;
  state: PayoutState;
  /** The rail's id, as soon as it gave one. */
  externalId: string | null;
  /** Of a wire: the file it is in. */
  batchId: string | null;
  /** Why it failed or came back: `account_closed`. */
  reason: string | null;
  createdAt: EpochMs;
  submittedAt: EpochMs | null;
  /** As the rail expects it. */
  arrivesAt: EpochMs | null;
  paidAt: EpochMs | null;
  endedAt: EpochMs | null;
  /** When the rail is asked next; null when nothing more is expected of it. */
  nextLookAt: EpochMs | null;
  /** While one asks the rail nobody else does, and nobody cancels. */
  askedUntil: EpochMs | null;
};

/** How a freelancer wants to be paid what comes in one currency. */
export type PayoutScheduleRow = {
  freelancerId: string;
  currency: string;
  methodId: string | null;
  frequency: PayoutFrequency;
  minimumMinor: number;
  revision: number;
  /** Null while paid on request only. */
  nextRunAt: EpochMs | null;
  updatedAt: EpochMs;
};

export type WireBatchRow = {
  id: string;
  /** Says currency, day and which of that day: the bank refuses the same twice. */
  messageId: string;
  currency: string;
  day: string;
  number: number;
  state: WireBatchState;
  payoutCount: number;
  controlSumMinor: number;
  /** The file, sealed: it holds whole account numbers. */
  sealed: string;
  preparedBy: string;
  preparedAt: EpochMs;
  sentAt: EpochMs | null;
  endedAt: EpochMs | null;
};

/** The sandbox's own record, as a real rail would have one on its side. */
export type SandboxPayoutRow = {
  idempotencyKey: string;
  externalId: string;
  amountMinor: number;
  currency: string;
  account: string;
  createdAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    payouts: PayoutRow;
    payoutSchedules: PayoutScheduleRow;
    wireBatches: WireBatchRow;
    sandboxPayouts: SandboxPayoutRow;
  }
}
