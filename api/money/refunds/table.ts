import type { EpochMs } from '../../platform/database/database.ts';
import type { RefundState } from './refund.ts';

export type RefundRow = {
  id: string;
  tenantId: string;
  paymentId: string;
  contractId: string | null;
  /** Names the effect, so that it never happens twice. */
  key: string;
  /** Of what was paid for. */
  amountMinor: number;
  /** Of our fee, and of the tax on it, that goes back with it. */
  feeMinor: number;
  taxMinor: number;
  currency: string;
  reason: string;
  processor: string;
  transferId: string;
  state: RefundState;
  externalId: string | null;
  refusal: string | null;
  /** Null for the clock. */
  personId: string | null;
  createdAt: EpochMs;
  nextLookAt: EpochMs | null;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    refunds: RefundRow;
  }
}
