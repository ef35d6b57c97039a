import type { EpochMs } from '../../platform/database/database.ts';
import type { BankDisputeState } from './bank-dispute.ts';

export type BankDisputeRow = {
  id: string;
  /** Null for what was paid to the installation itself. */
  tenantId: string | null;
  paymentId: string;
  contractId: string | null;
  processor: string;
  externalId: string;
  amountMinor: number;
  currency: string;
  reason: string;
  state: BankDisputeState;
  /** JSON of Frozen: what was frozen, to be given back as it was. */
  frozen: string;
  evidenceDueAt: EpochMs | null;
  evidenceText: string;
  submittedBy: string | null;
  submittedAt: EpochMs | null;
  openedAt: EpochMs;
  endedAt: EpochMs | null;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    bankDisputes: BankDisputeRow;
  }
}
