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

declare module '../../platform/database/tables.ts' {
  interface Tables {
    refundRequests: RefundRequestRow;
  }
}
