import type { EpochMs } from '../../platform/database/database.ts';
import type { PaymentRequestState } from './payment-request.ts';

export type PaymentRequestRow = {
  id: string;
  tenantId: string;
  kind: 'funding' | 'bonus';
  contractId: string;
  /** Of a funding. */
  milestoneId: string | null;
  amountMinor: number;
  currency: string;
  note: string;
  /** JSON of the FundingSource that was chosen. */
  source: string;
  requesterId: string;
  approvalId: string | null;
  state: PaymentRequestState;
  /** Why it was not paid, in words. */
  failure: string | null;
  paymentId: string | null;
  bonusId: string | null;
  createdAt: EpochMs;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    paymentRequests: PaymentRequestRow;
  }
}
