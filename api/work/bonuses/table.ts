import type { EpochMs } from '../../platform/database/database.ts';
import type { BonusState } from './bonus.ts';

export type BonusRow = {
  id: string;
  tenantId: string;
  contractId: string;
  freelancerId: string;
  currency: string;
  amountMinor: number;
  /** Of the freelancer’s, as it was quoted when it was charged. */
  feeMinor: number;
  note: string;
  state: BonusState;
  paymentId: string | null;
  refusal: string | null;
  earningId: string | null;
  createdBy: string;
  createdAt: EpochMs;
  settledAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    bonuses: BonusRow;
  }
}
