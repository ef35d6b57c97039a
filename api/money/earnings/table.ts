import type { EpochMs } from '../../platform/database/database.ts';
import type { EarningState, EarningSubject } from './earning.ts';

export type EarningRow = {
  id: string;
  tenantId: string;
  freelancerId: string;
  contractId: string;
  subjectKind: EarningSubject['kind'];
  subjectId: string;
  state: EarningState;
  currency: string;
  grossMinor: number;
  feeMinor: number;
  netMinor: number;
  /** What went back of gross and fee. */
  returnedGrossMinor: number;
  returnedFeeMinor: number;
  /** What made it: a transfer of its own, or of a bonus its payment's. */
  transferId: string;
  earnedAt: EpochMs;
  securityEndsAt: EpochMs;
  availableAt: EpochMs | null;
  reversedAt: EpochMs | null;
};

/** What a client and a freelancer have billed with each other, less what went back: sliding fees stand on it. */
export type RelationshipBillingRow = {
  tenantId: string;
  freelancerId: string;
  currency: string;
  billedMinor: number;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    earnings: EarningRow;
    relationshipBilling: RelationshipBillingRow;
  }
}
