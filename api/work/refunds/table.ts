import type { EpochMs } from '../../platform/database/database.ts';
import type { RefundRequestState } from './refund-request.ts';

/** Asked for by the client, or given unasked: then it begins as `given`. */
export type RefundRequestRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  earningId: string;
  currency: string;
  /** Asked for; what was given is told apart. */
  amountMinor: number;
  givenMinor: number;
  reason: string;
  state: RefundRequestState;
  answer: string | null;
  /** ⏱ Null once it is answered. */
  answerBy: EpochMs | null;
  askedBy: string;
  createdAt: EpochMs;
  answeredAt: EpochMs | null;
};

/** What went back of an earning with one refund of a payment; its id is the refund’s. */
export type EarningRefundRow = {
  id: string;
  tenantId: string;
  contractId: string;
  requestId: string;
  earningId: string;
  paymentId: string;
  currency: string;
  amountMinor: number;
  /** The account it went through, and is on again should the processor refuse. */
  holdKind: 'escrow' | 'contractHold';
  holdOwnerId: string;
  state: 'given' | 'failed';
  createdAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    refundRequests: RefundRequestRow;
    earningRefunds: EarningRefundRow;
  }
}
