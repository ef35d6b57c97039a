import type { EpochMs, Flag } from '../../platform/database/database.ts';
import type { RateExceptionState } from './rate-card.ts';

export type RateCardRow = {
  id: string;
  tenantId: string;
  title: string;
  isActive: Flag;
  /** The newest. */
  version: number;
  createdAt: EpochMs;
  updatedAt: EpochMs;
};

/** Append only. */
export type RateCardVersionRow = {
  cardId: string;
  version: number;
  tenantId: string;
  /** What it is for; null leaves it open. */
  categoryId: string | null;
  skill: string | null;
  level: string | null;
  country: string | null;
  currency: string;
  /** An hour. */
  minMinor: number;
  maxMinor: number;
  validFrom: string;
  validThrough: string | null;
  personId: string;
  at: EpochMs;
};

export type RateExceptionRow = {
  id: string;
  tenantId: string;
  state: RateExceptionState;
  cardId: string;
  cardVersion: number;
  freelancerId: string;
  role: string;
  currency: string;
  rateMinor: number;
  validThrough: string;
  reason: string;
  requestedBy: string;
  /** Decided by the approval rules; null: by somebody of finance. */
  approvalId: string | null;
  decidedBy: string | null;
  decisionReason: string | null;
  decidedAt: EpochMs | null;
  revision: number;
  createdAt: EpochMs;
};

declare module '../../platform/database/tables.ts' {
  interface Tables {
    rateCards: RateCardRow;
    rateCardVersions: RateCardVersionRow;
    rateExceptions: RateExceptionRow;
  }
}
