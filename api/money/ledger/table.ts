import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { AccountKind } from './ledger.ts';

export type LedgerAccountRow = {
  id: string;
  kind: AccountKind;
  ownerId: string;
  currency: string;
  isGuarded: Flag;
  /** Running balances of a guarded account; what is held is part of what is posted. */
  postedMinor: number;
  heldMinor: number;
  createdAt: EpochMs;
};

/** Append only, as entries and settlements are: the database itself refuses to change one. */
export type LedgerTransferRow = {
  id: string;
  /** Names the effect: `connects.grant fr_1 2026-11`. The same effect never happens twice. */
  key: string;
  kind: string;
  tenantId: string | null;
  contractId: string | null;
  subjectKind: string;
  subjectId: string;
  /** JSON: what a statement says beside it. */
  details: string;
  occurredAt: EpochMs;
};

/** What an account receives, or below zero gives. */
export type LedgerEntryRow = {
  transferId: string;
  position: number;
  accountId: string;
  amountMinor: number;
  currency: string;
  /** The transfer's. */
  occurredAt: EpochMs;
};

/** Without one its transfer is pending. */
export type LedgerSettlementRow = {
  transferId: string;
  outcome: 'posted' | 'voided';
  /** A processor's id; used once. */
  externalId: string | null;
  settledAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    ledgerAccounts: LedgerAccountRow;
    ledgerTransfers: LedgerTransferRow;
    ledgerEntries: LedgerEntryRow;
    ledgerSettlements: LedgerSettlementRow;
  }
}
